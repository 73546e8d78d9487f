"""Records taken out as CSV: formula-safe, reversible, and the same as from the pages."""

import csv
from io import StringIO

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from stakeholders.capture.cells import unshield
from stakeholders.models import Commitment, Concern, Interaction, Stakeholder
from tests.admin.many import KINDS, MAKE
from tests.admin.office import address
from tests.records import make

FORMULA = '=HYPERLINK("http://example.org")'


def text(answer):
    """Return what was sent."""
    return b"".join(answer.streaming_content).decode("utf-8-sig")


def lines(answer):
    """Return the rows that were sent, by column."""
    return list(csv.DictReader(StringIO(text(answer), newline="")))


def export(at, kind, asked=""):
    """Return everything the list of `kind` shows."""
    return at.client.get(address(kind, "export") + asked)


@pytest.mark.parametrize(
    ("kind", "name"),
    [(Stakeholder, "people"), (Interaction, "conversations"), (Commitment, "promises")],
)
def test_the_file_is_the_one_the_pages_give(at, kind, name):
    MAKE[kind]()
    pages = text(at.client.get(reverse("export", args=[name])))
    assert text(export(at, kind)) == pages


def test_a_formula_is_disarmed_and_comes_back(at):
    make.concern(at.omar, FORMULA)
    (line,) = lines(export(at, Concern))
    assert line["Text"].startswith("'=")
    assert unshield(line["Text"]) == FORMULA


def test_what_a_field_leads_to_is_named_and_numbered(at):
    make.concern(at.omar)
    (line,) = lines(export(at, Concern))
    assert (line["Person"], line["Person, id"]) == (
        "Omar Haddad",
        str(at.omar.pk),
    )


def test_only_what_the_list_shows_is_taken_out(at):
    make.concern(at.omar, "One", kind="motive")
    make.concern(at.omar, "Two", kind="friction")
    taken = lines(export(at, Concern, "?kind__exact=motive"))
    assert [one["Text"] for one in taken] == ["One"]


def test_only_the_chosen_are_taken_out(at):
    chosen = make.concern(at.omar, "One")
    make.concern(at.omar, "Two")
    sent = {"action": "export", "_selected_action": chosen.pk}
    taken = lines(at.client.post(address(Concern, "changelist"), sent))
    assert [one["Text"] for one in taken] == ["One"]


def test_no_password_leaves(at):
    header = text(export(at, type(at.ada))).splitlines()[0]
    assert "assword" not in header


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_an_export_takes_the_same_queries_with_ten_more_rows(at, kind):
    def asked():
        with CaptureQueriesContext(connection) as queries:
            text(export(at, kind))
        return len(queries)

    MAKE[kind]()
    asked()
    few = asked()
    for _ in range(10):
        MAKE[kind]()
    assert asked() == few


def test_the_ways_in_and_out_stand_beside_the_list(at):
    page = at.get(Stakeholder, "changelist", layer__exact="team")
    assert reverse("imports") in page.text
    assert f"{address(Stakeholder, 'export')}?layer__exact=team" in page.text

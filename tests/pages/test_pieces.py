"""A piece of a page is drawn anew for whatever else it is made of."""

from dataclasses import fields, replace
from datetime import date

import pytest
from django import forms
from django.template import Context, Template

from stakeholders.models import Norm, Standing
from stakeholders.standings import one_side, reading, rebuild
from stakeholders.standings.relationship import NO_EVIDENCE, Relationship
from stakeholders.templatetags.kept import plain
from tests.records import make

TODAY = date(2026, 3, 1)
PIECE = Template("{% load kept %}{% kept piece of %}{{ drawn }}{% endkept %}")


def draw(of, drawn):
    """Return the piece made of `of`, where it would now say `drawn`."""
    return PIECE.render(Context({"of": of, "drawn": drawn}))


def test_a_piece_is_drawn_once_for_what_it_is_made_of():
    assert draw(1, "first") == "first"
    assert draw(1, "later") == "first"
    assert draw(2, "later") == "later"


def test_a_piece_that_says_nothing_is_kept_too():
    assert draw("", "") == ""
    assert draw("", "later") == ""


def test_what_compares_only_by_itself_counts_by_its_text():
    class Said(forms.Form):
        word = forms.CharField(required=False)

    one, other = Said({"word": "yes"}), Said({"word": "no"})
    assert plain(one) == plain(Said({"word": "yes"})) != plain(other)
    assert plain(["a", {}]) == plain(["a", {}]) != plain(["b", {}])


@pytest.mark.django_db
def test_only_those_are_scored_whose_sums_or_what_is_usual_changed():
    dana, omar, priya = make.colleague("Dana"), make.person("Omar"), make.person("Priya")
    for one in (omar, priya):
        make.conversation(dana, one, on=TODAY)
    rebuild()
    people, norm = [omar.pk, priya.pk], Norm(pk=1, team=1)

    def found():
        return one_side.each(one_side.rows(people), norm, TODAY)

    before = found()
    assert found()[omar.pk] is before[omar.pk]
    Standing.objects.filter(pk=omar.pk).update(our_given=3.0)
    after = found()
    assert after[omar.pk].given > before[omar.pk].given
    assert after[priya.pk] is before[priya.pk]
    norm.reached = 0.9
    assert found()[priya.pk].balance != before[priya.pk].balance


@pytest.mark.django_db
def test_what_was_scored_in_saving_is_what_whoever_asks_would_score():
    dana, omar = make.colleague("Dana"), make.person("Omar")
    make.conversation(dana, omar, on=TODAY)
    rebuild()
    norm, people = Norm(pk=1, team=1), sorted([dana.pk, omar.pk])

    def asked():
        return one_side.each(one_side.rows(people), norm, TODAY)[omar.pk]

    anew = asked()
    one_side._scored.clear()
    rows = one_side.named(people)
    one_side.remember(rows, one_side.scored(rows, norm, TODAY), norm)
    remembered = asked()
    assert remembered is asked() is not anew
    assert remembered == anew
    assert dict(remembered.ends) == dict(anew.ends)


@pytest.mark.django_db
def test_who_has_no_evidence_is_absent():
    omar = make.person("Omar")
    rebuild()
    assert not reading.with_us([omar.pk], day=TODAY)


@pytest.mark.parametrize("name", [one.name for one in fields(Relationship) if one.compare])
def test_a_relationship_is_another_one_where_any_number_differs(name):
    other = replace(NO_EVIDENCE, **{name: "another"})
    assert {plain(NO_EVIDENCE), plain(other)} == {NO_EVIDENCE, other} != {NO_EVIDENCE}

"""Every number of a score goes through the catalogue, on every page of the product."""

from dataclasses import fields
from datetime import timedelta
from pathlib import Path

import pytest
from django.db.models import Model
from django.template import engines
from django.template.base import NodeList, VariableNode
from django.template.library import InclusionNode, SimpleNode
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from stakeholders import example
from stakeholders.example import cast
from stakeholders.models import (
    Batch,
    Commitment,
    Interaction,
    Plan,
    SavedView,
    Stakeholder,
    User,
)
from stakeholders.models.prepared import Prepared
from stakeholders.scores.catalogue import entry
from stakeholders.standings.overview import LayerHealth
from stakeholders.standings.relationship import Relationship
from stakeholders.urls import urlpatterns
from stakeholders.views.map_panel import Way
from stakeholders.views.map_rows import PersonRow, TieRow
from stakeholders.views.person_ties import Tie
from tests.pages.shown import Shown

DAY = timezone.localdate()
NOT_PAGES = {"home", "sign-out", "sign-in"}  # lead elsewhere once somebody is signed in
TEMPLATES = sorted(Path("templates").rglob("*.html"))
SCORE_TAGS = {"score", "score_of", "score_tile", "score_bar", "score_between", "why_of"}
# Fields of what pages are given that hold a score, or one side of it.
SCORES = {
    field.name
    for row in (Relationship, LayerHealth, Tie, Way, TieRow, PersonRow)
    for field in fields(row)
    if "float" in str(field.type) or "Estimate" in str(field.type)
} - {"ends"}


@pytest.fixture(scope="module")
def larkfield(shared_db):
    """Load the example for this module."""
    example.load(today=timezone.localdate())


def address(pattern, asked):
    """Return where a page of the example is."""
    names = pattern.pattern.converters
    return reverse(pattern.name, kwargs={name: asked[pattern.name][name] for name in names})


def arguments():
    """Return what each address is asked for, by its name."""
    omar = Stakeholder.objects.get(name=cast.OMAR)
    concern = omar.concerns.current().first()
    talk = Interaction.objects.current().first()
    promise, batch = Commitment.objects.first(), Batch.objects.first()
    dana = Stakeholder.objects.get(name=cast.LEADER)
    plan = Plan.objects.create(stakeholder=omar, keeper=dana, planned_on=DAY)
    of = {"plan": plan, "person": omar, "conversation": talk, "promise": promise}
    of |= {"import": batch, "briefing": omar}
    simple = {
        pattern.name: {"pk": record.pk}
        for pattern in urlpatterns
        for what, record in of.items()
        if what in pattern.name
    }
    piece = {"pk": omar.pk, "kind": "concern", "item": concern.pk}
    knowledge = {
        p.name: piece for p in urlpatterns if "knowledge" in p.name or "concern" in p.name
    }
    view = SavedView.objects.create(
        owner=User.objects.get(username="leader"), page="map", name="Everything"
    )
    why = {"key": "trust", "source": 0, "target": omar.pk, "name": "silence"}
    month = {"month": DAY.replace(day=1)}
    reports = {p.name: month for p in urlpatterns if p.name and "report-" in f"{p.name}-"}
    rest = {
        "undo-people": {"token": "x"},
        "why": why,
        "why-number": why,
        "export": {"kind": "people"},
        "export-map": {"kind": "csv"},
        "map-together": {"by": "unit"},
    }
    return simple | knowledge | reports | rest | {"forget-view": {"pk": view.pk}}


def pages(asked):
    """Return the address of every page, and of those that look different on some day."""
    found = [
        address(pattern, asked) for pattern in urlpatterns if pattern.name not in NOT_PAGES
    ]
    marta = Stakeholder.objects.get(name=cast.MARTA).pk
    day = (timezone.localdate() - timedelta(days=120)).isoformat()
    some = [
        f"/people/{pk}/{on}"
        for pk in (marta, asked["person"]["pk"])
        for on in ("", f"?on={day}")
    ]
    table = [
        "/map/?view=table",
        "/map/?view=table&of=ties",
        "/today/?whose=mine",
        f"/map/?who={marta}",
    ]
    tie = Stakeholder.objects.get(pk=marta).ties_out.first()
    names = (
        "health",
        "trust_in_source",
        "trust_in_target",
        "attention",
        "strength",
        "balance",
        "giving_balance",
        "silence",
    )
    whys = [f"/why/0/{marta}/{name}/" for name in names]
    return [
        *found,
        *some,
        *table,
        *whys,
        f"/map/?tie={tie.source_id}-{tie.target_id}",
        f"/dashboard/?on={day}",
    ]


def plain(rows):
    """Return `rows` so that all that is in them can be compared, in any order."""
    records = (vars(one) if isinstance(one, Model) else one for one in rows)
    return sorted(
        str({k: v for k, v in one.items() if k != "_state"} if type(one) is dict else one)
        for one in records
    )


@pytest.fixture(scope="module")
def asked():
    """Return, by name, whether each prepared query said what it says put together anew."""
    found, ask = {}, Prepared.__call__

    def asked_twice(query, **given):
        rows = ask(query, **given)
        same = plain(rows) == plain(query.make(**given))
        name = f"{query.__module__}.{query.__name__}"
        found[name] = found.get(name, True) and same
        return rows

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Prepared, "__call__", asked_twice)
        yield found


@pytest.fixture(scope="module")
def shown(larkfield, asked):
    """Return what every page shows, by its address."""
    client = Client()
    client.force_login(User.objects.get(username="leader"))
    answers = {where: client.get(where) for where in pages(arguments())}
    return {
        where: Shown(answer.text)
        for where, answer in answers.items()
        if answer.status_code == 200 and "html" in answer.headers["Content-Type"]
    }


@pytest.mark.django_db
def test_no_page_shows_a_number_beside_the_catalogue(shown):
    assert {where: page.loose for where, page in shown.items() if page.loose} == {}


@pytest.mark.django_db
def test_every_prepared_query_says_what_it_says_put_together_anew(shown, asked):
    assert len(asked) > 12
    assert [name for name, same in asked.items() if not same] == []


@pytest.mark.django_db
def test_every_shown_score_has_an_entry(shown):
    keys = {key for page in shown.values() for key in page.scores}
    assert keys == {entry(key).key for key in keys}


@pytest.mark.django_db
def test_nearly_every_page_was_looked_at(shown):
    assert len(shown) > 30


@pytest.mark.django_db
def test_the_dashboard_and_the_person_show_trust_reciprocity_warmth_and_health(shown):
    dashboard = set(shown["/dashboard/"].scores)
    person = set(
        next(
            page
            for where, page in shown.items()
            if where.startswith("/people/") and page.scores
        ).scores
    )
    assert {"trust_on_average", "attention", "expected_silent", "health"} <= dashboard
    assert {"trust", "attention", "giving", "silence", "strength", "health"} <= person


def test_a_number_beside_the_catalogue_would_be_found():
    assert Shown("<p>Trust: 0.71</p>").loose == ["Trust: 0.71"]
    assert Shown("<p>kept <b>92 %</b></p>").loose == ["92 %"]


def test_a_number_of_the_catalogue_is_not_loose():
    assert Shown('<p><a data-score="trust">0.71</a></p>').loose == []


def beside_the_tags(nodes):
    """Return the scores that `nodes` of a template show without a tag for scores."""
    found = []
    for node in nodes:
        if isinstance(node, VariableNode):
            found += named([node.filter_expression])
        elif (
            isinstance(node, SimpleNode | InclusionNode)
            and node.func.__name__ not in SCORE_TAGS
        ):
            found += named([*node.args, *node.kwargs.values()])
        for inner in node.child_nodelists:
            found += beside_the_tags(getattr(node, inner, None) or NodeList())
    return found


def named(expressions):
    """Return the scores that `expressions` name."""
    looked_up = [getattr(one.var, "lookups", None) or () for one in expressions]
    return [".".join(names) for names in looked_up if SCORES & set(names[1:])]


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.stem)
def test_a_template_shows_scores_through_their_tags_alone(path):
    template = engines["django"].engine.get_template(str(path.relative_to("templates")))
    assert beside_the_tags(template.nodelist) == []


@pytest.mark.parametrize(
    "words",
    [
        "{{ us.silence }}",
        "{% load look %}{% known us.trust_in_target %}",
        "{% if a %}{{ row.trust|default:0 }}{% endif %}",
    ],
)
def test_a_score_beside_its_tags_would_be_found(words):
    assert beside_the_tags(engines["django"].engine.from_string(words).nodelist)

"""People around one person, as they are linked and drawn."""

import pytest
from django.template import Context, Template
from django.utils.text import Truncator

from stakeholders.models import Commitment
from stakeholders.templatetags.around import LONGEST, shortened
from tests.records import make

LINKS = Template("{% load look %}{% people_links people %}")


def test_links_lead_to_people_and_stay_on_the_day():
    shown = Context({"people": [(7, "Dana <i>"), (8, "Omar")], "keep": "?on=2026-03-01"})
    assert LINKS.render(shown) == (
        '<a href="/people/7/?on=2026-03-01"><bdi>Dana &lt;i&gt;</bdi></a>, '
        '<a href="/people/8/?on=2026-03-01"><bdi>Omar</bdi></a>'
    )


@pytest.mark.parametrize(
    "name",
    ["Dana", "Adler, Kuno van", "Fourteen chars", "Fifteen letters", "Zoe\u0308" * 5],
)
def test_a_name_beside_a_dot_is_cut_as_django_cuts_it(name):
    assert shortened(name) == Truncator(name).chars(LONGEST)


@pytest.mark.django_db
def test_what_is_not_closed_is_open():
    dana, omar = make.colleague("Dana"), make.person("Omar")
    for state in Commitment.State:
        closed = {} if state == "open" else {"closed_on": make.DAY}
        make.promise(dana, omar, state.label, state=state, **closed)
    promises = Commitment.objects.all()
    assert list(promises.unclosed()) == list(promises.open()) != []

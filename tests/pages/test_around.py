"""People around one person, as they are linked and drawn."""

import pytest
from django.template import Context, Template

from stakeholders.models import Commitment
from tests.records import make

LINKS = Template("{% load look %}{% people_links people %}")


def test_links_lead_to_people_and_stay_on_the_day():
    shown = Context({"people": [(7, "Dana <i>"), (8, "Omar")], "keep": "?on=2026-03-01"})
    assert LINKS.render(shown) == (
        '<a href="/people/7/?on=2026-03-01"><bdi>Dana &lt;i&gt;</bdi></a>, '
        '<a href="/people/8/?on=2026-03-01"><bdi>Omar</bdi></a>'
    )


@pytest.mark.django_db
def test_what_is_not_closed_is_open():
    dana, omar = make.colleague("Dana"), make.person("Omar")
    for state in Commitment.State:
        closed = {} if state == "open" else {"closed_on": make.DAY}
        make.promise(dana, omar, state.label, state=state, **closed)
    promises = Commitment.objects.all()
    assert list(promises.unclosed()) == list(promises.open()) != []

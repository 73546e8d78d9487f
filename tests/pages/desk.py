"""A desk to log at: Dana of our team is signed in and knows Omar and Priya."""

from dataclasses import dataclass

from django.test import Client

from stakeholders.models import Stakeholder, User
from tests.records import make

HTMX = {"HX-Request": "true"}


@dataclass
class Desk:
    """Who sits there, in which browser, and whom they know."""

    client: Client
    user: User
    dana: Stakeholder
    omar: Stakeholder
    priya: Stakeholder

    def colleague(self, name="Noor", role="member"):
        """Return the browser of somebody else who signed in."""
        one = make.user(role, name, stakeholder=make.colleague(name))
        other = Client()
        other.force_login(one)
        return other


def desk(client):
    """Return Dana's desk."""
    dana = make.colleague("Dana Levi")
    user = make.user("member", "dana", first_name="Dana", stakeholder=dana)
    client.force_login(user)
    return Desk(client, user, dana, make.person("Omar Haddad"), make.person("Priya Nair"))


def rows(kind, *filled, held=0):
    """Return the answers of one kind of rows; `held` of them were there before."""
    counts = {f"{kind}-TOTAL_FORMS": len(filled), f"{kind}-INITIAL_FORMS": held}
    answers = {
        f"{kind}-{place}-{name}": value
        for place, row in enumerate(filled)
        for name, value in row.items()
    }
    return counts | answers


def answers(*people, summary="Spoke about the migration", **more):
    """Return what a browser sends for one conversation with `people`."""
    usual = {
        "summary": summary,
        "people": [one.pk for one in people],
        "initiator": people[0].pk if people else "",
        "happened_on": make.DAY.isoformat(),
        "channel": "in_person",
        "key": "one-form",
    }
    return usual | rows("promises") | rows("exchanges") | more

"""Records with everything usual filled in, so that a test says only what matters to it."""

from datetime import date

from stakeholders.models import (
    Commitment,
    Concern,
    Connection,
    Exchange,
    Interaction,
    Participation,
    Role,
    Stakeholder,
    Term,
    Unit,
    User,
)

DAY = date(2026, 11, 20)


def user(role="member", name=None, **more):
    """Return somebody who signs in; their name is their role unless said."""
    return User.objects.create_user(name or role, password="open sesame", role=role, **more)


def unit(name="Operations", **more):
    """Return a unit."""
    return Unit.objects.create(name=name, **more)


def person(name="Omar Haddad", title="", unit=None, **more):
    """Return somebody, with a primary role where a unit is said."""
    made = Stakeholder.objects.create(name=name, **more)
    if unit:
        Role.objects.create(stakeholder=made, unit=unit, title=title)
    return made


def colleague(name="Dana Levi", **more):
    """Return one of our team."""
    return person(name, layer="team", **more)


def conversation(*people, summary="Spoke about the migration", on=DAY, **more):
    """Return a conversation that the first of `people` reached out for."""
    made = Interaction.objects.create(summary=summary, happened_on=on, **more)
    Participation.objects.bulk_create(
        Participation(interaction=made, stakeholder=one, initiator=not place)
        for place, one in enumerate(people)
    )
    return made


def exchange(interaction, giver, receiver, **more):
    """Return something given in a conversation."""
    return Exchange.objects.create(
        interaction=interaction, giver=giver, receiver=receiver, **more
    )


def promise(promiser, promisee, what="Send the numbers", made_on=DAY, **more):
    """Return a promise."""
    return Commitment.objects.create(
        promiser=promiser, promisee=promisee, what=what, made_on=made_on, **more
    )


def concern(stakeholder, text="Night shifts during the cutover", heard_on=DAY, **more):
    """Return something that matters to somebody."""
    return Concern.objects.create(
        stakeholder=stakeholder, text=text, heard_on=heard_on, **more
    )


def connection(source, target, kind="reports_to", **more):
    """Return a known tie."""
    return Connection.objects.create(source=source, target=target, kind=kind, **more)


def term(stakeholder, theirs="uptime", ours="availability", **more):
    """Return their word and ours."""
    return Term.objects.create(stakeholder=stakeholder, theirs=theirs, ours=ours, **more)

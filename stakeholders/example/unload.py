"""Removing the example organisation, with everything that was tried on it."""

from datetime import date

from django.db import models, transaction
from django.db.models import Q

from stakeholders.example.sign_ins import PASSWORD, SIGN_INS
from stakeholders.models import (
    Batch,
    Commitment,
    Concern,
    Connection,
    Exchange,
    Interaction,
    Participation,
    Plan,
    Record,
    Role,
    Stakeholder,
    Tag,
    Term,
    Unit,
    User,
)
from stakeholders.standings import rebuild, reports

RECORDS: tuple[type[Record], ...] = (
    Commitment,
    Concern,
    Connection,
    Exchange,
    Interaction,
    Plan,
    Role,
    Stakeholder,
    Tag,
    Term,
    Unit,
)


def loaded() -> models.QuerySet[Batch]:
    """Return the example's batch while the example is here, else none."""
    return Batch.objects.filter(kind=Batch.Kind.EXAMPLE, state=Batch.State.DONE)


class NobodyManagesError(Exception):
    """Whoever stays could not manage the site; the message says what to do."""


@transaction.atomic
def unload() -> None:
    """Remove the invented people, whatever was logged with them, and their sign-ins.

    Raises NobodyManagesError where others can sign in, and none of them is administrator.
    """
    known = _known_to_everybody()
    _refuse_to_orphan(User.objects.exclude(pk__in=known))
    batches = loaded()
    people = Stakeholder.objects.filter(batch__in=batches)
    seats = Participation.objects.filter(stakeholder__in=people)
    Commitment.objects.filter(Q(promiser__in=people) | Q(promisee__in=people)).delete()
    Exchange.objects.filter(Q(giver__in=people) | Q(receiver__in=people)).delete()
    Interaction.objects.filter(batch__in=batches).delete()
    Interaction.objects.filter(
        pk__in=list(seats.values_list("interaction", flat=True))
    ).delete()
    people.delete()
    _remove_units(Unit.objects.filter(batch__in=batches))
    for model in RECORDS:
        model.history.filter(batch__in=batches).delete()
    batches.delete()
    _shut_out(known)
    reports.forget(date.min)
    rebuild()


def _known_to_everybody() -> list[int]:
    """Return the users (ids) with a sign-in that everybody knows.

    Told by the password: a real user may have the same name, and may have tried out
    being one of the invented people.
    """
    named = User.objects.filter(username__in=[one.username for one in SIGN_INS])
    return [user.pk for user in named if user.check_password(PASSWORD)]


def _refuse_to_orphan(users: models.QuerySet[User]) -> None:
    """Raise NobodyManagesError where there are `users`, and no administrator."""
    managing = users.filter(role=User.Role.ADMINISTRATOR, is_active=True)
    if users.exists() and not managing.exists():
        raise NobodyManagesError(
            "Of those who stay nobody is an administrator. Make one of them "
            "administrator first, in the admin under Users."
        )


def _shut_out(users: list[int]) -> None:
    """Remove `users` (ids), the last of all: one of them may be doing this.

    What is removed in their name is kept as done by nobody who is still here.
    """
    User.objects.filter(pk__in=users).delete()
    User.history.filter(history_user__in=users).update(history_user=None)


def _remove_units(units: models.QuerySet[Unit]) -> None:
    """Remove `units` from the leaves up; those that real people have joined stay."""
    while units.filter(parts=None, roles=None).delete()[0]:
        pass

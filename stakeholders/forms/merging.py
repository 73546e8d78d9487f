"""Merging: two entries of one person become one, and nothing that was said is lost.

What leads to the entry that goes leads to the one that stays, each with an entry in its
own history; who sat in a conversation before is kept beside that. The entry that goes is
put away with what it said of itself.
"""

from collections.abc import Iterable
from itertools import chain
from typing import Any, Final

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Count, Exists, OuterRef, Q

from stakeholders.models import (
    Commitment,
    Concern,
    Connection,
    Exchange,
    Interaction,
    Participation,
    Plan,
    Role,
    Snooze,
    Stakeholder,
    Tag,
    Term,
    Tie,
    User,
)
from stakeholders.models.seatings import keep_seats
from stakeholders.standings import fold, people_changed, talks_changed
from stakeholders.standings.standing import hold

BETWEEN: Final[dict[Any, tuple[str, str]]] = {
    Exchange: ("giver", "receiver"),
    Commitment: ("promiser", "promisee"),
    Connection: ("source", "target"),
    Plan: ("stakeholder", "keeper"),
}
TAKEN_OVER: Final = (  # where the entry that stays says nothing
    *("email", "phone", "influence", "interest", "seniority"),
    *("engagement_now", "engagement_wanted", "counterpart", "backup"),
    *("preferred_channel", "depth", "language", "cadence_days"),
)
ITSELF = "That is this very entry. Choose the other one."
PUT_AWAY = "That entry was put away. Bring it back first."
ONE_OF_US = "Only one of them is of our team. Say first, by Edit, that both are or none is."
BOTH_SIGN_IN = "Both sign in. Let an administrator take the person off one of the users."
SIGNS_IN = (
    "One of them signs in, and would see what was said to the other in confidence."
    " Ask an administrator to merge them."
)
MOST_NOTES: Final = 10_000  # characters


@transaction.atomic
def merge(kept: Stakeholder, gone: Stakeholder, by: User) -> None:
    """Let `kept` have been `gone` all along, and put `gone` away.

    What lay between the two is put away as well: nobody owes themselves anything.
    Raises ValidationError where `why_not` has a reason.
    """
    people = _hold(kept, gone)
    kept.refresh_from_db()
    gone.refresh_from_db()
    if reason := why_not(kept, gone, by):
        raise ValidationError(reason)
    days = list(gone.participations.values_list("interaction__happened_on", flat=True))
    _move_sign_in(kept, gone)
    _move_seats(kept, gone)
    for model, ends in BETWEEN.items():
        _move_ends(model, ends, kept, gone)
    _move_knowledge(kept, gone, by)
    kept_by_them = _move_counterparts(kept, gone)
    _take_over(kept, gone)
    Stakeholder.objects.filter(pk=gone.pk).archive()
    fold(people)
    talks_changed(days)
    people_changed({kept.pk, gone.pk, *kept_by_them})


def why_not(kept: Stakeholder, gone: Stakeholder, by: User) -> str:
    """Return why `by` cannot merge these two, in a sentence; empty if they can."""
    signing_in = User.objects.filter(stakeholder__in=[kept, gone]).count()
    team = Stakeholder.Layer.TEAM
    reasons = {
        ITSELF: kept.pk == gone.pk,
        PUT_AWAY: kept.archived_at or gone.archived_at,
        ONE_OF_US: (kept.layer == team) != (gone.layer == team),
        BOTH_SIGN_IN: signing_in > 1,
        SIGNS_IN: signing_in and by.role != by.Role.ADMINISTRATOR,
    }
    return next((reason for reason, holds in reasons.items() if holds), "")


def holdings(person: Stakeholder) -> list[tuple[int, str]]:
    """Return how much leads to `person`: a number above 0, and of what, for each kind."""
    counted = [
        (person.participations.count(), "conversation"),
        (_either(Commitment, person).count(), "promise"),
        (_either(Exchange, person).count(), "gift"),
        (_either(Plan, person).count(), "plan"),
        (_either(Connection, person).count(), "connection"),
        (person.concerns.count(), "concern"),
        (person.terms.count(), "word"),
        (person.roles.count(), "role"),
        (person.tags.current().count(), "tag"),
    ]
    return [(count, what) for count, what in counted if count]


def _either(model: Any, person: Stakeholder) -> Any:
    """Return what of `model` has `person` at either end."""
    one, other = BETWEEN[model]
    return model.objects.current().filter(Q(**{one: person}) | Q(**{other: person}))


def _hold(kept: Stakeholder, gone: Stakeholder) -> list[int]:
    """Hold what `gone` took part in, then both and all they have a tie with (ids).

    Where somebody got a tie with them meanwhile, all are let go, and held anew.
    """
    talks = Interaction.objects.filter(participations__stakeholder=gone)
    list(talks.order_by("pk").held())
    two = [kept.pk, gone.pk]
    people, found = [0], _in_touch_with(two)
    while people != found:
        people, before = found, transaction.savepoint_create()
        hold(pk__in=people)
        found = _in_touch_with(two)
        if people != found:
            transaction.savepoint_rollback(before)
    return people


def _in_touch_with(two: list[int]) -> list[int]:
    """Return `two` people and everybody they have a tie with (ids, ascending)."""
    ties = Tie.objects.filter(Q(source__in=two) | Q(target__in=two))
    ends = chain.from_iterable(ties.values_list("source", "target"))
    return sorted({*two, *ends})


def _move_sign_in(kept: Stakeholder, gone: Stakeholder) -> None:
    """Let who signs in as `gone` be `kept`."""
    for user in User.objects.filter(stakeholder=gone):
        user.stakeholder = kept
        user.save(update_fields=["stakeholder"])


def _move_seats(kept: Stakeholder, gone: Stakeholder) -> None:
    """Let `kept` have sat where `gone` did; who then sat alone spoke with nobody."""
    seats = Participation.objects.filter(stakeholder=gone)
    talks = list(seats.values_list("interaction", flat=True))
    keep_seats(*talks)
    for seat in seats.filter(interaction__participations__stakeholder=kept):
        own = Participation.objects.get(interaction=seat.interaction_id, stakeholder=kept)
        seat.delete()
        own.initiator = own.initiator or seat.initiator
        own.mood = seat.mood if own.mood is None else own.mood
        own.save()
    seats.update(stakeholder=kept)
    moved = Interaction.objects.filter(pk__in=talks)
    moved.change()
    alone = moved.annotate(here=Count("participations")).filter(here=1)
    Interaction.objects.filter(pk__in=list(alone.values_list("pk", flat=True))).archive()


def _move_ends(
    model: Any, ends: tuple[str, str], kept: Stakeholder, gone: Stakeholder
) -> None:
    """Let what has `gone` at one of its `ends` have `kept` there."""
    two = [kept, gone]
    within = model.objects.filter(**{f"{end}__in": two for end in ends})
    within.archive()
    for end, across in (ends, ends[::-1]):
        rows = model.objects.filter(**{end: gone}).exclude(**{f"{across}__in": two})
        if model is Connection:
            rows = _not_yet_known(rows, end, across, kept)
        rows.change(**{end: kept})


def _not_yet_known(rows: Any, end: str, across: str, kept: Stakeholder) -> Any:
    """Return those of these connections that `kept` has not; the others are put away."""
    known = Exists(
        Connection.objects.filter(
            **{end: kept, across: OuterRef(across), "kind": OuterRef("kind")}
        )
    )
    rows.filter(known).archive()
    return rows.filter(~known)


def _move_knowledge(kept: Stakeholder, gone: Stakeholder, by: User) -> None:
    """Let what is known of `gone` be known of `kept`, once."""
    for known in (Concern, Term):
        known.objects.filter(stakeholder=gone).change(stakeholder=kept)
    same = Role.objects.filter(
        stakeholder=kept, unit=OuterRef("unit"), title=OuterRef("title")
    )
    roles = Role.objects.filter(~Exists(same), stakeholder=gone)
    has_primary = Role.objects.filter(stakeholder=kept, primary=True).exists()
    roles.change(stakeholder=kept, **({"primary": False} if has_primary else {}))
    for tag in gone.tags.current():
        Tag.objects.put_on([kept.pk], tag.name, by)
    snoozed = Snooze.objects.filter(stakeholder=kept).values("user")
    Snooze.objects.filter(stakeholder=gone).exclude(user__in=snoozed).update(
        stakeholder=kept
    )


def _move_counterparts(kept: Stakeholder, gone: Stakeholder) -> Iterable[int]:
    """Let `kept` keep the relationships that `gone` kept; return with whom (ids)."""
    people = Stakeholder.objects.all()
    kept_by_them = list(
        people.filter(Q(counterpart=gone) | Q(backup=gone)).values_list("pk", flat=True)
    )
    people.filter(pk=kept.pk, counterpart=gone).change(counterpart=None)
    people.filter(pk=kept.pk, backup=gone).change(backup=None)
    people.filter(counterpart=gone, backup=kept).change(backup=None)
    people.filter(counterpart=kept, backup=gone).change(backup=None)
    people.filter(counterpart=gone).change(counterpart=kept)
    people.filter(backup=gone).change(backup=kept)
    return kept_by_them


def _take_over(kept: Stakeholder, gone: Stakeholder) -> None:
    """Let `kept` say what only `gone` said; what both say stays as it is of each."""
    kept.refresh_from_db()
    gone.refresh_from_db()
    name, notes = kept.name, gone.notes
    for field in TAKEN_OVER:
        said = getattr(gone, field)
        if getattr(kept, field) in {None, ""} and said not in {None, "", kept}:
            setattr(kept, field, said)
    if kept.backup_id == kept.counterpart_id:
        kept.backup = None
    kept.criticality = max(kept.criticality, gone.criticality)
    if notes and len(kept.notes) + len(notes) + 2 <= MOST_NOTES:
        kept.notes = f"{kept.notes}\n\n{notes}".strip()
    if not kept.external_id:
        kept.external_id, gone.external_id = gone.external_id, ""
    gone.notes = f"The same person as {name}.\n\n{notes}".strip()[:MOST_NOTES]
    gone.save()
    kept.save()

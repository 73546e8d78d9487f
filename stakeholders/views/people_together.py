"""Several people changed together: all of them or none, with a way back."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.core import signing
from django.db import transaction
from simple_history.utils import bulk_update_with_history

from stakeholders.forms.people_bulk import BulkForm
from stakeholders.models import Stakeholder, Tag, User
from stakeholders.standings.standing import follow

SALT = "people-changed-together"
A_DAY = 24 * 60 * 60  # seconds a change can be taken back

type Rows = list[Stakeholder]


class RefusedError(Exception):
    """Nothing was changed, and why."""


@dataclass
class Change:
    """What was changed, as plain values, so that it can be sealed and taken back."""

    versions: dict[int, int]  # of each person, after the change
    before: dict[str, dict[int, Any]] = field(default_factory=dict)  # by field and person
    added: list[int] = field(default_factory=list)  # ids of tags
    removed: list[int] = field(default_factory=list)

    def sealed(self, by: User) -> str:
        """Return it as a text that only `by` can take back."""
        return signing.dumps([by.pk, vars(self)], salt=SALT, compress=True)


@transaction.atomic
def change(form: BulkForm, by: User) -> Change:
    """Give everybody selected what the form says. Raises RefusedError."""
    rows, values, said = _held(form.read(), by), form.values(), form.cleaned_data
    before = {name: {one.pk: _plain(getattr(one, name)) for one in rows} for name in values}
    for one in rows:
        for name, value in values.items():
            setattr(one, name, value)
        _refuse_impossible(one)
    _save(rows, values)
    people, tags = [one.pk for one in rows], Tag.objects.all()
    added = tags.put_on(people, said["add_tag"], by) if said["add_tag"] else []
    removed = tags.take_off(people, said["remove_tag"]) if said["remove_tag"] else []
    return Change({one.pk: one.version for one in rows}, before, added, removed)


@transaction.atomic
def take_back(token: str, by: User) -> int:
    """Undo a change that was sealed for `by`; return of how many. Raises RefusedError."""
    try:
        owner, said = signing.loads(token, salt=SALT, max_age=A_DAY)
    except signing.BadSignature:
        raise RefusedError("This can no longer be undone.") from None
    if owner != by.pk:
        raise RefusedError("Only who changed it can undo it.")
    rows = _held({int(pk): version for pk, version in said["versions"].items()}, by)
    for name, values in said["before"].items():
        attribute = Stakeholder._meta.get_field(name).attname  # type: ignore[union-attr]
        for one in rows:
            setattr(one, attribute, values[str(one.pk)])
    _save(rows, said["before"])
    Tag.objects.filter(pk__in=said["added"]).archive()
    Tag.objects.filter(pk__in=said["removed"]).restore()
    return len(rows)


def _held(read: dict[int, int], by: User) -> Rows:
    """Return these people, held, if all of them are still as they were read."""
    seen = Stakeholder.objects.visible_to(by).current().filter(pk__in=read)
    rows = list(seen.order_by("pk").held())
    if len(rows) < len(read):
        raise RefusedError("Somebody you selected is no longer here. Nothing was changed.")
    stale = [str(one) for one in rows if one.version != read[one.pk]]
    if stale:
        names = ", ".join(stale[:3]) + (" and others" if len(stale) > 3 else "")
        raise RefusedError(f"{names} changed since you looked. Nothing was changed.")
    return rows


def _save(rows: Rows, fields: Iterable[str]) -> None:
    """Save `fields` of `rows` with their history; standings follow another layer."""
    fields = list(fields)
    if not fields:
        return
    for one in rows:
        one.version += 1
    bulk_update_with_history(rows, Stakeholder, [*fields, "version"])
    if "layer" in fields:
        follow([one.pk for one in rows])


def _refuse_impossible(one: Stakeholder) -> None:
    """Raise RefusedError where somebody would be kept by themselves, or by one twice."""
    if one.pk in (one.counterpart_id, one.backup_id):
        raise RefusedError(f"{one} cannot keep themselves. Nothing was changed.")
    if one.counterpart_id and one.counterpart_id == one.backup_id:
        words = f"Counterpart and backup of {one} must be two people. Nothing was changed."
        raise RefusedError(words)


def _plain(value: Any) -> Any:
    """Return a value as JSON can hold it: a person by id."""
    return getattr(value, "pk", value)

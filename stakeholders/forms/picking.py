"""Choosing people: anybody may be chosen, those spoken with last are offered first."""

from typing import Any

from django import forms
from django.db.models import OuterRef, Subquery
from django.utils.safestring import SafeString

from stakeholders.converters import ids, is_id
from stakeholders.forms.lists import drawn
from stakeholders.models import Stakeholder, Tie, User
from stakeholders.models.people import StakeholderQuerySet
from stakeholders.models.prepared import prepared

OFFERED = 200  # people in a plain list; with scripts the search finds everybody


def nearest(among: StakeholderQuerySet, user: User, count: int) -> list[Stakeholder]:
    """Return up to `count` of `among`, those whom `user` was last in touch with first.

    Asked for both in one order, or for ties beside people, a database goes through all.
    """
    here, mine = among.current(), Tie.objects.filter(source=user.stakeholder_id or 0)
    spoke = mine.filter(target=OuterRef("pk")).values("last_day")
    known = here.filter(pk__in=mine.values("target")).annotate(spoke=Subquery(spoke))
    found = list(known.order_by("-spoke", "name", "pk")[:count])
    if len(found) < count:
        others = here.exclude(pk__in=[one.pk for one in found]).order_by("name", "pk")
        found.extend(others[: count - len(found)])
    return found


class PeopleSelect(forms.SelectMultiple):
    """A list of the people chosen and of those likely to be, never of a whole company."""

    user: User

    def render(
        self, name: str, value: Any, attrs: Any = None, renderer: Any = None
    ) -> SafeString:
        """Return the list: the people chosen, in their order, then the likely ones."""
        picked = ids(self.format_value(value))
        chosen = Stakeholder.objects.visible_to(self.user).in_bulk(picked)
        first = [(pk, True, chosen[pk]) for pk in picked if pk in chosen]
        people = Stakeholder.objects.visible_to(self.user).only("name")
        likely = nearest(people, self.user, OFFERED)
        rest = [(one.pk, False, one) for one in likely if one.pk not in chosen]
        return drawn(self, name, attrs, [*first, *rest])


class SeveralField(forms.ModelMultipleChoiceField):
    """Several records; what can be no id is refused before a database is asked."""

    def clean(self, value: Any) -> Any:
        """Return the records chosen."""
        self._refuse_odd(value)
        return super().clean(value) if value or self.required else []

    def to_python(self, value: Any) -> Any:
        """Return the records that were chosen when the form was opened."""
        self._refuse_odd(value)
        return super().to_python(value)

    def _refuse_odd(self, value: Any) -> None:
        """Raise ValidationError where something in `value` can be no id."""
        for one in value or ():
            if not is_id(str(one)):
                told = self.error_messages["invalid_pk_value"]
                raise forms.ValidationError(told, "invalid_pk_value", {"pk": one})


class PeopleField(SeveralField):
    """Several people. Set `user` to who chooses before it is used."""

    widget = PeopleSelect

    def __init__(self, **kwargs: Any) -> None:
        """Accept nobody until a user is known."""
        super().__init__(Stakeholder.objects.none(), **kwargs)
        self._asked: list[int] = []
        self._found: list[Stakeholder] = []
        self.error_messages["invalid_choice"] = "Somebody you chose is no longer here."
        self.error_messages["invalid_pk_value"] = "Choose people from the list."

    def offer_to(self, user: User) -> None:
        """Let `user` choose among whom they may see."""
        self.queryset = Stakeholder.objects.visible_to(user)
        self.widget.user = user

    def found(self, values: Any) -> list[Stakeholder]:
        """Return who of `values` (ids) may be chosen, in that order; asked for once."""
        asked = ids(values or [])
        if asked != self._asked:
            known = {one.pk: one for one in _named(user=self.widget.user, people=asked)}
            self._found = [known[pk] for pk in asked if pk in known]
            self._asked = asked
        return self._found

    def _check_values(self, value: Any) -> Any:
        """Return the people chosen; raise ValidationError where one of them may not be."""
        people = self.found(value)
        if len(people) < len(ids(value)):
            told = self.error_messages["invalid_choice"]
            raise forms.ValidationError(told, "invalid_choice")
        return people


@prepared
def _named(*, user: User, people: list[int]) -> StakeholderQuerySet:
    """Return the `people` (ids) whom `user` may see, by name alone."""
    return Stakeholder.objects.visible_to(user).filter(pk__in=people).only("name")


class PersonField(PeopleField):
    """One person, chosen as several are."""

    def clean(self, value: Any) -> Any:
        """Return the one chosen."""
        people = list(super().clean(value) or [])
        if len(people) > 1:
            raise forms.ValidationError("Choose one person.")
        return people[0] if people else None

"""The form of one person."""

from itertools import chain
from typing import Any, ClassVar, cast

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q
from django.forms.boundfield import BoundField
from django.http import QueryDict
from django.utils import timezone

from stakeholders.forms.base import RecordForm
from stakeholders.forms.offers import NamedSelect, offer
from stakeholders.forms.units import UnitField, settled
from stakeholders.models import Record, Role, Stakeholder, Unit, User
from stakeholders.standings import people_changed

RATINGS = [("", "Not known"), (1, "1, little"), (2, "2"), (3, "3"), (4, "4")]


def rating(label: str, most: str) -> forms.TypedChoiceField:
    """Return a choice from 1 to 5; `most` says what 5 is."""
    choices = [*RATINGS, (5, f"5, {most}")]
    return forms.TypedChoiceField(
        label=label, choices=choices, coerce=int, empty_value=None, required=False
    )


class PersonForm(RecordForm):
    """Add or change one person, and the unit and title they are known by."""

    title = forms.CharField(max_length=200, required=False, show_hidden_initial=True)
    unit = UnitField(
        required=False,
        show_hidden_initial=True,
        help_text="One that is not here yet is added.",
    )
    influence = rating("Influence", "decides")
    interest = rating("Interest", "high")
    again = forms.BooleanField(required=False, widget=forms.HiddenInput)
    twin: Stakeholder | None = None  # somebody of the same name, who is already here
    of_twin = "may be who you mean. Save once more to add another person of this name."

    USUAL = ["name", "layer", "title", "unit", "counterpart", "email"]
    RARE: ClassVar[dict[str, list[str]]] = {
        "How much they matter": [
            "criticality",
            "seniority",
            "influence",
            "interest",
            "engagement_now",
            "engagement_wanted",
        ],
        "How to speak with them": [
            "preferred_channel",
            "depth",
            "language",
            "cadence_days",
        ],
        "More about them": [
            "backup",
            "phone",
            "external_id",
            "internal",
            "is_group",
            "notes",
        ],
    }

    class Meta:
        model = Stakeholder
        fields = [
            "name",
            "layer",
            "counterpart",
            "email",
            "criticality",
            "seniority",
            "influence",
            "interest",
            "engagement_now",
            "engagement_wanted",
            "preferred_channel",
            "depth",
            "language",
            "cadence_days",
            "backup",
            "phone",
            "external_id",
            "internal",
            "is_group",
            "notes",
        ]
        widgets = {"counterpart": NamedSelect, "backup": NamedSelect}

    def __init__(self, *args: Any, by: User, **kwargs: Any) -> None:
        """Offer our team as counterparts and the known units."""
        super().__init__(*args, by=by, **kwargs)
        self.fields["name"].widget.attrs["autofocus"] = self.instance._state.adding
        self.role = self._primary_role()
        self._offer_team()
        cast("UnitField", self.fields["unit"]).offer(Unit.objects.visible_to(by).current())
        self.initial = {**self.initial, **self._known_by()}
        asked = {*self.USUAL, *chain.from_iterable(self.RARE.values())}
        for name in {*self.Meta.fields} - asked:
            del self.fields[name]

    def _known_by(self) -> dict[str, str]:
        """Return the title and unit of the primary role, in words."""
        if not self.role:
            return {"title": "", "unit": ""}
        unit = cast("UnitField", self.fields["unit"])
        return {"title": self.role.title, "unit": unit.label_of(self.role.unit)}

    def _primary_role(self) -> Role | None:
        """Return the role to show beside the name, if there is one."""
        if self.instance._state.adding:
            return None
        held = Role.objects.filter(stakeholder=self.instance, primary=True)
        return held.select_related("unit").first()

    def _offer_team(self) -> None:
        """Offer whoever of our team is here, and whom the person already has."""
        team = Stakeholder.objects.visible_to(self.by).current().in_our_team()
        had = Q(pk__in=[self.instance.counterpart_id, self.instance.backup_id])
        offered = team | Stakeholder.objects.filter(had)
        for name in ("counterpart", "backup"):
            offer(self.fields[name], offered.exclude(pk=self.instance.pk), "Nobody yet")

    def usual(self) -> list[BoundField]:
        """Return the fields everybody fills in."""
        return [self[name] for name in self.USUAL]

    def rare(self) -> list[tuple[str, list[BoundField], bool]]:
        """Return what folds away: its name, its fields, and whether it must be open."""
        return [
            (name, [self[field] for field in fields], bool(set(fields) & set(self.errors)))
            for name, fields in self.RARE.items()
        ]

    def clean(self) -> dict[str, Any] | None:
        """Ask for the unit of a title, and whether a second person of one name is meant."""
        said = super().clean()
        if self.cleaned_data.get("title") and not self.cleaned_data.get("unit"):
            self.add_error("unit", "Name the unit as well: a title belongs to a unit.")
        if self.instance._state.adding and not self.cleaned_data.get("again"):
            self._ask_about_twin()
        return said

    def _ask_about_twin(self) -> None:
        """Refuse once somebody of a name that is already here."""
        people = Stakeholder.objects.visible_to(self.by).current().with_primary_role()
        self.twin = people.filter(name=self.cleaned_data.get("name", "")).first()
        if self.twin:
            data = cast("QueryDict", self.data).copy()
            data[self.add_prefix("again")] = "on"
            self.data = data
            raise ValidationError("Somebody of this name is already here.", "twin")

    def untouched(self, now: Record, read: int) -> dict[str, Any]:
        """Return also the title and unit of now, where this person left them alone."""
        theirs = self._known_by()
        kept = {
            name: said for name, said in theirs.items() if name not in self.changed_data
        }
        return super().untouched(now, read) | kept

    def save(self, commit: bool = True) -> Stakeholder:
        """Save the person, the role they are known by, and where they stand.

        Raises StaleError.
        """
        person: Stakeholder = super().save(commit)
        if {"unit", "title"} & set(self.changed_data):
            self._save_role(person)
        people_changed([person.pk])
        return person

    def _save_role(self, person: Stakeholder) -> None:
        """Make the primary role say what was typed; archive it where that is nothing."""
        unit = self.cleaned_data["unit"]
        role = self.role or Role(stakeholder=person, created_by=self.by)
        if unit:
            role.unit = settled(unit, person.layer, self.by)
            role.title = self.cleaned_data["title"]
            role.save()
        elif self.role:
            role.primary, role.archived_at = False, timezone.now()
            role.save()


class NewcomerForm(PersonForm):
    """Say who is missing while something else is written: no more than tells them apart."""

    of_twin = (
        "may be who you mean: then close this and choose them. "
        "Add once more to have two people of this name."
    )
    USUAL = ["name", "layer", "title", "unit"]
    RARE: ClassVar[dict[str, list[str]]] = {}


class MyselfForm(PersonForm):
    """Say who one is oneself: one of us, so how we stand with them is not asked."""

    of_twin = (
        "may be you: then ask an administrator to say so of your user. "
        "Save once more if you are somebody else."
    )
    USUAL = ["name", "title", "unit", "email"]
    RARE: ClassVar[dict[str, list[str]]] = {}

    def __init__(self, *args: Any, by: User, **kwargs: Any) -> None:
        """Begin with the name they signed in with."""
        super().__init__(*args, by=by, initial={"name": by.get_full_name()}, **kwargs)
        self.instance.layer = Stakeholder.Layer.TEAM

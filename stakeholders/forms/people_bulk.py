"""Changing several people at once: what is left empty stays as it is."""

import re
from typing import Any, cast

from django import forms
from django.forms.boundfield import BoundField

from stakeholders.forms.offers import NamedSelect, offer
from stakeholders.models import Stakeholder, User

FIELDS = ("counterpart", "backup", "layer", "cadence_days")
MOST = 500  # people in one change
READ = re.compile(r"([0-9]{1,15})\.([0-9]{1,9})")  # an id, and the version it was read at


class BulkForm(forms.Form):
    """What to give all who are selected; each is sent as "id.version"."""

    counterpart = forms.ModelChoiceField(
        Stakeholder.objects.none(),
        label="Our counterpart",
        required=False,
        widget=NamedSelect,
    )
    backup = forms.ModelChoiceField(
        Stakeholder.objects.none(), required=False, widget=NamedSelect
    )
    layer = forms.ChoiceField(
        choices=[("", "Leave as it is"), *Stakeholder.Layer.choices], required=False
    )
    cadence_days = forms.IntegerField(
        label="Wanted rhythm, days", required=False, min_value=1, max_value=730
    )
    add_tag = forms.CharField(label="Add the tag", max_length=50, required=False)
    remove_tag = forms.CharField(label="Remove the tag", max_length=50, required=False)

    def __init__(self, *args: Any, reader: User, **kwargs: Any) -> None:
        """Offer our team."""
        super().__init__(*args, **{"auto_id": "bulk_%s", **kwargs})
        team = Stakeholder.objects.visible_to(reader).current().in_our_team()
        for name in ("counterpart", "backup"):
            offer(self.fields[name], team, "Leave as it is")

    def without_people(self) -> list[BoundField]:
        """Return the fields that offer nobody, and so cost a page nothing."""
        return [box for box in self if box.name not in ("counterpart", "backup")]

    def read(self) -> dict[int, int]:
        """Return the version each selected person was read at, by id."""
        said = cast("Any", self.data).getlist("person")
        pairs = [READ.fullmatch(one) for one in said[:MOST]]
        return {int(pair[1]): int(pair[2]) for pair in pairs if pair}

    def values(self) -> dict[str, Any]:
        """Return the fields to set."""
        said = self.cleaned_data
        return {name: said[name] for name in FIELDS if said[name] not in (None, "")}

    def clean_add_tag(self) -> str:
        """Refuse what a file of people would take for several tags."""
        tag = " ".join(str(self.cleaned_data["add_tag"]).split())
        if {",", ";"} & set(tag):
            raise forms.ValidationError("A tag has no comma or semicolon in it.")
        return tag

    def clean(self) -> dict[str, Any] | None:
        """Ask for people, and for something to change."""
        said = super().clean() or {}
        if not self.read():
            raise forms.ValidationError("Select somebody first.")
        if not self.errors and not any(said.values()):
            raise forms.ValidationError("Choose what to change.")
        return said

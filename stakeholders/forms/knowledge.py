"""Forms of what we know of somebody that no conversation log shows."""

from typing import Any, cast

from django import forms

from stakeholders.forms.base import RecordForm
from stakeholders.forms.picking import PeopleField
from stakeholders.models import Concern, Connection, Stakeholder, Term, User

Kind = Connection.Kind

# What the other end of a connection is, said from where it arrives.
SEEN_FROM_TARGET = {
    Kind.REPORTS_TO: "manages",
    Kind.INFLUENCES: "is influenced by",
    Kind.SPONSORS: "is sponsored by",
    Kind.ALLIED_WITH: Kind.ALLIED_WITH.label,
    Kind.IN_CONTENTION: Kind.IN_CONTENTION.label,
    Kind.INTRODUCED_BY: "introduced",
}
TURNED = "turned:"  # before a kind: the other person is its source
WAYS = [
    *Kind.choices,
    *(
        (f"{TURNED}{kind}", words)
        for kind, words in SEEN_FROM_TARGET.items()
        if words != kind.label
    ),
]


def day_input() -> forms.DateInput:
    """Return the browser's own way to choose a day."""
    return forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


class KnowledgeForm(RecordForm):
    """Add or change something we know of one person."""

    told_by: list[str] = []  # fields that together may be said once of a person

    def __init__(self, *args: Any, about: Stakeholder, by: User, **kwargs: Any) -> None:
        """Remember whom it is about."""
        super().__init__(*args, by=by, **kwargs)
        self.about = about
        self.tie()
        first = next(field for field in self.visible_fields())
        first.field.widget.attrs["autofocus"] = True

    def tie(self) -> None:
        """Make the record one about this person."""
        cast("Concern | Term", self.instance).stakeholder = self.about

    def clean(self) -> dict[str, Any] | None:
        """Refuse to say again what is already here, as a second click would."""
        said = super().clean()
        if self.told_by and self.instance._state.adding:
            same = {name: self.cleaned_data.get(name) for name in self.told_by}
            known = self._meta.model._default_manager.filter(archived_at=None, **same)
            if known.filter(stakeholder=self.about).exists():
                raise forms.ValidationError("This is already here.")
        return said


class ConcernForm(KnowledgeForm):
    """Say what matters to somebody."""

    told_by = ["text", "kind", "heard_on"]

    class Meta:
        model = Concern
        fields = ["text", "kind", "rank", "heard_on"]
        labels = {"text": "What matters to them", "heard_on": "Heard on"}
        widgets = {"heard_on": day_input()}


class TermForm(KnowledgeForm):
    """Say which word of theirs is which of ours."""

    told_by = ["theirs", "ours"]

    class Meta:
        model = Term
        fields = ["theirs", "ours", "meaning"]


class ConnectionForm(KnowledgeForm):
    """Say how somebody is connected with another person."""

    way = forms.ChoiceField(label="How", choices=WAYS)
    other = PeopleField(label="Whom")
    field_order = ["way", "other"]

    class Meta:
        model = Connection
        fields = ["note", "since", "until"]
        widgets = {"since": day_input(), "until": day_input()}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Offer whom this user may choose."""
        super().__init__(*args, **kwargs)
        cast("PeopleField", self.fields["other"]).offer_to(self.by)
        if not self.instance._state.adding:
            self.initial = {**self.initial, **self._as_seen()}

    def tie(self) -> None:
        """Leave the ends open: which is which is chosen in the form."""

    def _as_seen(self) -> dict[str, Any]:
        """Return the connection as it reads from this person."""
        known: Connection = self.instance
        if known.source_id == self.about.pk:
            return {"way": known.kind, "other": [known.target_id]}
        same = SEEN_FROM_TARGET[Kind(known.kind)] == known.get_kind_display()
        way = known.kind if same else f"{TURNED}{known.kind}"
        return {"way": way, "other": [known.source_id]}

    def clean_other(self) -> Stakeholder:
        """Return the one person chosen."""
        chosen = list(self.cleaned_data["other"])
        if len(chosen) != 1:
            raise forms.ValidationError("Choose one person.")
        return cast("Stakeholder", chosen[0])

    def clean(self) -> dict[str, Any] | None:
        """Put both ends and the kind on the connection; bring back one once removed."""
        said = super().clean()
        way, other = self.cleaned_data.get("way", ""), self.cleaned_data.get("other")
        if way and other:
            ends = (other, self.about) if way.startswith(TURNED) else (self.about, other)
            self._say(Kind(way.removeprefix(TURNED)), *ends)
        return said

    def _say(self, kind: str, source: Stakeholder, target: Stakeholder) -> None:
        """Make the record this connection, or the removed one that said the same."""
        if self.instance._state.adding:
            gone = Connection.objects.exclude(archived_at=None)
            gone = gone.filter(kind=kind, source=source, target=target)
            self.instance = self.record = gone.first() or self.instance
            self.cleaned_data["version"] = self.record.version
        self.instance.archived_at = None
        self.instance.kind = kind
        self.instance.source, self.instance.target = source, target

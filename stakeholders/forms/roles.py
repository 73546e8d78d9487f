"""The form of one role: what somebody is, in one unit, for a time."""

from typing import Any, cast

from django import forms
from django.db.models import QuerySet

from stakeholders.forms.knowledge import KnowledgeForm, day_input
from stakeholders.forms.units import UnitField, settled
from stakeholders.models import Role, Unit


class RoleForm(KnowledgeForm):
    """Add or change one role of somebody."""

    unit = UnitField(help_text="One that is not here yet is added.")
    shown = forms.BooleanField(label="Show this role beside the name", required=False)
    field_order = ["title", "unit"]

    class Meta:
        model = Role
        fields = ["title", "since", "until"]
        widgets = {"since": day_input(), "until": day_input()}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Offer the known units."""
        super().__init__(*args, **kwargs)
        unit = cast("UnitField", self.fields["unit"])
        unit.offer(Unit.objects.visible_to(self.by).current())
        role: Role = self.instance
        self.initial["shown"] = role.primary if role.pk else not self._shown().exists()
        if role.unit_id:
            self.initial["unit"] = unit.label_of(role.unit)

    def validate_constraints(self) -> None:
        """Check all but the one this form settles itself: which role is the primary one."""
        role: Role = self.instance
        role.primary = False
        super().validate_constraints()

    def save(self, commit: bool = True) -> Role:
        """Save the role, and let it alone be the primary one if so chosen."""
        role: Role = self.instance
        role.unit = settled(self.cleaned_data["unit"], self.about.layer, self.by)
        role.primary = self.cleaned_data["shown"]
        if role.primary:
            self._step_back(role)
        return cast("Role", super().save(commit))

    def _step_back(self, shown: Role) -> None:
        """Let the role that was shown beside the name stand behind `shown`."""
        for other in self._shown().exclude(pk=shown.pk):
            other.primary = False
            other.save()

    def _shown(self) -> QuerySet[Role]:
        """Return the role now shown beside the name, if there is one."""
        return Role.objects.filter(stakeholder=self.about, primary=True)

"""Users: who signs in, what they may do, and which stakeholder they are."""

from typing import Any

from django.contrib.auth.models import AbstractUser
from django.db import models
from simple_history.models import HistoricalRecords


class User(AbstractUser):
    """Somebody who signs in."""

    class Role(models.TextChoices):
        VIEWER = "viewer", "Viewer: reads"
        MEMBER = "member", "Member: reads and logs"
        MANAGER = "manager", "Manager: also imports and archives"
        ADMINISTRATOR = "administrator", "Administrator: also manages every record"

    role = models.CharField(max_length=20, choices=Role, default=Role.MEMBER)
    stakeholder = models.OneToOneField(
        "stakeholders.Stakeholder",
        models.SET_NULL,
        null=True,
        blank=True,
        verbose_name="person",
        help_text="Who this user is among the people, so that what they log is theirs.",
    )
    history = HistoricalRecords(excluded_fields=["password", "last_login"])

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Let administrators, and nobody else, into the admin; signing in is no change."""
        if self._state.adding and self.is_superuser:  # as `createsuperuser` asks for
            self.role = self.Role.ADMINISTRATOR
        self.is_staff = self.is_superuser = self.role == self.Role.ADMINISTRATOR
        if kwargs.get("update_fields") == ["last_login"]:
            self.skip_history_when_saving = True
        super().save(*args, **kwargs)
        vars(self).pop("skip_history_when_saving", None)

    def __str__(self) -> str:
        """Return the full name, or the user name where there is none."""
        return self.get_full_name() or self.username

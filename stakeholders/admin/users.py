"""Users: who signs in, as what, and who of the people they are."""

from typing import Any

from django.contrib import admin, messages
from django.contrib.admin import EmptyFieldListFilter
from django.contrib.auth.admin import UserAdmin as DjangoUserAdmin
from django.contrib.auth.forms import AdminPasswordChangeForm, AdminUserCreationForm
from django.contrib.auth.models import Group
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse

from stakeholders.admin.alike import Refusal
from stakeholders.admin.changing import Changing
from stakeholders.admin.deleting import Deleting
from stakeholders.admin.exporting import Exporting
from stakeholders.admin.history import Remembering
from stakeholders.admin.records import fields, section
from stakeholders.admin.seeing import Searching
from stakeholders.models import User

ANOTHER = "Ask another administrator to change what you yourself may do."
WITHOUT = "Without a password nobody can sign in as this user until one is given."

admin.site.unregister(Group)  # what somebody may do is their role


class NewUserForm(AdminUserCreationForm):
    """Add somebody who signs in."""

    usable_password = AdminUserCreationForm.create_usable_password_field(WITHOUT)
    usable_password.label = "A password"
    usable_password.choices = [("true", "Give one now"), ("false", "None yet")]


class GivenPasswordForm(AdminPasswordChangeForm):
    """Give somebody else another password, or none."""

    usable_password_help_text = (
        f'{WITHOUT}<ul id="id_unusable_warning" class="messagelist">'  # shown by a script
        '<li class="warning">The password they have now would be lost.</li></ul>'
    )


@admin.register(User)
class UserAdmin(Changing, Exporting, Remembering, Deleting, Searching, DjangoUserAdmin):
    """Everybody who signs in. Somebody who left is shut out; what they did stays theirs."""

    add_form = NewUserForm
    change_password_form = GivenPasswordForm
    actions = ["shut_out", "let_in", "export"]
    set_together = [("role",)]
    date_hierarchy = "date_joined"
    list_display = ["username", "name", "role", "stakeholder", "is_active", "last_login"]
    list_filter = ["role", "is_active", ("stakeholder", EmptyFieldListFilter)]
    list_select_related = ["stakeholder"]
    autocomplete_fields = ["stakeholder"]
    readonly_fields = ["last_login", "date_joined"]
    filter_horizontal = []
    fieldsets = [
        fields("username", "password"),
        section(
            "Who they are", "first_name", "last_name", "email", "stakeholder", folds=False
        ),
        section("What they may do", "role", "is_active", folds=False),
        section("Since when", "date_joined", "last_login"),
    ]
    add_fieldsets = [
        fields("username", "first_name", "last_name", "email", "role", "stakeholder"),
        section("Password", "usable_password", "password1", "password2", folds=False),
    ]
    export_fields = [
        "username",
        "first_name",
        "last_name",
        "email",
        "role",
        "stakeholder",
        "is_active",
        "date_joined",
        "last_login",
    ]

    def get_queryset(self, request: HttpRequest) -> Any:
        """Return every user."""
        return super().get_queryset(request)

    def to_choose_from(self, request: HttpRequest, queryset: Any) -> Any:
        """Offer those who can sign in."""
        return queryset.filter(is_active=True)

    @admin.display(description="name", ordering="last_name")
    def name(self, user: Any) -> str:
        """Return the full name."""
        return str(user.get_full_name())

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """Leave nobody without an administrator: one's own role is for others to change."""
        mine = ["role", "is_active"] if obj == request.user else []
        return [*super().get_readonly_fields(request, obj), *mine]

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Refuse to let people delete themselves."""
        return obj != request.user and super().has_delete_permission(request, obj)

    def get_deleted_objects(self, objs: Any, request: HttpRequest) -> Any:
        """Return what would go; oneself stays."""
        *doomed, kept_by = super().get_deleted_objects(objs, request)
        return *doomed, kept_by + [ANOTHER] * (request.user in objs)

    def version_view(self, request: HttpRequest, pk: int, entry: int) -> HttpResponse:
        """Show what a user was; bringing oneself back is for others."""
        if request.method == "POST" and pk == request.user.pk:
            raise PermissionDenied(ANOTHER)
        return super().version_view(request, pk, entry)

    @admin.action(
        permissions=["change"], description="Shut out selected %(verbose_name_plural)s"
    )
    def shut_out(self, request: HttpRequest, queryset: Any) -> None:
        """Let them sign in no more."""
        self._tell(request, *self.give(request, queryset, {"is_active": False}))

    @admin.action(
        permissions=["change"], description="Let selected %(verbose_name_plural)s in"
    )
    def let_in(self, request: HttpRequest, queryset: Any) -> None:
        """Let them sign in again."""
        self._tell(request, *self.give(request, queryset, {"is_active": True}))

    def give(
        self, request: HttpRequest, queryset: Any, values: dict[str, Any]
    ) -> tuple[int, list[Refusal]]:
        """Give users these values, all but oneself, each as a save of its own."""
        others = list(queryset.exclude(pk=request.user.pk))
        with transaction.atomic():
            for user in others:
                for name, value in values.items():
                    setattr(user, name, value)
                user.save()
        oneself = queryset.filter(pk=request.user.pk)
        return len(others), [(one, ANOTHER) for one in oneself]

    def _tell(self, request: HttpRequest, changed: int, refused: list[Refusal]) -> None:
        """Say how many were changed, and who was not."""
        self.message_user(request, f"Changed: {changed}.", messages.SUCCESS)
        for user, sentence in refused:
            self.message_user(request, f"{user}: {sentence}", messages.WARNING)

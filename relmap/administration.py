"""The frame of the administration: who comes in, and in which order the records stand.

It stands apart from `stakeholders.admin`, whose modules register with it as they load.
"""

from typing import Any

from django.conf import settings
from django.contrib import admin
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.views import LogoutView, redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, resolve_url
from django.urls import reverse, reverse_lazy
from django.utils.decorators import method_decorator
from django.views.decorators.cache import never_cache

SECTIONS = {
    "People": ["Stakeholder", "Role", "Unit"],
    "What we know": ["Concern", "Connection", "Term"],
    "Conversations": ["Interaction", "Exchange", "Commitment"],
    "Running it": ["User", "Batch"],
}


class Administration(admin.AdminSite):
    """Every record, for administrators, signed in through the site's own page."""

    site_title = "relmap"
    site_header = "relmap administration"
    index_title = "Every record"
    site_url = reverse_lazy("dashboard")  # type: ignore[assignment]

    @method_decorator(never_cache)
    @login_not_required
    def login(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """Send whoever is not signed in to the site's own page.

        Raises PermissionDenied for those who are signed in but no administrators.
        """
        if self.has_permission(request):
            return redirect("admin:index")
        if request.user.is_authenticated:
            raise PermissionDenied("Only administrators manage records here.")
        wanted = request.GET.get("next") or reverse("admin:index")
        return redirect_to_login(wanted, resolve_url(settings.LOGIN_URL))

    def logout(  # type: ignore[override]
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponseBase:
        """Sign out as everywhere else."""
        return LogoutView.as_view()(request)

    def password_change(  # type: ignore[override]
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """Send whoever wants another password to the site's own page."""
        return redirect("change-password")

    def get_app_list(self, request: HttpRequest, app_label: str | None = None) -> list[Any]:
        """Return the kinds of records in sections, as they hang together."""
        apps = super().get_app_list(request, app_label)
        if app_label:
            return apps
        ours: Any = next((app for app in apps if app["app_label"] == "stakeholders"), None)
        return _sections(ours) if ours else []


def _sections(app: dict[str, Any]) -> list[dict[str, Any]]:
    """Return one entry for each section of the `app`, shaped like the app's own."""
    models = {model["object_name"]: model for model in app["models"]}
    return [
        {**app, "name": name, "models": [models[one] for one in there if one in models]}
        for name, there in SECTIONS.items()
    ]

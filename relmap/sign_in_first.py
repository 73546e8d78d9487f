"""Signing in first: no stranger gets in; who was signed out while writing loses nothing."""

from collections.abc import Callable
from typing import Any

from django.contrib.auth.middleware import LoginRequiredMiddleware, get_user
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.cache import add_never_cache_headers

NOT_KEPT = "password"  # in the names of all fields that hold one


class SignInFirst(LoginRequiredMiddleware):
    """Lets nobody in who has not signed in."""

    def process_view(self, request: HttpRequest, *asked: Any) -> HttpResponseBase | None:
        """Let in who has signed in, as themselves: a look through a proxy takes ten."""
        answer = super().process_view(request, *asked)
        if answer is None and vars(request).get("_cached_user"):
            request.user = get_user(request)
        return answer

    def handle_no_permission(  # type: ignore[override]  # it may answer, not only lead on
        self, request: HttpRequest, view_func: Callable[..., HttpResponseBase]
    ) -> HttpResponseBase:
        """Lead to the sign-in; hand back what was sent, to be sent again.

        Files are not handed back, nor is a password, which is asked for once more.
        """
        if request.headers.get("HX-Request") and not request.headers.get("HX-Boosted"):
            return HttpResponse(status=401)  # the page stays as it is, and says why
        if request.method != "POST" or request.FILES:
            return super().handle_no_permission(request, view_func)
        sent = [
            (name, value)
            for name, values in request.POST.lists()
            for value in values
            if name != "csrfmiddlewaretoken" and NOT_KEPT not in name
        ]
        secret = any(NOT_KEPT in name for name in request.POST)
        found = {"sent": sent, "secret": secret}
        answer = render(request, "401.html", found, status=401)
        add_never_cache_headers(answer)
        return answer

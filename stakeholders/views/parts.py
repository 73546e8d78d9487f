"""What the views share: the request they get, and the choice of page or part."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseRedirect
from django.utils.http import url_has_allowed_host_and_scheme
from django_htmx.middleware import HtmxDetails

from stakeholders.models import User
from stakeholders.models.access import may_log, may_manage


class Request(HttpRequest):
    """A request of somebody signed in, as the middleware hands it to a view."""

    user: User
    htmx: HtmxDetails


def wants_part(request: Request) -> bool:
    """Return whether htmx asked for a piece of the page it is already on.

    A boosted link and the back button also come from htmx, and want the whole page.
    """
    htmx = request.htmx
    return bool(htmx) and not htmx.boosted and not htmx.history_restore_request


def page_or_part(request: Request, template: str, part: str) -> str:
    """Return the name of `template`, or of its partial `part` where htmx asked for it."""
    return f"{template}#{part}" if wants_part(request) else template


def refuse_readers(request: Request) -> None:
    """Raise PermissionDenied unless this user may add and change records."""
    if not may_log(request.user):
        raise PermissionDenied("Your role lets you read, not change anything.")


def refuse_all_but_managers(request: Request, to: str) -> None:
    """Raise PermissionDenied unless this user may manage; `to`: do what."""
    if not may_manage(request.user):
        raise PermissionDenied(f"Ask a manager to {to}.")


def back(request: Request, otherwise: str) -> HttpResponseRedirect:
    """Return to the page a button was pressed on, or to the address `otherwise`."""
    came_from = request.headers.get("Referer", "")
    ours = {request.get_host()}
    safe = url_has_allowed_host_and_scheme(
        came_from, ours, require_https=request.is_secure()
    )
    return HttpResponseRedirect(came_from if safe else otherwise)

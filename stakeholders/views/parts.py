"""What the views share: the request they get, and the choice of page or part."""

from django.http import HttpRequest
from django_htmx.middleware import HtmxDetails

from stakeholders.models import User


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

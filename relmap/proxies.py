"""Who asks, where a proxy of ours stands between them and us."""

from django.conf import settings
from django.http import HttpRequest


def client_address(request: HttpRequest) -> str:
    """Return the address of who asks; behind our proxy, the one it saw."""
    seen = request.META.get("HTTP_X_FORWARDED_FOR", "").split(",")[-1].strip()
    known: str = request.META.get("REMOTE_ADDR", "")
    return seen if settings.BEHIND_PROXY and seen else known

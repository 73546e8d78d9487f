"""Kept: a page stays as it was made until something that it could show changes.

What is made for somebody is kept for them alone, in the memory of this process, beside
the words of `models.stamps` that were read before it was made. Whoever asks after any
change finds no page under the new words.
"""

import re
from collections.abc import Callable, Mapping
from functools import wraps
from hashlib import sha256
from secrets import token_bytes
from typing import Any, Concatenate, Final
from uuid import uuid4

from django.contrib.messages import get_messages
from django.core.cache import caches
from django.db import connection
from django.http import HttpResponse
from django.middleware.csrf import get_token
from django.utils import timezone
from django.utils.functional import SimpleLazyObject

from stakeholders.models import stamps
from stakeholders.views.parts import Request

SLOT: Final = token_bytes(32)  # where a token goes; nobody can write it into a record
TOKENS: Final = (  # one by one: what begins with a choice is looked for letter by letter
    re.compile(rb'csrfmiddlewaretoken" value="(\w+)'),
    re.compile(rb'X-CSRFToken": "(\w+)'),
)
LARGE: Final = 2**18  # bytes; of larger answers few are kept

type View[**P] = Callable[Concatenate[Request, P], HttpResponse]


class Unsure(dict[str, Any]):
    """The words inside a transaction, whose own writes change none a second time."""

    def __missing__(self, area: str) -> str:
        """Return a word that was never said, so that nothing is kept for longer."""
        return uuid4().hex


def words_of(request: Request) -> Mapping[str, Any]:
    """Return the word of each area, as it was when this request first asked."""
    if connection.in_atomic_block:
        return Unsure()
    words: Mapping[str, int] | None = getattr(request, "stamps", None)
    if words is None:
        words = stamps.words()
        setattr(request, "stamps", words)  # noqa: B010 it is no attribute of theirs
    return words


def words(request: Request) -> dict[str, Any]:
    """Return, for templates, what parts of a page are kept by.

    The word of each area; and `reader`, who reads, with the secret behind the tokens in
    the forms: for a part that holds what not everybody may see, or a form.
    """

    def found() -> dict[str, Any]:
        """Return the words once a template asks."""
        if "CSRF_COOKIE" not in request.META:
            get_token(request)  # makes the secret
        reader = {"reader": (request.user.pk, request.META["CSRF_COOKIE"])}
        return (
            Unsure(reader)
            if connection.in_atomic_block
            else {**words_of(request), **reader}
        )

    return {"words": SimpleLazyObject(found)}


def keep_page[**P](view: View[P]) -> View[P]:
    """Let `view` answer with the page it made before, if nothing has changed since."""

    @wraps(view)
    def kept(request: Request, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        """Answer with the page that is kept, or with a new one."""
        if connection.in_atomic_block or len(get_messages(request)):
            return view(request, *args, **kwargs)
        key = _key(request)
        kind, page = caches["kept"].get(key) or caches["large"].get(key, ("", None))
        if page is not None:
            return HttpResponse(page.replace(SLOT, get_token(request).encode()), kind)
        answer = view(request, *args, **kwargs)
        _keep(key, answer)
        return answer

    return kept


def _key(request: Request) -> str:
    """Return where the page is kept: by all that it may depend on."""
    asked = {name: said for name, said in request.headers.items() if name.startswith("Hx-")}
    parts = (
        sorted(words_of(request).items()),
        timezone.localdate(),
        request.user.pk,
        (request.scheme, request.get_host(), request.get_full_path()),
        sorted(asked.items()),
        request.COOKIES.get("theme"),
    )
    return sha256(repr(parts).encode()).hexdigest()


def _keep(key: str, answer: HttpResponse) -> None:
    """Keep a page that was found, with slots for the token against forged requests."""
    plain = list(answer.headers) == ["Content-Type"] and not answer.cookies
    if answer.status_code == 200 and plain:
        page = answer.content
        for token in {token for one in TOKENS for token in one.findall(page)}:
            page = page.replace(token, SLOT)
        among = caches["large" if len(page) > LARGE else "kept"]
        among.set(key, (answer.headers["Content-Type"], page))

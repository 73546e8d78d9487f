"""Paper: a page as PDF, where the optional WeasyPrint is installed."""

from contextlib import suppress
from importlib.util import find_spec
from pathlib import Path
from threading import Thread
from typing import Any

from django.contrib.staticfiles import finders
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string

MISSING = (
    "PDF needs the optional library WeasyPrint, which is not installed here. Whoever "
    "runs this site finds how in the handbook; printing the page works without it."
)


def as_pdf(
    request: HttpRequest, template: str, context: dict[str, Any], name: str
) -> HttpResponse:
    """Return `template` as a PDF called `name`, or a page that says what is missing."""
    try:
        from weasyprint import CSS, HTML  # noqa: PLC0415 optional, and slow to import
    except (ImportError, OSError):  # OSError: it is there, and Pango is not
        return render(request, "stakeholders/no_pdf.html", {"why": MISSING}, status=501)
    html = HTML(string=render_to_string(template, context, request), url_fetcher=_nothing)
    return HttpResponse(
        html.write_pdf(stylesheets=[CSS(string=_style())]),
        content_type="application/pdf",
        headers={"Content-Disposition": f'inline; filename="{name}.pdf"'},
    )


def warm_up() -> Thread | None:
    """Begin to load the library and its fonts, so that nobody waits for that; where it is.

    It takes two seconds of a processor, and many more on a machine that just started.
    """
    if not find_spec("weasyprint"):
        return None
    thread = Thread(target=_first, name="paper", daemon=True)
    thread.start()
    return thread


def _first() -> None:
    """Make a first, empty PDF; without Pango there is none, and `as_pdf` says so."""
    with suppress(ImportError, OSError):
        from weasyprint import HTML  # noqa: PLC0415 optional, and slow to import

        HTML(string="<p>.", url_fetcher=_nothing).write_pdf()


def _style() -> str:
    """Return the style sheet of paper."""
    return Path(str(finders.find("css/paper.css"))).read_text(encoding="utf-8")


def _nothing(address: str, *_: Any, **__: Any) -> dict[str, Any]:
    """Refuse to fetch anything: what people typed must not make the server ask around."""
    raise ValueError(f"a PDF fetches nothing, not even {address[:80]}")

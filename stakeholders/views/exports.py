"""Exports: take out as CSV what one may see."""

from django.http import Http404, HttpResponse, StreamingHttpResponse
from django.utils import timezone
from django.views.decorators.http import require_GET

from stakeholders.capture.export import EXPORTS
from stakeholders.views.parts import Request


@require_GET
def export(request: Request, kind: str) -> StreamingHttpResponse | HttpResponse:
    """Send everything of one `kind` that this user may see, formula-safe."""
    if kind not in EXPORTS:
        raise Http404
    answer = StreamingHttpResponse(
        EXPORTS[kind](request.user), content_type="text/csv; charset=utf-8"
    )
    name = f"relmap-{kind}-{timezone.localdate().isoformat()}.csv"
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer

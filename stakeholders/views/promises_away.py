"""Putting promises away and bringing them back."""

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from stakeholders.models import Commitment
from stakeholders.models.promises import CommitmentQuerySet
from stakeholders.standings import fold
from stakeholders.views.parts import Request, refuse_readers


@require_POST
@transaction.atomic
def delete_promise(request: Request, pk: int) -> HttpResponse:
    """Put a promise away, with a way back."""
    promise, rows = _held(request, pk)
    rows.archive()
    fold({promise.promiser_id, promise.promisee_id})
    undo = f"undo:{reverse('restore-promise', args=[pk])}"
    messages.success(request, f"Deleted: {promise.what}", extra_tags=undo)
    return redirect("promises")


@require_POST
@transaction.atomic
def restore_promise(request: Request, pk: int) -> HttpResponse:
    """Bring a promise back from the archive."""
    promise, rows = _held(request, pk)
    rows.restore()
    fold({promise.promiser_id, promise.promisee_id})
    messages.success(request, f"Brought back: {promise.what}")
    return redirect("promises")


def _held(request: Request, pk: int) -> tuple[Commitment, CommitmentQuerySet]:
    """Return the promise, archived or not, held, if this user may see and change it."""
    refuse_readers(request)
    seen = Commitment.objects.visible_to(request.user).held()
    promise = get_object_or_404(seen, pk=pk)
    return promise, Commitment.objects.filter(pk=pk)

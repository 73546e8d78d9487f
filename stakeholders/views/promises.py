"""Promises: what we owe and what we are owed; add, edit, close, open again, delete."""

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from stakeholders.forms.promises import ClosingForm, PromiseForm
from stakeholders.models import Commitment, StaleError
from stakeholders.models.access import may_log
from stakeholders.models.as_facts import promise_facts
from stakeholders.standings import add, fold, summed
from stakeholders.views.kept import keep_page
from stakeholders.views.parts import Request, back, refuse_readers
from stakeholders.views.promises_list import Promises

PAGE = "stakeholders/promises_edit.html"


@require_GET
@keep_page
def promises(request: Request) -> HttpResponse:
    """List the open promises by side, or those that were closed."""
    seen = Commitment.objects.visible_to(request.user).current()
    context = {
        "listed": Promises(seen, request.GET),
        "may_change": may_log(request.user),
        "ends": ClosingForm.ENDS,
    }
    return render(request, "stakeholders/promises.html", context)


@require_http_methods(["GET", "POST"])
def add_promise(request: Request) -> HttpResponse:
    """Add a promise that no logged conversation tells of."""
    refuse_readers(request)
    first = {"promiser": request.user.stakeholder_id, "promisee": request.GET.get("person")}
    form = PromiseForm(request.POST or None, initial=first, by=request.user)
    if request.method == "POST" and form.is_valid():
        if not form.made_before():
            _save(form, set())
        return _done(request, "Saved.")
    return render(request, PAGE, {"form": form}, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def edit_promise(request: Request, pk: int) -> HttpResponse:
    """Change a promise, unless somebody else did meanwhile."""
    refuse_readers(request)
    promise = _seen(request, pk)
    before = {promise.promiser_id, promise.promisee_id}
    form = PromiseForm(request.POST or None, instance=promise, by=request.user)
    if request.method == "POST" and form.is_valid() and _save(form, before):
        return _done(request, "Saved.")
    status = 409 if form.changes else 422 if form.errors else 200
    return render(request, PAGE, {"form": form}, status=status)


def _save(form: PromiseForm, before: set[int]) -> bool:
    """Save what is valid and fold its ties; tell whether it is saved."""
    try:
        with transaction.atomic():
            promise: Commitment = form.save()
            fold({promise.promiser_id, promise.promisee_id} | before)
    except StaleError:
        return form.repeated
    return True


def _seen(request: Request, pk: int) -> Commitment:
    """Return the promise, if this user may see it and it was not put away."""
    return get_object_or_404(Commitment.objects.visible_to(request.user).current(), pk=pk)


def _done(request: Request, words: str) -> HttpResponse:
    """Say what was done and show the promises."""
    messages.success(request, words)
    return redirect("promises")


@require_POST
def close_promise(request: Request, pk: int) -> HttpResponse:
    """Close a promise as kept, late, broken or released."""
    refuse_readers(request)
    promise, form = _seen(request, pk), ClosingForm(request.POST)
    if not form.is_valid():
        messages.error(request, "Choose kept, late, broken or released.")
    elif _close(promise, **form.cleaned_data):
        undo = f"undo:{reverse('reopen-promise', args=[pk])}"
        words = f"{promise.get_state_display()}: {promise.what}"
        messages.success(request, words, extra_tags=undo)
    else:
        messages.error(request, "This promise changed since you looked. Look again.")
    return back(request, reverse("promises"))


@transaction.atomic
def _close(promise: Commitment, state: str, version: int) -> bool:
    """Close it as it was read; tell whether that is how it ended."""
    try:
        promise.lock_as_read(version)
    except StaleError:
        kept = {Commitment.State.KEPT, Commitment.State.LATE}
        return promise.state == state or {promise.state, state} == kept
    was_open = promise.state == Commitment.State.OPEN
    promise.close(state, on=timezone.localdate())
    promise.save()
    if was_open:
        add(summed(promise_facts(Commitment.objects.filter(pk=promise.pk))))
    else:
        fold({promise.promiser_id, promise.promisee_id})
    return True


@require_POST
@transaction.atomic
def reopen_promise(request: Request, pk: int) -> HttpResponse:
    """Make a closed promise open again."""
    refuse_readers(request)
    seen = Commitment.objects.visible_to(request.user).current().held()
    promise = get_object_or_404(seen, pk=pk)
    promise.reopen()
    promise.save()
    fold({promise.promiser_id, promise.promisee_id})
    messages.success(request, f"Open again: {promise.what}")
    return back(request, reverse("promises"))

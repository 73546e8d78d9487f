"""Today: the conversations to have next; plan one, or leave it for now."""

from datetime import timedelta

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST
from django.views.decorators.vary import vary_on_headers

from stakeholders.forms.plans import NotNowForm, PlanForm
from stakeholders.models import Plan, Snooze, Stakeholder
from stakeholders.models.plans import PlanQuerySet
from stakeholders.views.kept import keep_page
from stakeholders.views.parts import Request, back, page_or_part, refuse_readers
from stakeholders.views.saving import saved, status_of
from stakeholders.views.today_changes import Changes
from stakeholders.views.today_page import TodayPage

PLAN = "stakeholders/today_plan.html"


@require_GET
@keep_page
def today(request: Request) -> HttpResponse:
    """Show what to do next; an empty site shows how to start."""
    page = TodayPage(request.user, request.GET.get("whose", ""))
    if page.is_empty():
        return render(request, "stakeholders/start.html", {"anybody": False})
    context = {"page": page, "today": page.today, "not_now": NotNowForm.UNTIL}
    return render(request, "stakeholders/today.html", context)


@require_GET
@vary_on_headers("HX-Request")
def changes(request: Request) -> HttpResponse:
    """Tell what changed since this user's last visit; htmx gets the list alone."""
    template = page_or_part(request, "stakeholders/today_changes.html", "list")
    return render(request, template, {"changes": Changes(request.user, timezone.now())})


@require_http_methods(["GET", "POST"])
def plan_person(request: Request, pk: int) -> HttpResponse:
    """Plan a conversation with somebody."""
    refuse_readers(request)
    people = Stakeholder.objects.visible_to(request.user).current()
    plan = Plan(stakeholder=get_object_or_404(people, pk=pk))
    first = {"keeper": request.user.stakeholder_id}
    form = PlanForm(request.POST or None, instance=plan, initial=first, by=request.user)
    if request.method == "POST" and form.is_valid():
        if not form.planned_before():
            form.save()
        return _planned(request, form.instance)
    return render(request, PLAN, {"form": form}, status=status_of(form))


@require_http_methods(["GET", "POST"])
def move_plan(request: Request, pk: int) -> HttpResponse:
    """Change who has a planned conversation, and when."""
    refuse_readers(request)
    plan = get_object_or_404(Plan.objects.visible_to(request.user).open(), pk=pk)
    form = PlanForm(request.POST or None, instance=plan, by=request.user)
    if request.method == "POST" and form.is_valid() and saved(form):
        return _planned(request, plan)
    return render(request, PLAN, {"form": form}, status=status_of(form))


def _planned(request: Request, plan: Plan) -> HttpResponse:
    """Say what is planned, with a way back, and show Today."""
    undo = f"undo:{reverse('drop-plan', args=[plan.pk])}" if plan.pk else ""
    words = f"Planned: {plan}." if plan.pk else "This is planned already."
    messages.success(request, words, extra_tags=undo)
    return redirect("today")


@require_POST
@transaction.atomic
def drop_plan(request: Request, pk: int) -> HttpResponse:
    """Give up a planned conversation, with a way back."""
    plan, rows = _held(request, pk)
    rows.archive()
    undo = f"undo:{reverse('restore-plan', args=[pk])}"
    messages.success(request, f"No longer planned: {plan}.", extra_tags=undo)
    return back(request, reverse("today"))


@require_POST
@transaction.atomic
def restore_plan(request: Request, pk: int) -> HttpResponse:
    """Plan again what was given up."""
    plan, rows = _held(request, pk)
    rows.restore()
    messages.success(request, f"Planned: {plan}.")
    return back(request, reverse("today"))


def _held(request: Request, pk: int) -> tuple[Plan, PlanQuerySet]:
    """Return the plan, held, if this user may see and change it."""
    refuse_readers(request)
    plan = get_object_or_404(Plan.objects.visible_to(request.user).held(), pk=pk)
    return plan, Plan.objects.filter(pk=pk)


@require_POST
def not_now_person(request: Request, pk: int) -> HttpResponse:
    """Suggest somebody to this user again only after some days."""
    person = get_object_or_404(Stakeholder.objects.visible_to(request.user), pk=pk)
    form = NotNowForm(request.POST)
    if not form.is_valid():
        messages.error(request, "Choose until when.")
        return redirect("today")
    until = timezone.localdate() + timedelta(days=form.cleaned_data["days"])
    Snooze.objects.update_or_create(
        user=request.user, stakeholder=person, defaults={"until": until}
    )
    undo = f"undo:{reverse('suggest-person', args=[pk])}"
    words = f"{person} is not suggested to you before {until:%-d %B %Y}."
    messages.success(request, words, extra_tags=undo)
    return back(request, reverse("today"))


@require_POST
def suggest_person(request: Request, pk: int) -> HttpResponse:
    """Suggest somebody again who was left for later."""
    Snooze.objects.filter(user=request.user, stakeholder=pk).delete()
    messages.success(request, "Suggested again when it helps.")
    return back(request, reverse("today"))

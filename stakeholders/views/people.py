"""People: find anybody, add, edit, put away and bring back."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST
from django.views.decorators.vary import vary_on_headers
from django_htmx.http import push_url

from stakeholders.forms.people_bulk import BulkForm
from stakeholders.forms.person import MyselfForm, PersonForm
from stakeholders.models import SavedView, Stakeholder, User
from stakeholders.models.access import may_log, may_manage
from stakeholders.standings import people_changed
from stakeholders.views.kept import keep_page
from stakeholders.views.parts import (
    Request,
    page_or_part,
    refuse_all_but_managers,
    refuse_readers,
    wants_part,
)
from stakeholders.views.people_list import A_PAGE, asked_for
from stakeholders.views.saving import saved, status_of

PUT_AWAY = "archive people or bring them back"


@require_GET
@vary_on_headers("HX-Request")
@keep_page
def people(request: Request) -> HttpResponse:
    """List the people who are here; htmx gets the list alone."""
    found = asked_for(request)
    template = page_or_part(request, "stakeholders/people.html", "list")
    context = {
        "form": found.form,
        "people": found,
        "today": timezone.localdate(),
        "may_log": may_log(request.user),
        "bulk": lambda: BulkForm(reader=request.user),
        "views": SavedView.objects.visible_to(request.user).of("people"),
    }
    answer = render(request, template, context)
    return told(request, answer, found.address()) if wants_part(request) else answer


def told(request: Request, answer: HttpResponse, address: str) -> HttpResponse:
    """Let the browser show the clean `address` of the list, once."""
    same = request.htmx.current_url_abs_path == address
    return push_url(answer, False if same else address)


@require_GET
def archived_people(request: Request) -> HttpResponse:
    """List who was put away, the latest first."""
    seen = Stakeholder.objects.visible_to(request.user).exclude(archived_at=None)
    newest = seen.with_primary_role().order_by("-archived_at", "pk")
    page = Paginator(newest, A_PAGE).get_page(request.GET.get("page"))
    context = {"page": page, "may_manage": may_manage(request.user)}
    return render(request, "stakeholders/people_archived.html", context)


@require_http_methods(["GET", "POST"])
def add_person(request: Request) -> HttpResponse:
    """Add somebody."""
    refuse_readers(request)
    form = PersonForm(request.POST or None, by=request.user)
    if request.method == "POST" and form.is_valid() and saved(form):
        messages.success(request, f"Added {form.instance}.")
        return redirect("person", form.instance.pk)
    return answer_form(request, form)


@require_http_methods(["GET", "POST"])
def add_myself(request: Request) -> HttpResponse:
    """Add who is signed in as one of our people, so that they log as themselves."""
    refuse_readers(request)
    me = request.user
    if me.stakeholder_id:
        return redirect("person", me.stakeholder_id)
    form = MyselfForm(request.POST or None, by=me)
    if request.method == "POST" and form.is_valid():
        _join(me, form)
        messages.success(request, "You are one of the people now. Add who you speak with.")
        return redirect("add-person")
    return answer_form(request, form, title="Add yourself")


@transaction.atomic
def _join(me: User, form: PersonForm) -> None:
    """Save who `me` is, once, also where it is sent twice at the same moment."""
    held = User.objects.select_for_update(no_key=True).get(pk=me.pk)
    if held.stakeholder_id is None:
        held.stakeholder = form.save()
        held.save(update_fields=["stakeholder"])


@require_http_methods(["GET", "POST"])
def edit_person(request: Request, pk: int) -> HttpResponse:
    """Change somebody; a second editor is told who changed what."""
    refuse_readers(request)
    person = get_object_or_404(Stakeholder.objects.visible_to(request.user), pk=pk)
    form = PersonForm(request.POST or None, instance=person, by=request.user)
    if request.method == "POST" and form.is_valid() and saved(form):
        messages.success(request, f"Saved {person}.")
        return redirect("person", pk)
    return answer_form(request, form)


def answer_form(
    request: Request, form: PersonForm, title: str = "Add a person"
) -> HttpResponse:
    """Show the form; title: of one for somebody who is not here yet."""
    page, context = "stakeholders/person_form.html", {"form": form, "title": title}
    return render(request, page, context, status=status_of(form))


@require_POST
@transaction.atomic
def archive_person(request: Request, pk: int) -> HttpResponse:
    """Put somebody away; nothing about them is lost."""
    refuse_all_but_managers(request, to=PUT_AWAY)
    people = Stakeholder.objects.visible_to(request.user).filter(pk=pk)
    person = get_object_or_404(people)
    people.archive()
    people_changed([pk])
    undo = reverse("restore-person", args=[pk])
    messages.success(request, f"Archived {person}.", extra_tags=f"undo:{undo}")
    return redirect("people")


@require_POST
@transaction.atomic
def restore_person(request: Request, pk: int) -> HttpResponse:
    """Bring somebody back from the archive."""
    refuse_all_but_managers(request, to=PUT_AWAY)
    people = Stakeholder.objects.visible_to(request.user).filter(pk=pk)
    person = get_object_or_404(people)
    people.restore()
    people_changed([pk])
    messages.success(request, f"{person} is back.")
    return redirect("person", pk)

"""The conversations: their list, and one of them with all that was said."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_GET
from django.views.decorators.vary import vary_on_headers

from stakeholders.forms.conversations_filter import ConversationFilter
from stakeholders.models import Interaction
from stakeholders.models.access import may_log
from stakeholders.views.conversations_list import Conversations
from stakeholders.views.kept import keep_page
from stakeholders.views.parts import Request, page_or_part


@require_GET
@vary_on_headers("HX-Request")
@keep_page
def conversations(request: Request) -> HttpResponse:
    """List the conversations asked for, newest first; htmx gets the list alone."""
    seen = Interaction.objects.visible_to(request.user).current()
    form = ConversationFilter(request.GET, reader=request.user)
    listed = Conversations(seen, form, request.GET)
    template = page_or_part(request, "stakeholders/conversations.html", "list")
    return render(request, template, {"form": form, "listed": listed})


@require_GET
def conversation(request: Request, pk: int) -> HttpResponse:
    """Show one conversation, also one that was put away."""
    seen = Interaction.objects.visible_to(request.user).select_related("created_by")
    one = get_object_or_404(seen, pk=pk)
    context = {
        "conversation": one,
        "seats": one.participations.select_related("stakeholder"),
        "promises": one.commitments.current().select_related("promiser", "promisee"),
        "exchanges": one.exchanges.current().select_related("giver", "receiver"),
        "we_did": [word for word in ("asked", "listened", "told") if getattr(one, word)],
        "may_change": may_log(request.user),
    }
    return render(request, "stakeholders/conversations_one.html", context)

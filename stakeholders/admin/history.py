"""The history of every record: who changed what, what it was, and the way back."""

from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.db.models import Exists, OuterRef
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime

from stakeholders.admin.past import Difference, Wording, told
from stakeholders.admin.restoring import bring_back
from stakeholders.converters import ids
from stakeholders.models import StaleError
from stakeholders.models.access import Reader

A_PAGE = 50
FASTER = "Somebody saved this meanwhile. Look at it as it is now, then choose again."


class Remembering(admin.ModelAdmin):
    """Pages of what was, for records there are and for those deleted for good."""

    stays = ""  # the sentence about what a past version does not bring back

    def get_urls(self) -> list[URLPattern]:
        """Add the addresses of past versions and of what was deleted."""
        here = f"{self.opts.app_label}_{self.opts.model_name}"
        guard = self.admin_site.admin_view
        return [
            path("deleted/", guard(self.deleted_view), name=f"{here}_deleted"),
            path(
                "<int:pk>/history/<int:entry>/",
                guard(self.version_view),
                name=f"{here}_version",
            ),
            *super().get_urls(),
        ]

    def seen_deleted(self, rows: Any, reader: Reader) -> Any:
        """Return those of `rows`, the history of deleted records, that `reader` may see."""
        return rows

    def parts_beside(self, then: Any, now: Any) -> list[Difference]:
        """Return what else belongs to the record, `then` beside `now`."""
        return []

    def past(self, request: HttpRequest, pk: int) -> Any:
        """Return the history of one record, newest first. Raises Http404 where hidden."""
        rows = self._all_past().filter(id=pk)
        if self.model._default_manager.filter(pk=pk).exists():
            hidden = not self.get_queryset(request).filter(pk=pk).exists()
        else:
            last = rows[:1].values("pk")
            hidden = not self.seen_deleted(rows, request.user).filter(pk__in=last).exists()
        if hidden:
            raise Http404
        return rows.select_related("history_user")

    def _all_past(self) -> Any:
        """Return the history of every record, newest first."""
        return self.model.history.order_by("-history_id")

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: Any = None
    ) -> HttpResponse:
        """List what was done to one record."""
        try:
            rows = self.past(request, int(object_id))
        except ValueError:
            raise Http404 from None
        page = Paginator(rows, A_PAGE).get_page(request.GET.get("p"))
        begin = page.start_index() - 1
        shown = list(rows[begin : begin + A_PAGE + 1])  # one more, to compare the last with
        wording = Wording(self.model, shown, request.user)
        context = {
            "title": f"History of this {self.opts.verbose_name}",
            "pk": object_id,
            "subtitle": wording.brief(shown[0]) if shown else None,
            "entries": list(told(wording, shown))[:A_PAGE],
            "page": page,
            "there": self.model._default_manager.filter(pk=object_id).exists(),
        }
        return self._page(request, "history", context | (extra_context or {}))

    def deleted_view(self, request: HttpRequest) -> HttpResponse:
        """List what was deleted for good, with the way back."""
        later = self._all_past().filter(id=OuterRef("id"), pk__gt=OuterRef("pk"))
        gone = self._all_past().filter(~Exists(later), history_type="-")
        mine = gone.exclude(history_change_reason__startswith="Undone: ")
        rows = self.seen_deleted(mine, request.user).select_related("history_user")
        page = Paginator(rows, A_PAGE).get_page(request.GET.get("p"))
        wording = Wording(self.model, list(page), request.user)
        context = {
            "title": f"Deleted {self.opts.verbose_name_plural}",
            "entries": [(row, wording.brief(row)) for row in page],
            "page": page,
        }
        return self._page(request, "deleted", context)

    def version_view(self, request: HttpRequest, pk: int, entry: int) -> HttpResponse:
        """Show what a record was beside what it is, and bring it back when asked to."""
        then = get_object_or_404(self.past(request, pk), history_id=entry)
        if request.method == "POST":
            return self._restore(request, then)
        now = self.model._default_manager.filter(pk=pk).first()
        wording = Wording(self.model, [one for one in (then, now) if one], request.user)
        context = {
            "title": "As it was",
            "subtitle": wording.brief(then),
            "then": then,
            "now": now,
            "stays": self.stays,
            "fields": [
                *wording.side_by_side(then, now or then),
                *self.parts_beside(then, now or then),
            ],
        }
        return self._page(request, "version", context)

    def _restore(self, request: HttpRequest, then: Any) -> HttpResponse:
        """Bring back what was, and say so; or say why not."""
        when = date_format(localtime(then.history_date), "j M Y, H:i")
        version = next(iter(ids([request.POST.get("version", "")])), 0)
        try:
            record = bring_back(self.model, then, version, f"Restored as of {when}")
        except (StaleError, ValidationError) as error:
            sentences = [FASTER] if isinstance(error, StaleError) else error.messages
            for sentence in sentences:
                self.message_user(request, sentence, messages.ERROR)
            return redirect(request.path)
        self.log_change(request, record, f"Restored as of {when}.")
        done = f"{record} is again what it was on {when}."
        self.message_user(request, done, messages.SUCCESS)
        return redirect(admin_address(self.opts, "change", record.pk))

    def _page(
        self, request: HttpRequest, name: str, context: dict[str, Any]
    ) -> HttpResponse:
        """Answer with one of the pages about the past."""
        words = {"opts": self.opts, "media": self.media}
        whole = self.admin_site.each_context(request) | words | context
        return TemplateResponse(request, f"admin/stakeholders/{name}.html", whole)


def admin_address(opts: Any, page: str, *args: Any) -> str:
    """Return the address of an administration `page` about one kind of record."""
    return reverse(f"admin:{opts.app_label}_{opts.model_name}_{page}", args=args)

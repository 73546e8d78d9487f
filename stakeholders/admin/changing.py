"""Giving many records the same value at once, after a look at whom it would change."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.admin import ActionLocation, helpers
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse

from stakeholders.admin.alike import Group, Refusal, make_alike

SHOWN = 100  # records listed by name before one confirms


class Changing(admin.ModelAdmin):
    """An action for each group of fields that may be set for many records at once."""

    set_together: Sequence[Group] = ()

    def get_actions(
        self,
        request: HttpRequest,
        action_location: ActionLocation = ActionLocation.CHANGE_LIST,
    ) -> dict[str, Any]:
        """Return the usual actions and one for each group of fields."""
        actions: dict[str, Any] = super().get_actions(
            request, action_location=action_location
        )
        if actions and action_location is ActionLocation.CHANGE_LIST:
            setting = [self._setting(group) for group in self.set_together]
            actions |= {action.name: action for action in setting}
        return actions

    def _setting(self, group: Group) -> Any:
        """Return the action that sets the fields of `group`."""
        fields: list[Any] = [self.opts.get_field(name) for name in group]
        words = " and ".join(str(field.verbose_name) for field in fields)
        said = f"Set {words} of selected %(verbose_name_plural)s"
        return admin.options.Action(
            func=partial(set_fields, group=group),
            name=f"set_{'_and_'.join(group)}",
            description=said,
            plural_description=said,
            locations=[ActionLocation.CHANGE_LIST],
        )

    def form_of(self, request: HttpRequest, group: Group) -> type[forms.ModelForm]:
        """Return a form of the fields in `group` alone."""
        asked = partial(self.formfield_for_dbfield, request=request)
        return forms.modelform_factory(
            self.model, fields=list(group), formfield_callback=asked
        )

    def give(
        self, request: HttpRequest, queryset: Any, values: dict[str, Any]
    ) -> tuple[int, list[Refusal]]:
        """Give all of `queryset` these values; return how many changed, and who did not."""
        return make_alike(queryset, values)


def set_fields(
    model_admin: Changing, request: HttpRequest, queryset: Any, *, group: Group
) -> HttpResponse | None:
    """Ask for the values of `group`; once they are said, give them to all of `queryset`."""
    sent = request.POST if "apply" in request.POST else None
    form = model_admin.form_of(request, group)(sent)
    if not form.is_valid():
        return _ask(model_admin, request, queryset, form)
    values = {name: form.cleaned_data[name] for name in group}
    changed, refused = model_admin.give(request, queryset, values)
    model_admin.message_user(request, f"Changed: {changed}.", messages.SUCCESS)
    for record, sentence in refused[:SHOWN]:
        left = f"Left as it was: {record}. {sentence}"
        model_admin.message_user(request, left, messages.WARNING)
    return None


def _ask(
    model_admin: Changing, request: HttpRequest, queryset: Any, form: Any
) -> HttpResponse:
    """Answer with the page that asks for the values and shows what they are for."""
    across = request.POST.get("select_across") == "1"
    ticked = request.POST.getlist(helpers.ACTION_CHECKBOX_NAME)
    count = queryset.count()
    words = model_admin.opts
    named = words.verbose_name if count == 1 else words.verbose_name_plural
    context = {
        **model_admin.admin_site.each_context(request),
        "title": f"Change {count} {named}",
        "opts": words,
        "media": model_admin.media + form.media,
        "form": form,
        "action": request.POST["action"],
        "across": across,
        "ticked": ticked[:1] if across else ticked,
        "ticked_name": helpers.ACTION_CHECKBOX_NAME,
        "records": queryset[:SHOWN],
        "more": max(count - SHOWN, 0),
    }
    return TemplateResponse(request, "admin/stakeholders/set_fields.html", context)

"""An office: Ada administers, Dana of our team keeps the relationship with Omar."""

from dataclasses import dataclass

from django.test import Client
from django.urls import reverse

from stakeholders.models import Record, Stakeholder, Tie, User
from stakeholders.standings import rebuild
from tests.records import make


@dataclass
class Office:
    """Who sits there, in which browser, and whom they know."""

    client: Client
    ada: User
    dana: Stakeholder
    omar: Stakeholder

    def get(self, model, page, *args, **sent):
        """Return an administration page about `model`."""
        return self.client.get(address(model, page, *args), sent)

    def act(self, action, *records, **more):
        """Choose `action` for `records` in their list, and follow where it leads."""
        sent = {"action": action, "_selected_action": [one.pk for one in records]} | more
        listed = address(type(records[0]), "changelist")
        every = "?archive=all" if isinstance(records[0], Record) else ""
        return self.client.post(listed + every, sent, follow=True)

    def change(self, record, **changes):
        """Open the form of `record`, change some answers, save and follow."""
        page = self.get(type(record), "change", record.pk)
        return self.send(record, filled(page) | changes)

    def send(self, record, answers):
        """Save these answers in the form of `record`."""
        return self.client.post(
            address(type(record), "change", record.pk), answers, follow=True
        )

    def add(self, model, **changes):
        """Fill in an empty form, save and follow."""
        answers = filled(self.get(model, "add")) | changes
        return self.client.post(address(model, "add"), answers, follow=True)


def office(client):
    """Return Ada's office."""
    ada = make.user("administrator", "ada", first_name="Ada")
    client.force_login(ada)
    return Office(client, ada, make.colleague("Dana Levi"), make.person("Omar Haddad"))


def address(model, page, *args):
    """Return where an administration page about `model` is."""
    name = f"admin:{model._meta.app_label}_{model._meta.model_name}_{page}"
    return reverse(name, args=args)


def filled(page):
    """Return what a browser would send if somebody saved the form on `page` as it is."""
    rows = [one.formset for one in page.context["inline_admin_formsets"]]
    forms = [page.context["adminform"].form]
    forms += [form for each in rows for form in [each.management_form, *each.forms]]
    return {name: value for form in forms for box in form for name, value in sent(box)}


def sent(box):
    """Yield what a browser sends for one field, by name; an empty box sends nothing."""
    value = "on" if box.value() is True else box.value()
    if value is not None and value is not False and value != "":
        yield box.html_name, value
        if box.field.show_hidden_initial:
            yield box.html_initial_name, value


def row(kind, place, **answers):
    """Return one row of a form, added by hand at `place`."""
    added = {f"{kind}-{place}-{name}": value for name, value in answers.items()}
    return added | {f"{kind}-TOTAL_FORMS": place + 1}


def messages(page):
    """Return what `page` says happened."""
    return " ".join(str(one) for one in page.context["messages"])


def ties():
    """Return what the ties say, by pair."""
    columns = [field.attname for field in Tie._meta.concrete_fields if field.name != "id"]
    return sorted(tuple(round_all(values)) for values in Tie.objects.values_list(*columns))


def round_all(values):
    """Return numbers to nine digits, since sums come in another order."""
    return [round(value, 9) if isinstance(value, float) else value for value in values]


def assert_ties_are_true():
    """Fail unless the ties say what summing everything anew would say."""
    kept = ties()
    rebuild()
    assert kept == ties()

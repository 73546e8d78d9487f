"""The list of people: who is in it, what stands in each row, where its links lead."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from urllib.parse import urlencode

from django.core.paginator import Page
from django.http import QueryDict
from django.urls import reverse

from stakeholders.forms.people import PeopleFilter
from stakeholders.models import Stakeholder
from stakeholders.models.people import StakeholderQuerySet
from stakeholders.standings import lists, reading
from stakeholders.standings.ground import Kept
from stakeholders.standings.relationship import NO_EVIDENCE, Relationship
from stakeholders.views import people_order

A_PAGE = 25  # rows
COLUMNS = {
    "name": "Name",
    "layer": "Layer",
    "health": "Health",
    "spoke": "Last spoke",
    "unit": "Unit",
    "counterpart": "Our counterpart",
}


@dataclass(frozen=True, slots=True)
class Row:
    """One person in the list, and how we are."""

    person: Stakeholder
    with_us: Relationship


class People:
    """The people one reader asked for; each part is looked up when it is shown."""

    def __init__(
        self,
        seen: StakeholderQuerySet,
        form: PeopleFilter,
        asked: QueryDict,
        *,
        day: date,
    ) -> None:
        """Take whom the reader sees, what to filter by, and the address asked for."""
        self.seen, self.form, self.asked, self.here = seen, form, asked, Kept(day)
        self.sort = people_order.asked(asked.get("sort", ""))

    @cached_property
    def page(self) -> Page:
        """Return one page of ids."""
        found, chosen = self.form.narrow(self.seen), self.form.chosen()
        narrow = {name: chosen.pop(name, "") for name in ("layer", "band")}
        ids = people_order.in_order(found, self.sort, layer=narrow["layer"])
        counted = found if chosen else lists.counted(**narrow)
        return people_order.Counted(ids, A_PAGE, counted).get_page(self.asked.get("page"))

    @cached_property
    def rows(self) -> list[Row]:
        """Return the rows of the page."""
        ids = list(self.page.object_list)
        people = Stakeholder.objects.filter(pk__in=ids).defer("notes")
        found = people.with_primary_role().select_related("counterpart").in_bulk()
        standing = reading.with_us_on(self.here, ids)
        return [Row(found[pk], standing.get(pk, NO_EVIDENCE)) for pk in ids]

    def address(self, **changes: str) -> str:
        """Return the list's address with `changes`; what says nothing is left out."""
        said = {**self.asked.dict(), **changes}
        if said.get("sort") == people_order.FIRST:
            del said["sort"]
        query = urlencode({name: value for name, value in said.items() if value})
        return f"{reverse('people')}?{query}" if query else reverse("people")

    def chips(self) -> list[dict[str, str]]:
        """Return each filter in use, and the address of the list without it."""
        return [
            {"label": label, "href": self.address(**{name: "", "page": ""})}
            for name, label in self.form.in_use()
        ]

    def heads(self) -> list[dict[str, str]]:
        """Return each head, with the address that sorts by it or turns the order round."""
        column = self.sort.removeprefix("-")
        way = "descending" if self.sort.startswith("-") else "ascending"
        return [
            {
                "name": name,
                "label": label,
                "href": self.address(sort=self._turned(name), page=""),
                "sorted": way if name == column else "",
            }
            for name, label in COLUMNS.items()
        ]

    def _turned(self, column: str) -> str:
        """Return how the list is sorted once the head of `column` is chosen."""
        return f"-{column}" if column == self.sort else column

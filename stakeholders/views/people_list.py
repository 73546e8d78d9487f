"""The list of people: who is in it, what stands in each row, where its links lead."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import batched
from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Page
from django.db.models import QuerySet
from django.http import QueryDict
from django.urls import reverse
from django.utils import timezone

from stakeholders.forms.people import PeopleFilter
from stakeholders.models import Stakeholder, Tag
from stakeholders.models.people import StakeholderQuerySet
from stakeholders.models.prepared import prepared
from stakeholders.standings import lists, reading
from stakeholders.standings.clock import shown_day
from stakeholders.standings.ground import Kept
from stakeholders.standings.relationship import NO_EVIDENCE, Relationship
from stakeholders.views import people_columns, people_order
from stakeholders.views.kept import words_of
from stakeholders.views.paging import Counted
from stakeholders.views.parts import Request
from stakeholders.views.people_columns import CHOICES, COLUMNS, NAME

A_PAGE = 25  # rows
ROWS_AT_ONCE = 500  # of a file


@dataclass(frozen=True, slots=True)
class Row:
    """One person in the list, and how we are."""

    pk: int
    with_us: Relationship
    some: "Some"

    @property
    def person(self) -> Any:
        """Return the Stakeholder with the role shown; None who went meanwhile."""
        return self.some.people.get(self.pk)

    @property
    def tags(self) -> list[str]:
        """Return the tags they wear, in order."""
        return self.some.tags.get(self.pk, [])


class Some:
    """The people of some rows, looked up once one of them has to be drawn."""

    def __init__(self, ids: list[int]) -> None:
        """Take who they are."""
        self.ids = ids

    @cached_property
    def people(self) -> dict[int, Any]:
        """Return each of them by id."""
        return {one.pk: one for one in _people(ids=self.ids)}

    @cached_property
    def tags(self) -> dict[int, list[str]]:
        """Return the tags of each person, in order."""
        worn = Tag.objects.current().filter(stakeholder__in=self.ids).order_by("name")
        tags: dict[int, list[str]] = {}
        for pk, name in worn.values_list("stakeholder", "name"):
            tags.setdefault(pk, []).append(name)
        return tags


@prepared
def _people(*, ids: list[int]) -> QuerySet[Any, Any]:
    """Return the people called `ids` with their role, counterpart and backup."""
    people = Stakeholder.objects.filter(pk__in=ids).with_primary_role()
    ends = ("counterpart__name", "backup__name")
    told = people.select_related("counterpart", "backup")
    return told.only(
        *("name", "version", "layer", "email", "criticality", "cadence_days"), *ends
    )


class People:
    """The people one reader asked for; each part is looked up when it is shown."""

    def __init__(
        self,
        seen: StakeholderQuerySet,
        form: PeopleFilter,
        asked: QueryDict,
        *,
        day: date,
        words: Callable[[], Mapping[str, Any]],
    ) -> None:
        """Take whom the reader sees, what to filter by, and the address asked for.

        words: asked for `lists.how_many`.
        """
        self.seen, self.form, self.asked, self.here = seen, form, asked, Kept(day)
        self.words = words
        self.sort = people_order.asked(asked.get("sort", ""))
        self.columns = people_columns.chosen(asked.getlist("show"))

    @cached_property
    def page(self) -> Page:
        """Return one page of ids."""
        pages = Counted(self.ids(), A_PAGE, self._how_many)
        return pages.get_page(self.asked.get("page"))

    def _how_many(self) -> int:
        """Return how many people are asked for."""
        chosen = self.form.chosen()
        narrow = {name: chosen.pop(name, "") for name in ("layer", "band")}
        if chosen:
            return self.form.narrow(self.seen).count()
        return lists.how_many(self.words(), **narrow)

    def ids(self) -> QuerySet[Any, int]:
        """Return the ids of everybody asked for, in the order asked for."""
        by_standing = self.sort in lists.ORDERS
        found = self.form.narrow(self.seen, by_standing=by_standing)
        return people_order.in_order(found, self.sort)

    @cached_property
    def rows(self) -> list[Row]:
        """Return the rows of the page."""
        return self.rows_of(list(self.page.object_list))

    def rows_of(self, ids: list[int]) -> list[Row]:
        """Return the rows of the people called `ids`, in that order."""
        standing, some = reading.with_us_on(self.here, ids), Some(ids)
        return [Row(pk, standing.get(pk, NO_EVIDENCE), some) for pk in ids]

    def as_table(self) -> Iterator[list[Any]]:
        """Yield exactly what is shown, of all pages: the heads, then a list of each row."""
        columns = [COLUMNS[key] for key in (NAME, *self.columns)]
        yield [column.label for column in columns]
        for ids in batched(self.ids().iterator(ROWS_AT_ONCE), ROWS_AT_ONCE, strict=False):
            for row in self.rows_of(list(ids)):
                if row.person:
                    yield [column.said(row) for column in columns]

    def address(self, **changes: str) -> str:
        """Return the list's address with `changes`; what says nothing is left out."""
        said = {**self.asked.dict(), "show": self.show, **changes}
        if said.get("sort") == people_order.FIRST:
            del said["sort"]
        query = urlencode({name: value for name, value in said.items() if value})
        return f"{reverse('people')}?{query}" if query else reverse("people")

    @property
    def show(self) -> str:
        """Return how the address asks for these columns."""
        return people_columns.said(self.columns)

    @property
    def query(self) -> str:
        """Return what the address asks for, but for the page."""
        return self.address(page="").partition("?")[2]

    def asked_besides(self) -> list[tuple[str, str]]:
        """Return what is asked for besides columns and page."""
        kept = {"show", "page"}
        said = self.asked.dict().items()
        return [(name, str(value)) for name, value in said if name not in kept]

    def choices(self) -> list[tuple[str, str, bool]]:
        """Return each column that can be shown, its head, and whether it is."""
        return [(key, label, key in self.columns) for key, label in CHOICES.items()]

    def chips(self) -> list[dict[str, str]]:
        """Return each filter in use, and the address of the list without it."""
        return [
            {"label": label, "href": self.address(**{name: "", "page": ""})}
            for name, label in self.form.in_use()
        ]

    def is_begun(self) -> bool:
        """Return whether there is anybody to look for, or somebody is being looked for."""
        return bool(self.rows or self.form.chosen() or self.form.errors)

    def heads(self) -> list[dict[str, Any]]:
        """Return each head, with the address that sorts by it or turns the order round."""
        column = self.sort.removeprefix("-")
        way = "descending" if self.sort.startswith("-") else "ascending"
        return [
            {
                "name": name,
                "label": COLUMNS[name].label,
                "href": self.address(sort=self._turned(name), page=""),
                "sorted": way if name == column else "",
                "sorts": COLUMNS[name].sorts,
            }
            for name in (NAME, *self.columns)
        ]

    def _turned(self, column: str) -> str:
        """Return how the list is sorted once the head of `column` is chosen."""
        return f"-{column}" if column == self.sort else column


def asked_for(request: Request) -> People:
    """Return the people that whoever reads asks for."""
    return People(
        Stakeholder.objects.visible_to(request.user).current(),
        PeopleFilter(request.GET, reader=request.user),
        request.GET,
        day=shown_day(timezone.localdate()),
        words=lambda: words_of(request),
    )

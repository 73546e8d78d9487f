"""The table beside the map: which rows, in which order, and where its links lead."""

from collections.abc import Mapping
from functools import cached_property
from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Page, Paginator
from django.urls import reverse

from stakeholders.forms.map import MapFilter
from stakeholders.models.plain import plain
from stakeholders.views.map_data import Network
from stakeholders.views.map_filters import kept
from stakeholders.views.map_rows import people_rows, tie_rows

A_PAGE = 25  # rows
PEOPLE = {
    "name": "Name",
    "layer": "Layer",
    "unit": "Unit",
    "ties": "Ties",
    "contact": "Contact",
    "spoke": "Last contact",
}
TIES = {
    "one": "One side",
    "other": "Other side",
    "there": "Reaches out",
    "back": "Is reached",
    "side": "Who reaches out",
    "trust": "Trusts",
    "trusted": "Is trusted",
    "spoke": "Last contact",
    "band": "Health",
}
NUMBERS = {"ties", "contact", "there", "back", "trust", "trusted", "spoke"}
FILTERS = tuple(MapFilter.base_fields)


class Table:
    """The people, or the ties, that an address asks for."""

    def __init__(self, network: Network, form: MapFilter, asked: Mapping[str, str]) -> None:
        """Take the network and the address; its `of` is "people" or "ties"."""
        self.network, self.form, self.asked = network, form, asked
        self.of = "ties" if asked.get("of") == "ties" else "people"
        self.columns = TIES if self.of == "ties" else PEOPLE
        sort = asked.get("sort", "")
        usual = "-there" if self.of == "ties" else "-contact"
        self.sort = sort if sort.removeprefix("-") in self.columns else usual

    @cached_property
    def page(self) -> Page:
        """Return one page of rows."""
        keep = kept(self.network, self.form)
        find = tie_rows if self.of == "ties" else people_rows
        rows = in_order(find(self.network, keep), self.sort)
        return Paginator(rows, A_PAGE).get_page(self.asked.get("page"))

    def heads(self) -> list[dict[str, Any]]:
        """Return each head, with the address that sorts by it or turns the order round."""
        column = self.sort.removeprefix("-")
        way = "descending" if self.sort.startswith("-") else "ascending"
        return [
            {
                "label": label,
                "href": self.address(sort=self._turned(name), page=""),
                "sorted": way if name == column else "",
                "number": name in NUMBERS,
            }
            for name, label in self.columns.items()
        ]

    def _turned(self, column: str) -> str:
        """Return how the table is sorted once the head of `column` is chosen."""
        if column == self.sort.removeprefix("-"):
            return column if self.sort.startswith("-") else f"-{column}"
        return f"-{column}" if column in NUMBERS else column

    def address(self, **changes: str) -> str:
        """Return the table's address with `changes`; what says nothing is left out."""
        said = {**self.asked, "view": "table", **changes}
        return _address(said)

    def people_address(self) -> str:
        """Return the address of the people."""
        return self.address(of="", sort="", page="")

    def ties_address(self) -> str:
        """Return the address of the ties."""
        return self.address(of="ties", sort="", page="")

    def everybody(self) -> str:
        """Return the address of the table without filters."""
        return self.address(**dict.fromkeys((*FILTERS, "page"), ""))

    def map_address(self) -> str:
        """Return the address of the drawing, with the same filters."""
        told = ("view", "of", "sort", "page", "why")
        return _address({**self.asked, **dict.fromkeys(told, "")})

    def filtered(self) -> bool:
        """Return whether any filter is in use."""
        return any(self.asked.get(name) for name in FILTERS)


def in_order(rows: list[Any], sort: str) -> list[Any]:
    """Return `rows` by the attribute that `sort` names, "-" before it for falling.

    Words go by letter without accents; what is unknown comes last either way.
    """
    name = sort.removeprefix("-")
    known = [row for row in rows if getattr(row, name) is not None]
    known.sort(key=lambda row: _rank(getattr(row, name)), reverse=sort.startswith("-"))
    return known + [row for row in rows if getattr(row, name) is None]


def _rank(value: Any) -> Any:
    """Return what `value` is compared by."""
    return plain(value) if isinstance(value, str) else value


def _address(said: Mapping[str, str]) -> str:
    """Return the map's address with everything in `said` that says something."""
    query = urlencode({name: value for name, value in said.items() if value})
    return f"{reverse('map')}?{query}" if query else reverse("map")

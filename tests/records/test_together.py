"""Several queries in one, also while somebody else saves."""

import threading

import pytest
from django.db import connections, transaction

from stakeholders.models import Stakeholder
from stakeholders.models.together import Part, together
from tests.records import make


def names():
    """Return the names that one query tells, asked over a connection of its own."""
    try:
        part = Part(Stakeholder.objects.order_by("pk"), ["pk", "name"])
        return [row["name"] for *_, row in together({"people": part})]
    finally:
        connections["default"].close()


@pytest.mark.django_db(transaction=True)
def test_rows_are_told_while_somebody_saves():
    make.person("Omar Haddad")
    found = []
    with transaction.atomic():
        make.person("Dana Levi")
        asking = threading.Thread(target=lambda: found.extend(names()))
        asking.start()
        asking.join()
    assert found == ["Omar Haddad"]

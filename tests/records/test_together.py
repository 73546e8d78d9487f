"""Several queries in one, also while somebody else saves."""

import threading

import pytest
from django.db import connections, transaction

from stakeholders.models import Stakeholder
from stakeholders.models.together import Told, sorted_out, together
from tests.records import make
from tests.rig.process import PATIENCE


def names():
    """Return the names that one query tells, asked over a connection of its own."""
    try:
        told = {"people": Told(("pk", "name"))}
        rows = together({"people": Stakeholder.objects.order_by("pk")}, told)
        return [name for _, name in sorted_out(rows, told)["people"]]
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
        asking.join(PATIENCE)
    assert found == ["Omar Haddad"]

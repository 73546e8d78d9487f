"""A rebuild whose sums two worker processes add up is a rebuild."""

import numpy as np
import pytest
from django.core.management import call_command
from django.db import connection

from benchmarks import records
from stakeholders.models import Tie
from stakeholders.standings import on_dask, rebuild
from stakeholders.standings.columns import SUMS
from tests.records import make

pytestmark = pytest.mark.django_db(transaction=True)


def test_two_workers_make_the_same_ties(monkeypatch, capsys):
    records.write(60, 300, make.DAY)
    rebuild()
    here = ties()
    monkeypatch.setenv("DATABASE_URL", address())
    monkeypatch.setenv("DJANGO_SETTINGS_MODULE", "relmap.settings")
    monkeypatch.setattr(on_dask, "RECORDS_AT_ONCE", 100)
    call_command("rebuild", engine="dask", workers=2)
    assert f"{len(here) // 2} pairs" in capsys.readouterr().out
    assert np.array(ties()) == pytest.approx(np.array(here), rel=1e-12, abs=1e-9)


def address():
    """Return where another process finds the database of this test."""
    kept = connection.settings_dict
    if connection.vendor == "sqlite":
        return f"sqlite:///{kept['NAME']}"
    return f"postgresql://{kept['USER']}@/{kept['NAME']}?host={kept['HOST']}"


def ties():
    """Return every tie."""
    return sorted(Tie.objects.values_list("source_id", "target_id", *SUMS))

"""Ties as columns: many of them are read as each of them is."""

from dataclasses import fields
from datetime import timedelta
from itertools import pairwise

import numpy as np
import pytest

from stakeholders.models import Tie
from stakeholders.scores.sums import PairSums
from stakeholders.standings import columns, fold
from tests.records import make


@pytest.mark.django_db
@pytest.mark.parametrize("people", [0, 4])
def test_many_ties_are_read_as_few_are(people):
    crowd = [make.person(f"Person {n}") for n in range(people)]
    if crowd:
        for one, other in pairwise(crowd):
            make.conversation(one, other)
        make.conversation(crowd[0], crowd[3], on=make.DAY - timedelta(days=5_000))
        make.promise(crowd[2], crowd[0], state="broken", closed_on=make.DAY)
        make.exchange(make.conversation(*crowd[:2]), *crowd[:2], kind="help", weight=2)
        fold(one.pk for one in crowd)
    few = columns.read(Tie.objects.all(), day=make.DAY)
    many = columns.read_many(Tie.objects.all(), day=make.DAY)
    assert len(many) == len(few) == Tie.objects.count()
    for field in fields(PairSums):
        np.testing.assert_allclose(
            getattr(many, field.name), getattr(few, field.name), rtol=1e-11
        )

"""The catalogue: complete, unambiguous, and the same as the handbook's page."""

from dataclasses import fields
from pathlib import Path

import pytest

from stakeholders.scores.catalogue import ENTRIES, as_markdown, entry
from stakeholders.scores.health import Condition
from stakeholders.scores.intervals import PairIntervals
from stakeholders.scores.pairs import PairScores
from stakeholders.scores.reciprocity import Reciprocity
from stakeholders.scores.sums import PairSums

HANDBOOK = Path(__file__).parents[2] / "docs" / "handbook" / "scores.md"
NOT_SCORES = {"source", "target", "people", "ties", "mutual"}
COLUMNS = {
    field.name
    for columns in (PairSums, PairScores, PairIntervals, Condition, Reciprocity)
    for field in fields(columns)
} - NOT_SCORES


@pytest.mark.parametrize("name", sorted(COLUMNS))
def test_every_column_of_the_scores_is_in_the_catalogue(name):
    assert entry(name).definition


def test_a_number_nobody_described_is_refused():
    with pytest.raises(KeyError):
        entry("charisma")


def test_no_two_entries_share_a_name():
    names = [name for one in ENTRIES for name in (one.key, *one.fields)]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("one", ENTRIES, ids=lambda one: one.key)
def test_every_entry_says_everything(one):
    assert all(getattr(one, field.name) for field in fields(one) if field.name != "fields")
    assert one.definition.endswith(".")
    assert one.none.endswith(".")


def test_the_handbook_says_what_the_catalogue_says():
    assert HANDBOOK.read_text(encoding="utf-8") == as_markdown()

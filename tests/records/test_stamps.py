"""Words change with every transaction that writes, and with no other."""

import numpy as np
import pytest
from django.contrib.auth.models import update_last_login
from django.db import transaction

from stakeholders.models import Interaction, Lesson, Stakeholder, Tie, bulk, stamps
from stakeholders.standings import columns, learning, rebuild, settling
from tests.records import make

SUMS = {name: np.ones(1) for name in columns.SUMS}
LESSON = {name: np.ones(1) for name in learning.TAUGHT}
pytestmark = pytest.mark.django_db(transaction=True)


def changed(work):
    """Return the areas whose words `work` changes."""
    before = stamps.words()
    work()
    after = stamps.words()
    return {area for area in after if before.get(area) != after[area]}


def rolled_back(work):
    """Return `work` in a transaction that is taken back."""

    @transaction.atomic
    def undone():
        work()
        transaction.set_rollback(True)

    return undone


@transaction.atomic
def written_after_a_savepoint_was_taken_back():
    """Write where a first write of the same transaction did not last."""
    rolled_back(make.person)()
    make.person("Lea")


def test_whatever_way_records_are_written():
    dana, omar = make.person("Dana"), make.person()
    people = Stakeholder.objects.filter(pk=dana.pk)
    talks = Interaction.objects.all()
    assert changed(make.person) == {"people"}
    assert changed(lambda: people.update(name="Lea")) == {"people"}
    many = [Stakeholder(name="A")]
    assert changed(lambda: Stakeholder.objects.bulk_create(many, ignore_conflicts=True))
    assert changed(written_after_a_savepoint_was_taken_back) == {"people"}
    assert changed(lambda: make.conversation(dana, omar)) == {"talks"}
    assert changed(lambda: make.promise(dana, omar)) == {"promises"}
    assert changed(talks.archive) == {"talks", "promises", "people"}


def test_columns_that_fill_an_empty_table():
    dana, omar = make.person("Dana"), make.person()
    one = {"source_id": np.array([dana.pk]), "target_id": np.array([omar.pk])}
    fill = transaction.atomic(lambda: bulk.replace(Tie, one | SUMS))
    assert changed(fill) == {"standings"}
    taught = {"judge_id": np.array([dana.pk]), "judged_id": np.array([omar.pk]), **LESSON}
    assert changed(transaction.atomic(lambda: bulk.replace(Lesson, taught))) == {"lessons"}


def test_nothing_changes_where_nothing_was_written():
    make.person()
    user = make.user()
    assert not changed(lambda: update_last_login(None, user))
    assert not changed(rolled_back(make.person))
    assert not changed(lambda: list(Stakeholder.objects.all()))
    assert not changed(Stakeholder.objects.none().delete)
    assert not changed(Interaction.objects.all().delete)


def test_an_area_that_nobody_wrote_to_has_a_word():
    stamps.Stamp.objects.all().delete()
    assert stamps.words()["standings"] == stamps.words()["people"] == 0


def test_who_was_written_past_the_pages_is_news_once_they_are_counted():
    make.person()
    assert "people" in changed(settling.settle)
    assert "people" not in changed(settling.settle)
    make.person("Lea")
    assert "people" in changed(rebuild)

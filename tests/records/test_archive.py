"""Archive, history and versions: nothing that was entered is lost."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from threading import Barrier, BrokenBarrierError

import pytest
from django.db import connection, transaction

from stakeholders.models import Interaction, Stakeholder, StaleError
from tests.records import make

pytestmark = pytest.mark.django_db


def test_an_archived_person_is_no_longer_current():
    omar = make.person()
    Stakeholder.objects.filter(pk=omar.pk).archive()
    assert not Stakeholder.objects.current().exists()
    assert Stakeholder.objects.get() == omar


def test_a_restored_person_is_current_again():
    make.person()
    Stakeholder.objects.all().archive()
    assert Stakeholder.objects.all().restore() == 1
    assert Stakeholder.objects.current().exists()


def test_archiving_again_changes_nothing():
    make.person()
    Stakeholder.objects.all().archive()
    assert Stakeholder.objects.all().archive() == 0


@pytest.mark.django_db(transaction=True)
def test_of_two_who_archive_at_once_one_does():
    make.person()
    both_have_read = Barrier(2)

    def meet(execute, sql, *rest):
        """Let a write wait until the other has read, unless it cannot come that far."""
        if sql.startswith("UPDATE"):
            with suppress(BrokenBarrierError):
                both_have_read.wait(timeout=0.5)
        return execute(sql, *rest)

    def archive(_):
        try:
            with connection.execute_wrapper(meet):
                return Stakeholder.objects.all().archive()
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as together:
        assert sorted(together.map(archive, range(2))) == [0, 1]
    assert Stakeholder.objects.get().version == 2


def test_archiving_is_told_in_the_history():
    omar = make.person()
    Stakeholder.objects.all().archive()
    archived, added = omar.history.all()
    assert (added.archived_at, archived.archived_at is None) == (None, False)


def test_archiving_outdates_what_somebody_is_editing():
    omar = make.person()
    Stakeholder.objects.all().archive()
    with transaction.atomic(), pytest.raises(StaleError):
        omar.lock_as_read(omar.version)


def test_an_archived_person_keeps_their_conversations():
    omar = make.person()
    make.conversation(omar, make.colleague())
    Stakeholder.objects.filter(pk=omar.pk).archive()
    assert Interaction.objects.with_person(omar.pk).count() == 1


def test_each_save_counts_the_version_up():
    omar = make.person()
    omar.save()
    omar.refresh_from_db()
    assert omar.version == 2


def test_the_version_that_was_read_may_be_saved():
    omar = make.person()
    with transaction.atomic():
        omar.lock_as_read(1)
        omar.save()
    assert Stakeholder.objects.get().version == 2


def test_a_second_editor_is_handed_the_record_as_it_is_now():
    mine, theirs = make.person(), Stakeholder.objects.get()
    theirs.name = "Omar H."
    theirs.save()
    with transaction.atomic(), pytest.raises(StaleError) as stale:
        mine.lock_as_read(mine.version)
    assert stale.value.record.name == "Omar H."


def test_history_keeps_what_a_person_was_called():
    omar = make.person("Omar")
    omar.name = "Omar Haddad"
    omar.save()
    assert [old.name for old in omar.history.all()] == ["Omar Haddad", "Omar"]


def test_history_of_a_deleted_person_stays():
    omar = make.person()
    omar.delete()
    assert Stakeholder.history.filter(name="Omar Haddad", history_type="-").exists()

"""A prepared query answers what the same query would, put together anew."""

import sys
from datetime import timedelta
from threading import Barrier, Thread

import pytest
from django.db import connection, connections
from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.functional import SimpleLazyObject

from stakeholders.models import Commitment, Interaction, Stakeholder
from stakeholders.models.prepared import prepared
from stakeholders.views import person_asks
from tests.records import make
from tests.rig.process import PATIENCE

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()


@prepared
def named(*, people: list[int], layer: str) -> QuerySet[Stakeholder]:
    """Return those of `people` in one layer."""
    found = Stakeholder.objects.filter(pk__in=people) | Stakeholder.objects.filter(
        counterpart__in=people
    )
    return (found.filter(layer=layer) if layer else found).select_related("counterpart")


@prepared
def due(*, reader, day, person: int) -> QuerySet[Commitment]:
    """Return what `reader` may see that is due by `day` between `person` and others."""
    seen = Commitment.objects.visible_to(reader).open().due_by(day)
    return seen.of_person(person).values_list("what", "due_on", "promiser__name")


@prepared
def seen_talks(*, reader) -> QuerySet[Interaction]:
    """Return the conversations that `reader` may see."""
    return Interaction.objects.visible_to(reader).order_by("pk")


def test_no_truth_is_handed_over_by_whose_value_sqlite_would_plan_anew():
    make.conversation(make.colleague(), make.person(), confidential=True)
    handed = []

    def noted(execute, sql, parameters, *rest):
        handed.append(parameters)
        return execute(sql, parameters, *rest)

    with connection.execute_wrapper(noted):
        assert not seen_talks(reader=make.user())
    assert not any(isinstance(one, bool) for one in handed[-1])


def test_lists_of_any_length_and_words_that_change_the_query():
    dana = make.colleague()
    people = [make.person(f"Person {n}", counterpart=dana) for n in range(9)]
    ids = [one.pk for one in people]
    for some in ([], ids[:1], ids[:3], ids, [dana.pk]):
        for layer in ("", "peer", "team"):
            plain = named.make(people=some, layer=layer)
            found = named(people=some, layer=layer)
            assert found == list(plain)
            assert [one.counterpart for one in found] == [one.counterpart for one in plain]


def test_each_reader_sees_what_they_may():
    dana, omar, today = make.colleague(), make.person(), TODAY
    secret = make.conversation(dana, omar, confidential=True)
    make.promise(
        dana, omar, "A quiet word", made_on=today, due_on=today, interaction=secret
    )
    make.promise(dana, omar, "The numbers", made_on=today, due_on=today)
    there = make.user("member", "there", stakeholder=dana)
    logged, stranger = make.user("member", "logged"), make.user("member", "stranger")
    secret.created_by = logged
    secret.save()
    lazy = SimpleLazyObject(lambda: there)  # as a request carries its user
    for reader, number in ((there, 1), (logged, 1), (stranger, 0), (lazy, 1)):
        assert len(seen_talks(reader=reader)) == number
        found = due(reader=reader, day=today, person=omar.pk)
        assert found == list(due.make(reader=reader, day=today, person=omar.pk))
        assert len(found) == 1 + number
    assert not due(reader=there, day=today - timedelta(days=1), person=omar.pk)


def test_a_query_that_was_asked_before_is_not_put_together_again():
    omar, calls = make.person(), []

    @prepared
    def found(*, person: int) -> QuerySet[Stakeholder]:
        calls.append(person)
        return Stakeholder.objects.filter(Q(pk=person) | Q(pk=person))

    assert [one.pk for one in found(person=omar.pk)] == [omar.pk]
    first = len(calls)
    Stakeholder.objects.filter(pk=omar.pk).update(name="Omar the Second")
    assert [one.name for one in found(person=omar.pk)] == ["Omar the Second"]
    assert not found(person=omar.pk + 1)
    assert len(calls) == first


@pytest.mark.django_db(transaction=True)
def test_threads_that_come_first_at_once_do_not_spoil_a_query():
    asked = {"pk": 1, "reader": make.user(), "today": TODAY}
    usual, found = sys.getswitchinterval(), []

    def ask(query, together):
        together.wait()
        found.append(query(**asked))
        connections.close_all()

    sys.setswitchinterval(1e-6)
    for _ in range(12):
        once = prepared(person_asks.people.make), Barrier(4, timeout=PATIENCE)
        threads = [Thread(target=ask, args=once) for _ in range(4)]
        for one in threads:
            one.start()
        for one in threads:
            one.join(PATIENCE)
    sys.setswitchinterval(usual)
    assert found == [[]] * 48


@pytest.mark.postgresql
@pytest.mark.django_db(transaction=True)
def test_a_prepared_query_is_planned_alike_whoever_is_asked_for():
    mode = "plan_cache_mode"
    named(people=[1], layer="")
    assert connection.connection.told[mode] == "force_generic_plan"
    Stakeholder.objects.first()
    assert connection.connection.told[mode] == "auto"


@pytest.mark.django_db(transaction=True)
def test_every_thread_asks_over_its_own_connection():
    omar, answers = make.person(), []

    def ask():
        found = named(people=[omar.pk], layer="")
        answers.append((found, connection.connection))
        connections.close_all()

    threads = [Thread(target=ask) for _ in range(2)]
    for one in threads:
        one.start()
    for one in threads:
        one.join(PATIENCE)
    assert [found for found, _ in answers] == [[omar], [omar]]

"""Weekly points are worked out in one pass, and again only when something changed."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from stakeholders.models import Chore, Interaction, Stakeholder, Trend
from stakeholders.standings import history
from stakeholders.standings.points import last_sunday
from tests.records import make

pytestmark = pytest.mark.django_db
DAY = make.DAY


def test_the_network_counts_each_conversation_with_us_in_its_week():
    dana, omar = make.colleague(), make.person()
    sunday = date.fromordinal(last_sunday(timezone.localdate()))
    for ago in (0, 3, 6, 7, 22):
        make.conversation(dana, omar, on=sunday - timedelta(ago))
    history.refresh.call()
    course = history.of_network()
    assert (course.days[-1], course.of("contacts")) == (sunday, [1, 0, 1, 3])
    assert course.last(2).of("contacts") == [1, 3]


def test_nothing_is_worked_out_again_while_nothing_changed():
    make.conversation(make.colleague(), make.person(), on=DAY - timedelta(90))
    history.refresh.call()
    first = Chore.objects.get(pk=history.CHORE).done_at
    history.keep_fresh()
    assert Chore.objects.get(pk=history.CHORE).done_at == first
    Interaction.objects.get().save()
    history.keep_fresh()
    assert Chore.objects.get(pk=history.CHORE).done_at > first


def test_whoever_is_archived_leaves_history():
    dana, omar = make.colleague(), make.person()
    make.conversation(dana, omar, on=DAY - timedelta(90))
    history.refresh.call()
    assert history.trend(omar.pk)
    Stakeholder.objects.filter(pk=omar.pk).archive()
    history.keep_fresh()
    assert history.trend(omar.pk) is None
    assert not Trend.objects.filter(pk=omar.pk).exists()


def test_a_site_in_its_first_week_has_no_history_yet():
    make.conversation(make.colleague(), make.person(), on=timezone.localdate())
    history.refresh.call()
    assert not history.of_network().days


def test_a_site_without_records_has_no_history():
    history.refresh.call()
    assert history.of_network() is None

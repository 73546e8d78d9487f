"""Numbers and days are said with their unit, or as a dash that says why."""

from datetime import date, timedelta

import pytest

from stakeholders.templatetags.words import ago, due, in_words, known, lateness

TODAY = date(2026, 11, 20)


def day(days_ago):
    return TODAY - timedelta(days=days_ago)


@pytest.mark.parametrize(
    ("days_ago", "words"),
    [
        (0, "today"),
        (1, "yesterday"),
        (-1, "tomorrow"),
        (24, "24 days ago"),
        (-5, "in 5 days"),
        (91, "3 months ago"),
        (1100, "3 years ago"),
    ],
)
def test_a_day_is_told_as_people_say_it(days_ago, words):
    assert in_words(day(days_ago), TODAY).replace("\xa0", " ") == words


def test_a_promise_says_how_late_it_is():
    assert lateness(day(1), TODAY) == "1\xa0day late"


def test_a_promise_due_today_is_not_late():
    assert lateness(TODAY, TODAY) == "due today"


def test_a_late_promise_is_marked():
    assert 'class="badge late"' in due(day(2), TODAY)


def test_a_time_carries_its_date():
    assert 'datetime="2026-11-18" title="Wednesday, 18 November 2026"' in ago(day(2), TODAY)


def test_a_day_that_never_came_says_never():
    assert "never" in ago(None, TODAY)


@pytest.mark.parametrize(
    ("value", "unit", "shown"),
    [
        (1, "day", "1 day"),
        (24, "day", "24 days"),
        (0.713, "", "0.71"),
        (1248, "", "1,248"),
        (0.92, "%", "92 %"),
        (0, "day", "0 days"),
    ],
)
def test_a_number_comes_with_its_unit(value, unit, shown):
    assert known(value, unit).replace("\xa0", " ") == shown


def test_a_score_comes_with_how_sure_it_is():
    assert known(0.71, low=0.55, high=0.84) == "0.71 (0.55 to 0.84)"


def test_a_share_shows_its_range_as_percent():
    assert known(0.92, "%", low=0.81, high=0.97) == "92\xa0% (81\xa0% to 97\xa0%)"


def test_what_is_not_known_is_a_dash_that_says_why():
    assert "too little evidence" in known(None, why="too little evidence")


def test_a_bare_dash_speaks_to_a_screen_reader():
    assert "unknown" in known(None)


def test_a_day_the_template_has_not_got_is_a_dash_too():
    assert "never" in ago("", TODAY)

"""Small drawings say in words what they show, and draw nothing from nothing."""

import re

import pytest

from stakeholders.templatetags.figures import give_take, line, shares, sparkline


def widths(svg):
    return [float(width) for width in re.findall(r' width="([\d.]+)"', svg)]


def test_a_one_sided_bar_has_one_side():
    assert widths(give_take(6, 0)) == [46, 0]


def test_bars_of_one_table_share_a_scale():
    assert widths(give_take(3, 6, most=12)) == [11.5, 23]


def test_a_bar_says_both_sides():
    assert 'aria-label="given 3.0, received 12.0"' in give_take(3.0, 12.0)


def test_nothing_given_and_nothing_got_is_an_empty_bar():
    assert widths(give_take(0, 0)) == [0, 0]


@pytest.mark.parametrize("pair", [(None, 1), (1, None), (None, None)])
def test_an_unknown_side_is_a_dash(pair):
    assert "unknown" in give_take(*pair)


def test_a_gap_in_the_history_breaks_the_line():
    assert line([0, 1, None, 1], 0, 1) == ["2.0 22.0L32.7 2.0", "94.0 2.0"]


def test_a_flat_history_is_drawn():
    assert "<path" in sparkline([0.5, 0.5])


def test_a_history_of_one_point_is_a_dash():
    assert "unknown" in sparkline([None, 0.5])


def test_a_history_says_where_it_began_and_ended():
    assert 'aria-label="Trust from 0.40 to 0.70"' in sparkline([0.4, None, 0.7], "Trust")


def test_a_label_with_markup_is_only_text():
    assert "<script>" not in sparkline([1, 2], "<script>")


def test_parts_of_a_bar_are_in_proportion():
    assert widths(shares({"healthy": 3, "cooling": 1})) == [74.25, 24.25]


def test_a_bar_of_nobody_is_a_dash():
    assert "unknown" in shares({})

"""Cells: formula-safe on the way out, unchanged once back in."""

import csv
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stakeholders.capture.cells import shield, unshield

TEXT = st.text(st.characters(exclude_characters="\0", codec="utf-8"))
RISKY = st.builds(str.__add__, st.text("'=+-@\t\r", max_size=4), TEXT)


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "'="])
def test_what_a_spreadsheet_would_run_gets_an_apostrophe(start):
    assert shield(f"{start}1+1") == f"'{start}1+1"


@pytest.mark.parametrize("text", ["", "Dana", "'quoted'", "a=b", "O'Neill"])
def test_other_text_is_left_alone(text):
    assert shield(text) == text


@given(TEXT | RISKY)
def test_any_text_comes_back_as_it_went(text):
    assert unshield(shield(text)) == text


@given(TEXT | RISKY)
def test_no_cell_that_goes_out_begins_a_formula(text):
    assert not shield(text).startswith(("=", "+", "-", "@", "\t", "\r"))


@given(st.lists(TEXT | RISKY, min_size=1, max_size=4))
def test_any_row_survives_the_csv_file(row):
    out = StringIO(newline="")
    csv.writer(out, quoting=csv.QUOTE_ALL).writerow([shield(cell) for cell in row])
    back = next(csv.reader(StringIO(out.getvalue(), newline=""), strict=True))
    assert [unshield(cell) for cell in back] == row

"""Workbooks: XLSX files become the same rows as CSV, and bombs do not go off."""

from datetime import date, datetime
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.chart import BarChart, Reference

from stakeholders.capture.refusals import FileError
from stakeholders.capture.tables import open_table

SCHEMA = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


@pytest.fixture
def book(tmp_path):
    """Return a function that writes rows into a workbook and returns its path."""

    def book(*rows):
        path = tmp_path / "file.xlsx"
        workbook = Workbook()
        for row in rows:
            workbook.active.append(row)
        workbook.save(path)
        return path

    return book


def altered(path, member, text):
    """Replace one `member` of the workbook at `path` by `text`."""
    with ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        for name, data in (parts | {member: text}).items():
            archive.writestr(name, data)
    return path


def test_values_become_what_csv_would_hold(book):
    moments = [date(2026, 1, 5), datetime(2026, 1, 5, 14, 30)]  # noqa: DTZ001
    path = book(["A", "B", "C", "D", "E"], [*moments, 7, 2.5, True])
    (line,) = open_table(path).lines()
    assert line.cells == ["2026-01-05", "2026-01-05T14:30:00", "7", "2.5", "yes"]


def test_cells_left_empty_at_the_end_of_a_row_are_empty(book):
    path = book(["Name", "Unit", "Title"], ["Dana", None, None])
    assert [line.cells for line in open_table(path).lines()] == [["Dana", "", ""]]


def test_a_row_longer_than_the_header_is_a_bad_row(book):
    path = book(["Name"], ["Dana", "Ops"])
    assert "has 2 cells" in next(open_table(path).lines()).problem


def test_a_formula_gives_its_last_value_and_is_never_run(book):
    path = book(["Name"], ["=1+1"], ["Dana"])
    assert [line.cells for line in open_table(path).lines()] == [["Dana"]]


def test_a_workbook_that_unpacks_to_gigabytes_is_refused(book):
    path = altered(book(["Name"], ["Dana"]), "xl/media/bomb.bin", bytes(160 * 2**20))
    with pytest.raises(FileError, match=r"unpacks to 160 MB; at most 150 MB"):
        open_table(path)


def test_a_bomb_behind_text_is_not_opened(book, monkeypatch):
    bomb = altered(book(["Name"], ["Dana"]), "xl/workbook.xml", b" " * 160 * 2**20)
    bomb.write_bytes(b"Name\r\n" + b"Dana\r\n" * 10_000 + bomb.read_bytes())
    monkeypatch.setattr(ZipFile, "open", lambda *_, **__: pytest.fail("it was unpacked"))
    assert open_table(bomb).sheets == []


def test_entities_that_multiply_are_refused(book):
    lots = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 20}">' for n in range(1, 9))
    sheet = (
        f'<!DOCTYPE x [<!ENTITY e0 "{"lol" * 50}">{lots}]><worksheet xmlns="http://schemas.'
        'openxmlformats.org/spreadsheetml/2006/main"><sheetData><row><c t="inlineStr"><is>'
        "<t>&e8;</t></is></c></row></sheetData></worksheet>"
    )
    path = altered(book(["Name"], ["Dana"]), "xl/worksheets/sheet1.xml", sheet)
    with pytest.raises(FileError, match="damaged"):
        open_table(path)


def test_a_chart_before_the_sheets_is_not_taken_for_one(book):
    path = book(["Name"], ["Dana"])
    workbook = load_workbook(path)
    chart = BarChart()
    chart.add_data(Reference(workbook.active, min_col=1, min_row=1, max_row=2))
    workbook.create_chartsheet("Chart", 0).add_chart(chart)
    workbook.save(path)
    table = open_table(path)
    assert (table.sheets, table.header) == (["Sheet"], ["Name"])


@pytest.mark.parametrize(
    ("member", "text"),
    [
        (
            "xl/workbook.xml",
            f'<workbook xmlns="{SCHEMA}"><sheets><sheet/></sheets></workbook>',
        ),
        (
            "xl/styles.xml",
            f'<styleSheet xmlns="{SCHEMA}"><numFmts><numFmt/></numFmts></styleSheet>',
        ),
    ],
)
def test_parts_that_say_too_little_are_damage(book, member, text):
    with pytest.raises(FileError, match="damaged"):
        open_table(altered(book(["Name"], ["Dana"]), member, text))


def test_what_only_begins_like_a_workbook_is_refused(tmp_path):
    path = tmp_path / "file.xlsx"
    path.write_bytes(b"PK\x03\x04" + bytes(100))
    with pytest.raises(FileError, match="damaged"):
        open_table(path)


def test_every_sheet_to_be_seen_is_named_and_the_first_is_read(book):
    path = book(["Name"], ["Dana"])
    workbook = load_workbook(path)
    workbook.create_sheet("Notes & more").append(["Nobody", "Here"])
    workbook.create_sheet("Empty")
    hidden = workbook.create_sheet("Hidden")
    hidden.append(["Nobody", "There"])
    hidden.sheet_state = "hidden"
    workbook.save(path)
    table = open_table(path)
    assert table.sheets == ["Sheet", "Notes & more"]
    assert [line.cells for line in table.lines()] == [["Dana"]]

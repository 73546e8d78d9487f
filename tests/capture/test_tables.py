"""Tables: what is read of a CSV file, and the sentence for what cannot be."""

import pytest

from stakeholders.capture import tables
from stakeholders.capture.refusals import EncodingError, FileError
from stakeholders.capture.tables import open_table
from tests.capture.files import written

NAMES = ["Name,Unit", "Zoë Müller,Ops"]


def cells(path, encoding=""):
    """Return the cells of every line of the file at `path`."""
    return [line.cells for line in open_table(path, encoding).lines()]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le"])
def test_the_encoding_is_worked_out(tmp_path, encoding):
    assert cells(written(tmp_path, *NAMES, encoding=encoding)) == [["Zoë Müller", "Ops"]]


def test_another_encoding_is_refused_by_line_and_offered(tmp_path):
    path = written(tmp_path, *NAMES, encoding="cp1252")
    with pytest.raises(
        EncodingError, match=r"not UTF-8: line 2 cannot be read.*Windows-1252"
    ):
        open_table(path)


def test_an_encoding_the_person_named_is_used(tmp_path):
    path = written(tmp_path, *NAMES, encoding="cp1252")
    assert cells(path, "cp1252") == [["Zoë Müller", "Ops"]]


@pytest.mark.parametrize("sign", [",", ";", "\t", "|"])
def test_what_divides_the_cells_is_worked_out(tmp_path, sign):
    path = written(tmp_path, sign.join(["Name", "Unit"]), sign.join(["Dana", "Ops"]))
    assert cells(path) == [["Dana", "Ops"]]


def test_a_cell_may_hold_signs_quotes_and_line_breaks(tmp_path):
    path = written(tmp_path, "Name,Unit", '"Levi, ""Dana""\r\nJr.",Ops')
    assert cells(path) == [['Levi, "Dana"\r\nJr.', "Ops"]]


def test_rows_are_numbered_as_a_spreadsheet_does(tmp_path):
    path = written(tmp_path, "Name,Unit", '"Dana\r\nLevi",Ops', "", "Omar,Ops")
    assert [line.number for line in open_table(path).lines()] == [2, 4]


def test_the_apostrophe_of_an_export_is_taken_off_and_no_other(tmp_path):
    path = written(tmp_path, "Name,Unit", "'=Dana,'Ops'")
    assert cells(path) == [["=Dana", "'Ops'"]]


@pytest.mark.parametrize(
    ("lines", "why"),
    [
        ([""], "The file is empty"),
        (["Name,Unit"], "no rows under it"),
        (["Name,Unit", "", ","], "no rows under it"),
        (["Name,Unit,Name", "a,b,c"], "names “Name” more than once"),
        (["Name", '"Dana'], "Row 2 is not well-formed CSV: a quote is opened"),
        (["Name", "Omar", '"Dana" Levi'], "Row 3 is not well-formed CSV: a quote stands"),
        (["Name", "x" * 140_000], "Row 2 is not well-formed CSV: a cell is longer"),
        ([",".join(f"c{n}" for n in range(201)), "a"], "more than 200 columns"),
    ],
    ids=["empty", "header", "blank", "twice", "unclosed", "stray", "long", "wide"],
)
def test_what_is_no_table_is_refused_with_the_reason(tmp_path, lines, why):
    with pytest.raises(FileError, match=why):
        list(open_table(written(tmp_path, *lines)).lines())


def test_a_file_of_nothing_is_refused(tmp_path):
    path = tmp_path / "file.csv"
    path.touch()
    with pytest.raises(FileError, match="The file is empty"):
        open_table(path)


def test_a_file_of_200_mb_is_refused_unread(tmp_path):
    path = tmp_path / "file.csv"
    with path.open("wb") as file:
        file.truncate(200 * 2**20)  # sparse: it takes no room on the disk
    with pytest.raises(FileError, match="The file has 200 MB; at most 50 MB"):
        open_table(path)


def test_too_many_rows_are_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(tables, "MOST_LINES", 2)
    path = written(tmp_path, "Name", "a", "b", "c")
    with pytest.raises(FileError, match="more than 2 rows"):
        list(open_table(path).lines())


def test_an_excel_file_of_the_old_kind_is_refused_by_name(tmp_path):
    path = tmp_path / "file.xls"
    path.write_bytes(b"\xd0\xcf\x11\xe0" + bytes(100))
    with pytest.raises(FileError, match="Excel file of the old kind"):
        open_table(path)


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("BEGIN:VCARD", "address cards"),
        ("\ufeffbegin:vcard", "address cards"),
        ("BEGIN:VCALENDAR", "This is a calendar"),
    ],
)
def test_cards_and_calendars_are_refused_as_what_they_are(tmp_path, line, why):
    with pytest.raises(FileError, match=why):
        open_table(written(tmp_path, line, "VERSION:3.0", "FN:Dana"))


@pytest.mark.parametrize("start", [b"", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"])
def test_what_is_text_in_no_encoding_is_refused_as_such(tmp_path, start):
    path = tmp_path / "file.xlsx"
    path.write_bytes(start + bytes(range(256)) * 40)
    with pytest.raises(FileError, match="neither text nor an Excel workbook") as refusal:
        open_table(path)
    assert not isinstance(refusal.value, EncodingError)  # which would ask for another one


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ("Dana,Ops,more", "has 3 cells, but the header has 2"),
        ("Dana", "has 1 cell, but the header has 2"),
        ("Da\0na,Ops", "“Da\N{REPLACEMENT CHARACTER}na” in Name holds a character"),
    ],
)
def test_a_bad_row_says_why_and_leaves_the_others(tmp_path, row, why):
    bad, good = open_table(written(tmp_path, "Name,Unit", row, "Omar,Ops")).lines()
    assert why in bad.problem
    assert (good.cells, good.problem) == (["Omar", "Ops"], "")


def test_half_of_a_surrogate_pair_is_no_text(tmp_path):
    path = tmp_path / "file.csv"
    path.write_bytes("Name\r\nDa\ud800na\r\n".encode("utf-8", "surrogatepass"))
    with pytest.raises(EncodingError, match="line 2 cannot be read"):
        list(open_table(path).lines())

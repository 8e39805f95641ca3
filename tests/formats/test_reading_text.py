"""From bytes to rows: any encoding, delimiter and quoting, and files that are broken."""

import pytest

from planner.formats.parsed import FormatProblem
from planner.formats.text import decode, open_table, records

HEADER = "Date,Name,Note\n"


def cells(text: str) -> list[list[str]]:
    table = open_table(text)
    return [record.cells[: len(table.header)] for record in records(table)]


def problems(text: str) -> list[tuple[int, str]]:
    return [(record.line, record.problem) for record in records(open_table(text)) if record.problem]


@pytest.mark.parametrize(
    "data",
    [
        "Übung".encode(),
        b"\xef\xbb\xbf" + "Übung".encode(),
        "Übung".encode("cp1252"),
        "Übung".encode("utf-16"),
        "Übung".encode("utf-16-le"),
        "Übung".encode("utf-16-be"),
        "Übung".encode() + b"\0\0\0",
    ],
)
def test_text_is_read_in_any_usual_encoding(data):
    assert decode(data) == "Übung"


def test_a_file_cut_inside_its_last_letter_keeps_its_umlauts():
    assert (
        decode("Übung, schwer genug für heute ü".encode()[:-1]) == "Übung, schwer genug für heute "
    )


@pytest.mark.parametrize("data", [b"", b"\n \r\n", b"\xef\xbb\xbf", b"\0\0"])
def test_an_empty_file_is_refused(data):
    with pytest.raises(FormatProblem, match="empty"):
        decode(data)


@pytest.mark.parametrize(
    "data", [b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", b"SQLite format 3\0\x10", b"PK\3\4"]
)
def test_a_binary_file_is_refused(data):
    with pytest.raises(FormatProblem, match="no text file"):
        decode(data)


@pytest.mark.parametrize("mark", [",", ";", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_any_delimiter_and_line_end_will_do(mark, end):
    text = end.join(["Date,Name,Note", "1,a,b", "2,c,d"]).replace(",", mark) + end
    assert cells(text) == [["1", "a", "b"], ["2", "c", "d"]]


def test_a_missing_last_line_end_costs_nothing():
    assert cells(HEADER + "1,a,b\n2,c,d") == [["1", "a", "b"], ["2", "c", "d"]]


def test_a_last_row_that_breaks_off_is_told():
    [(line, problem)] = problems(HEADER + "1,a,b\n2,c")
    assert line == 3
    assert "breaks off in this row, after 2 of 3 columns" in problem


def test_a_short_row_inside_the_file_is_filled_up():
    assert cells(HEADER + "1,a\n2,c,d\n") == [["1", "a", ""], ["2", "c", "d"]]


def test_lines_are_counted_as_in_the_file_past_line_breaks_in_cells_and_empty_lines():
    text = '\n\nDate,Name,Note\n1,a,"x\ny\nz"\n\n2,c,d\n'
    found = records(open_table(text))
    assert [record.line for record in found] == [4, 8]
    assert found[0].text == '1,a,"x\ny\nz"'


def test_blanks_before_quotation_marks_do_no_harm():
    assert cells(HEADER + '1, "a, b", "c"\n') == [["1", "a, b", "c"]]


def test_rows_that_are_quoted_as_a_whole_are_taken_apart():
    text = '"Date;""Name"";Note"\n"1;""a;b"";c"\n'
    assert open_table(text.replace(";", ",")).header == ["Date", "Name", "Note"]
    assert cells(text) == [["1", "a;b", "c"]]


@pytest.mark.parametrize("end", ["\n", "\r", "\r\n"])
def test_a_row_quoted_as_a_whole_may_hold_line_breaks(end):
    assert cells(f'Date;Name;Note\n"1;""a{end}b"";c"\n') == [["1", f"a{end}b", "c"]]


@pytest.mark.parametrize("end", ["\n", "\r"])
def test_two_rows_quoted_as_one_stay_one_cell(end):
    assert cells(f'Date;Name;Note\n"1;a;b{end}2;c;d"\n') == [[f"1;a;b{end}2;c;d", "", ""]]
    assert open_table(f'"1;a;b{end}2;c;d"\n').header == [f"1;a;b{end}2;c;d"]


def test_a_quotation_mark_that_never_closes_costs_no_other_row():
    rows = [f"2024-01-0{day},a,b\n" for day in range(1, 6)]
    rows[1] = '2024-01-02,"a,b\n'
    found = records(open_table(HEADER + "".join(rows)))
    assert [record.line for record in found] == [2, 3, 4, 5, 6]
    assert found[1].cells[:3] == ["2024-01-02", "a", "b"]


def test_quotation_marks_that_never_close_do_not_swallow_each_other():
    rows = [f'2024-01-0{day},"a,b\n' for day in range(1, 6)]
    assert [row[0][-1] for row in cells(HEADER + "".join(rows))] == ["1", "2", "3", "4", "5"]


@pytest.mark.parametrize(
    "row", ['"8 Apr 2026, 16:50",a,{}', "8/4/2026,a,{}", 'Legs,"8 Apr 2026, 9:05",{}']
)
def test_rows_are_known_by_their_dates_in_every_dress(row):
    rows = [row.format(note) + "\n" for note in ("x", '"y', "z")]
    found = [each[-1] for each in cells(HEADER + "".join(rows))]
    assert (len(found), found[0], found[2]) == (3, "x", "z")


def test_a_broken_row_that_cannot_be_mended_is_told():
    text = HEADER + '2024-01-01,"a,b,c,d\n2024-01-02,a,b\n2024-01-03,a,b\n'
    [(line, problem)] = problems(text)
    assert line == 2
    assert "never closed" in problem


def test_a_note_with_line_breaks_and_commas_is_not_taken_for_rows():
    assert cells(HEADER + '2024-01-01,a,"one, two\n3, 4, 5\nsix"\n') == [
        ["2024-01-01", "a", "one, two\n3, 4, 5\nsix"]
    ]


def test_a_cell_as_long_as_a_book_is_told_and_the_rest_comes_in():
    text = HEADER + "1,a,b\n2," + "x" * 200_000 + ",b\n3,a,b\n"
    assert [line for line, _ in problems(text)] == [3]
    assert [row[0] for row in cells(text)] == ["1", "", "3"]


def test_a_first_line_as_long_as_a_book_is_refused():
    with pytest.raises(FormatProblem, match="no training log starts so"):
        open_table("x" * 5_000_000)

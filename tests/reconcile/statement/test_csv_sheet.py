"""The table as it lies in the file."""

from fairterms.reconcile.statement.csv_sheet import LARGEST, Sheet, decoded, read
from fairterms.reconcile.statement.line_map import DEFAULT_COLUMNS, LineMap
from fairterms.units.problem import Problem


def sheet(text: str, line_map: LineMap | None = None) -> Sheet:
    found = read(text.encode(), "f.csv", line_map or LineMap())
    assert isinstance(found, Sheet), found
    return found


def code(content: bytes, line_map: LineMap | None = None) -> tuple[str, int]:
    found = read(content, "f.csv", line_map or LineMap())
    assert isinstance(found, Problem), found
    return found.code, found.line


def test_the_heading_is_found_below_what_stands_above_it() -> None:
    found = sheet("Plan,Example\n\nLINE, Value ,label\n1,$2,A\n\n2,$3,B\n")
    assert [row.cells for row in found.above] == [("Plan", "Example")]
    assert found.heading.line == 3
    assert [row.line for row in found.rows] == [4, 6]
    assert found.cell(found.rows[1], "value") == "$3"
    assert found.cell(found.rows[1], "unit") == ""


def test_tabs_semicolons_and_bars_are_found_by_looking() -> None:
    for delimiter in ",;\t|":
        found = sheet(f"line{delimiter}value\n1{delimiter}$2\n")
        assert found.rows[0].cells == ("1", "$2")


def test_a_delimiter_that_is_said_is_the_only_one_tried() -> None:
    assert code(b"line,value\n1,$2\n", LineMap(delimiter=";")) == ("no-heading", 0)


def test_a_column_may_have_the_plan_s_own_heading_and_parts_several() -> None:
    columns = {**DEFAULT_COLUMNS, "value": ("Amount",), "part": ("LOB", "Region")}
    found = sheet("Line,Amount,Region,LOB\n1,$2,North,HMO\n", LineMap(columns))
    assert found.cell(found.rows[0], "value") == "$2"
    assert found.cells(found.rows[0], "part") == ("HMO", "North")


def test_a_cell_of_several_lines_keeps_the_count_of_lines() -> None:
    found = sheet('line,label,value\n1,"A\nB",$2\n2,C,$3\n')
    assert [row.line for row in found.rows] == [2, 4]


def test_a_short_row_has_empty_cells() -> None:
    found = sheet("line,label,value\n1\n")
    assert found.cell(found.rows[0], "value") == ""


def test_a_mark_of_the_order_of_bytes_is_no_letter() -> None:
    assert sheet("\ufeffline,value\n1,$2\n").columns["line"] == (0,)


def test_a_table_without_names_for_its_numbers_is_none() -> None:
    assert code(b"a,b\n1,2\n") == ("no-heading", 0)
    assert code(b"line,label\n1,2\n") == ("no-heading", 0)
    assert sheet("label,value\nPaid,$2\n").columns["label"] == (0,)


def test_bytes_that_are_no_text_are_told_with_their_line() -> None:
    assert code("line,value\né,$2".encode("latin-1")) == ("not-text", 2)
    assert code("line,value".encode("utf-16")) == ("not-text", 0)
    assert code(b" \n ") == ("empty-file", 0)
    assert code(b"x" * (LARGEST + 1)) == ("too-large", 0)
    assert decoded("é “ok”".encode("cp1252"), "f.csv", "latin-1") == "é “ok”"


def test_a_quotation_mark_left_open_is_told_with_its_line() -> None:
    assert code(b'line,value\n1,$1\n2,"$2\n3,$3\n') == ("open-quote", 3)

"""Reading a statement in whatever form it came."""

import json
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fairterms.contract.figure_set import FigureSet
from fairterms.reconcile.statement import reader
from fairterms.reconcile.statement.checks import is_note
from fairterms.reconcile.statement.reader import files, read, read_beside
from fairterms.reconcile.statement.statement import Statement
from fairterms.settle.settlement import settle
from fairterms.units.period import calendar_year
from fairterms.units.quantity import MONEY, Quantity, count
from tests.reconcile.statement.alder import SOUND, codes, terms


def put(folder: Path, text: str | bytes, name: str = "final.csv") -> Path:
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def test_a_table_is_read_and_checked_beside_the_terms(tmp_path: Path) -> None:
    found = read(put(tmp_path, SOUND), contract=terms())
    assert (found.problems, len(found.lines)) == ((), 4)
    assert found.period == calendar_year(2027)
    wrong = read(put(tmp_path, SOUND.replace("saved.saved", "saving")), contract=terms())
    assert codes(wrong) == ["not-in-terms"]
    assert codes(read(tmp_path / "final.csv")) == []


@given(
    st.integers(0, 10**6),
    st.decimals(0, 10**8, places=2, allow_nan=False),
)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25)
def test_our_own_settlement_as_a_statement_is_read_back_to_the_cent(
    tmp_path: Path, months: int, cost: Decimal
) -> None:
    given_figures = {
        "member_months": Quantity(Decimal(months), count("member-month")),
        "cost": Quantity(cost, MONEY),
    }
    ours = settle(terms(), FigureSet("a year", given_figures), calendar_year(2027))
    rows = [f'{name},,"{value}"' for name, value in given_figures.items()]
    rows += [f'{line.id},,"{line.written}"' for line in ours.lines]
    text = "\n".join(["Year,2027", "line,label,value", *rows])
    found = read(put(tmp_path, text), contract=terms())
    assert found.problems == ()
    for line in ours.lines:
        shown = found.showing(line.id)
        assert shown is not None
        assert (shown.value.amount, shown.value.unit) == (line.value, line.unit)


def test_the_map_that_lies_beside_is_used_and_its_problems_are_told(tmp_path: Path) -> None:
    put(
        tmp_path,
        '[[line]]\nplan = "1"\nours = "cost"\n[[line]]\nplan = "7"\nours = "x"\n',
        "map.toml",
    )
    path = put(tmp_path, "line,value\n1,$5.00\n")
    found = read_beside(path, terms())
    assert found.lines[0].ours == "cost"
    assert sorted(codes(found)) == ["lines-not-there", "no-year"]
    put(tmp_path, "[lines]\n", "map.toml")
    assert [one.file for one in read_beside(path).problems] == ["map.toml"]
    assert len(read_beside(path).lines) == 1
    put(tmp_path, "[lines\n", "map.toml")
    found = read_beside(path)
    assert (found.lines, [one.file for one in found.problems]) == ((), ["map.toml"])


def test_every_kind_of_problem_is_found_in_one_reading(tmp_path: Path) -> None:
    text = SOUND + "cost,Again,$1.00\nx,No unit,5\nmembers,Members,-5 members\n"
    found = read(put(tmp_path, text), contract=terms())
    assert codes(found) == ["contradicting-lines", "no-unit", "negative-count"]
    assert [one.line for one in found.problems] == [11, 12, 13]


def test_a_statement_is_told_apart_by_what_is_in_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[tuple[str, str]] = []

    def report(text: str, file: str) -> Statement:
        seen.append((text, file))
        return Statement(file, ())

    monkeypatch.setattr(reader, "RESOURCES", {"MeasureReport": report})
    text = '{"resourceType": "MeasureReport"}'
    read(put(tmp_path, "\ufeff" + text, "plan.txt"))
    assert seen == [(text, "plan.txt")]


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("a.json", b"{", "not-json"),
        ("a.json", b"[]", "no-such-format"),
        ("a.json", b'{"resourceType": "Bundle"}', "no-such-format"),
        ("a.json", b'{"resourceType": 5}', "no-such-format"),
        ("a.json", b"\xff", "not-json"),
        ("a.xlsx", b"PK\x03\x04", "no-such-format"),
        ("a.csv", b"PK\x03\x04", "no-such-format"),
        ("a.pdf", b"%PDF-1.7", "no-such-format"),
        ("a.doc", b"line,value\n", "no-such-format"),
        ("a.csv", b"", "empty-file"),
        ("a.csv", b"1," * 2_500_001, "too-large"),
        ("a.json", b"{" + b" " * 5_000_000, "too-large"),
        ("isabel.csv", b"ISAbel,value\n", "no-heading"),
    ],
)
def test_what_is_no_statement_is_told(tmp_path: Path, name: str, content: bytes, code: str) -> None:
    found = read(put(tmp_path, content, name), contract=terms())
    assert (found.lines, codes(found)) == ((), [code])


def test_a_report_of_a_plan_is_read_from_json(tmp_path: Path) -> None:
    report = json.dumps({"resourceType": "MeasureReport", "group": []})
    found = read(put(tmp_path, report, "report.json"))
    assert found.file == "report.json"
    assert "no-such-format" not in codes(found)


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    found = read(tmp_path / "none.csv", contract=terms())
    assert codes(found) == ["no-statement"]
    assert not is_note(found.problems[0])


def test_the_statements_of_a_deal_are_listed_without_the_map(tmp_path: Path) -> None:
    assert files(tmp_path) == ()
    folder = tmp_path / "statements"
    folder.mkdir()
    for name in ("b.csv", "map.toml", "a.json"):
        put(folder, "x", name)
    assert [path.name for path in files(tmp_path)] == ["a.json", "b.csv"]

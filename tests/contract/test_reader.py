"""A terms file becomes a contract, or problems; its messages are in the golden gallery."""

from datetime import date
from pathlib import Path

from fairterms.contract.reader import read, read_text
from tests.payment.one_clause import HEADER
from tests.settle.deals import CLAUSES


def test_the_contract_keeps_order_dates_and_lines() -> None:
    reading = read_text(HEADER + CLAUSES)
    assert reading.problems == ()
    assert reading.contract is not None
    assert [clause.id for clause in reading.contract.clauses] == ["savings", "sequestration"]
    assert reading.contract.starts == date(2027, 1, 1)
    rate = reading.contract.clause("sequestration").terms["rate"]
    assert reading.contract.text(rate.line) == 'rate = "2 %"'


def test_a_missing_or_foreign_file_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "terms.toml").write_bytes(b"\xff\xfe")
    assert [p.code for p in read(tmp_path / "none.toml").problems] == ["no-terms"]
    assert [p.code for p in read(tmp_path / "terms.toml").problems] == ["not-text"]


def test_figures_and_measures_are_read() -> None:
    text = HEADER + (
        '[[figure]]\nid = "cost"\nunit = "$ per visit"\nlowest = "$1.00 per visit"\n'
        '[[measure]]\nid = "phq9"\ndirection = "lower is better"\nname = "PHQ-9"\n'
    )
    contract = read_text(text).contract
    assert contract is not None
    assert str(contract.figures[0].unit) == "dollars per visit"
    assert not contract.measures[0].higher_is_better

"""Loading gathers every problem, and tells the contract's gaps from the file's mistakes."""

from pathlib import Path

from fairterms.payment.loading import load
from tests.payment.one_clause import HEADER
from tests.settle.deals import CLAUSES


def test_gaps_and_mistakes_are_told_apart_in_the_order_of_lines(tmp_path: Path) -> None:
    text = HEADER + CLAUSES.replace('"50 %"', '"not stated"').replace('"$41.20 PMPM"', '"$41.20 x"')
    (tmp_path / "terms.toml").write_text(text)
    loaded = load(tmp_path / "terms.toml")
    assert [problem.code for problem in loaded.unstated] == ["not-stated"]
    assert [problem.code for problem in loaded.mistakes] == ["not-a-quantity"]
    lines = [problem.line for problem in loaded.problems]
    assert lines == sorted(lines)


def test_without_a_contract_there_are_only_problems(tmp_path: Path) -> None:
    loaded = load(tmp_path / "terms.toml")
    assert loaded.contract is None
    assert len(loaded.problems) == 1

"""An audit is gathered as of a day, with its words and its risks looked up."""

from datetime import date
from pathlib import Path

import pytest

from fairterms.audit.auditing import Audited, audit, unknown_risks, unquoted
from fairterms.audit.engagement.engagement import Clause, Engagement, Kind
from fairterms.audit.engagement.reader import FILE, read_text
from fairterms.audit.engagement.scope import Level
from fairterms.audit.engagement.standing import State
from fairterms.units.period import Period
from tests.audit.engagement.made_up import WHOLE

JUNIPER = Path(__file__).parents[2] / "examples" / "juniper"
LATER = date(2028, 12, 20)


@pytest.fixture(scope="module")
def juniper() -> Audited:
    return audit(JUNIPER, LATER, is_tested=False)


@pytest.mark.slow
def test_the_example_reads_clean_and_its_words_stand_in_the_contract(juniper: Audited) -> None:
    assert juniper.problems == ()


@pytest.mark.slow
def test_the_example_has_one_finding_disputed_one_closed_and_one_under_way(
    juniper: Audited,
) -> None:
    assert {one.finding.id: one.state for one in juniper.issued} == {
        "order_of_lines": State.DISPUTED,
        "member_months": State.CLOSED,
        "list_reasons": State.ACTING,
    }
    assert [one.finding.id for one in juniper.drafts] == ["risk_ratio"]


def test_a_deal_without_an_audit_is_gathered_empty(tmp_path: Path) -> None:
    (tmp_path / "deal.toml").write_text('[deal]\nname = "Cedar"\n', encoding="utf-8")
    found = audit(tmp_path, LATER, is_tested=False)
    assert (found.is_written, found.issued, found.problems) == (False, (), ())


def test_a_risk_that_is_not_in_the_register_is_named(tmp_path: Path) -> None:
    (tmp_path / "deal.toml").write_text('[deal]\nname = "Cedar"\n', encoding="utf-8")
    (tmp_path / FILE).write_text(WHOLE, encoding="utf-8")
    assert audit(tmp_path, LATER, is_tested=False).problems == ()
    (tmp_path / "risks.toml").write_text("", encoding="utf-8")
    problems = audit(tmp_path, LATER, is_tested=False).problems
    assert [one.code for one in problems] == ["unknown-risk"] * 3
    assert len({one.line for one in problems}) == 3
    assert unknown_risks(read_text("").book, {}) == ()


def test_the_chosen_procedures_are_run_on_what_the_deal_holds(tmp_path: Path) -> None:
    (tmp_path / "deal.toml").write_text('[deal]\nname = "Cedar"\n', encoding="utf-8")
    (tmp_path / FILE).write_text(WHOLE, encoding="utf-8")
    (result,) = audit(tmp_path, LATER).results
    assert result.procedure == "settlement_recomputation"
    assert result.why_not.startswith("Not tested, because")


def test_a_ready_procedure_that_there_is_not_is_named(tmp_path: Path) -> None:
    (tmp_path / "deal.toml").write_text('[deal]\nname = "Cedar"\n', encoding="utf-8")
    text = WHOLE.replace("settlement_recomputation", "settlement_recomputations")
    (tmp_path / FILE).write_text(text, encoding="utf-8")
    found = audit(tmp_path, LATER)
    assert [one.code for one in found.problems] == ["unknown-ready-procedure"]
    assert found.results == ()


def test_words_that_the_contract_does_not_say_are_named() -> None:
    clause = Clause("none.pdf", "7", "the parties may", 12)
    period = Period(date(2028, 1, 1), date(2028, 2, 1))
    made = Engagement("a", "A", Kind.ASSURANCE, Level.SIMPLE, ("x",), period, clause=clause)
    (problem,) = unquoted([made], ())
    assert (problem.code, problem.line) == ("citation-not-found", 12)
    assert 'none.pdf is not in the deal folder: "the parties may"' in problem.what


def test_evidence_that_cannot_be_read_is_named_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "deal.toml").write_text('[deal]\nname = "Cedar"\n', encoding="utf-8")
    (tmp_path / FILE).write_text(WHOLE, encoding="utf-8")
    wrong = '[[stated_settlement]]\nname = "final"\nyear = "2027"\n'
    (tmp_path / "audit_evidence.toml").write_text(wrong, encoding="utf-8")
    found = audit(tmp_path, LATER)
    assert {one.file for one in found.problems} == {"audit_evidence.toml"}
    assert audit(tmp_path, LATER, is_tested=False).problems == ()

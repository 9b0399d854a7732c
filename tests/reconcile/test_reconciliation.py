"""A statement of a small deal is worked through from its files, and every gap says what to do."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from fairterms.outcomes.small_cells.audience import Audience
from fairterms.publish.structure import everything
from fairterms.reconcile.page import answer, page
from fairterms.reconcile.reconciliation import Asked, Reconciliation, own_report, reconcile
from fairterms.reconcile.vbpr_export import missing
from tests.decide.small_basis import DEAL
from tests.payment.one_clause import HEADER
from tests.settle.deals import CLAUSES

FIGURES = 'member_months = "120,000 member-months"\ncost = "$4,845,120.00"\n'
LINES = {
    "member_months": "120,000 member-months",
    "cost": "$4,845,120.00",
    "savings": "$98,880.00",
    "sequestration": "$48,451.20",
    "payable": "$48,451.20",
}
TODAY = date(2028, 9, 4)


@pytest.fixture
def deal(tmp_path: Path) -> Path:
    folder = tmp_path / "deal"
    for name in ("statements", "figures", "contract"):
        (folder / name).mkdir(parents=True)
    (folder / "terms.toml").write_text(HEADER + CLAUSES)
    (folder / "deal.toml").write_text(DEAL)
    (folder / "figures" / "2027.toml").write_text(FIGURES)
    text = "Between Plan and Group.\n\nGroup may dispute an annual statement within 30 days.\n"
    (folder / "contract" / "agreement.txt").write_text(text)
    return folder


def said(deal: Path, name: str = "final.csv", **changed: str) -> Path:
    """Write a statement of the plan."""
    path = deal / "statements" / name
    rows = [f'{line},{line},"{value}"' for line, value in {**LINES, **changed}.items() if value]
    path.write_text("\n".join(["line,label,value", *rows]) + "\n")
    return path


def words(found: Reconciliation, audience: Audience = Audience.GROUP) -> str:
    return "\n".join(str(one) for one in everything(page(found, audience, TODAY).blocks))


def test_a_statement_that_agrees_needs_nothing(deal: Path) -> None:
    found = reconcile(Asked(deal, said(deal)))
    assert answer(found) == "The statement and the terms agree: $48,451.20."
    assert found.dispute is not None
    assert not found.dispute.is_needed
    assert "may be questioned" not in words(found)


def test_the_answer_names_what_reproduces_the_plans_number(deal: Path) -> None:
    path = said(deal, sequestration="$49,440.00", payable="$49,440.00")
    found = reconcile(Asked(deal, path, delivered=date(2028, 8, 31)))
    assert "the reduction of 2 % is left out" in answer(found)
    assert found.dispute is not None
    assert found.dispute.closes == date(2028, 9, 30)
    assert "Until 2028-09-30, counted from 2028-08-31" in words(found)


def test_the_groups_own_figures_are_those_of_the_year_or_of_the_statement(deal: Path) -> None:
    path = said(deal)
    (deal / "figures" / "2027.toml").write_text(FIGURES.replace("4,845,120", "4,845,020"))
    found = reconcile(Asked(deal, path))
    assert found.dispute is not None
    assert found.dispute.bridge.total("figure") == Decimal("-49.00")
    assert "Other figures than ours make −$49.00 of it." in answer(found)
    (deal / "figures" / "final.toml").write_text(FIGURES)
    again = reconcile(Asked(deal, path))
    assert again.dispute is not None
    assert again.dispute.bridge.difference == 0


def test_figures_that_cannot_be_read_are_told(deal: Path) -> None:
    (deal / "figures" / "2027.toml").write_text('cost = "much"\n')
    found = reconcile(Asked(deal, said(deal)))
    assert any("cost" in one.what for one in found.problems)


def test_an_earlier_statement_shows_what_was_restated(deal: Path) -> None:
    older = said(deal, "older.csv", cost="$4,846,120.00")
    found = reconcile(Asked(deal, said(deal), earlier=older))
    assert found.restatement is not None
    assert [one.change.line.ours for one in found.restatement.figures] == ["cost"]


def test_numbers_of_another_statement_are_tried(deal: Path) -> None:
    said(deal, "march.csv", member_months="119,000 member-months")
    (deal / "figures" / "2027.toml").write_text(FIGURES.replace("4,845,120", "4,745,120"))
    stale = {"savings": "$157,680.00", "sequestration": "$77,263.20", "payable": "$77,263.20"}
    found = reconcile(Asked(deal, said(deal, cost="$4,745,120.00", **stale)))
    assert "taken from the statement march.csv" in answer(found)


def test_without_terms_the_statements_own_numbers_are_still_checked(deal: Path) -> None:
    path = said(deal)
    (deal / "terms.toml").unlink()
    found = reconcile(Asked(deal, path))
    assert found.dispute is None
    assert "no payment terms without problems yet" in answer(found)
    assert len(found.statement.lines) == len(LINES)


def test_lines_that_name_nothing_of_the_terms_are_not_compared(deal: Path) -> None:
    path = deal / "statements" / "plain.csv"
    path.write_text('line,label,value\n1,Something,"$5.00"\n')
    assert "no line of the statement is tied to the terms" in answer(reconcile(Asked(deal, path)))


def test_a_figure_that_nobody_gives_is_named(deal: Path) -> None:
    (deal / "figures" / "2027.toml").unlink()
    found = reconcile(Asked(deal, said(deal, cost="")))
    assert found.dispute is None
    assert "cost" in found.why_not


def test_our_own_settlement_has_all_that_the_guide_requires(deal: Path) -> None:
    text = own_report(reconcile(Asked(deal, said(deal))), TODAY)
    assert missing(text) == ()
    assert "48451.20" in text


def test_each_stage_is_told(deal: Path) -> None:
    told: list[str] = []
    reconcile(Asked(deal, said(deal)), told.append)
    assert told[0] == "Reading the terms"
    assert "Looking for the deadline in the contract" in told

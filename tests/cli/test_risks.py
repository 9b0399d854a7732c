"""`risks` prints what is worst, and writes the page, the matrix and the drawings."""

import json
import tomllib
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import numpy as np
import pytest
from lxml import etree

from fairterms.cli import risks
from fairterms.contract import deal as deals
from fairterms.decide.basis import Basis, gather
from fairterms.decide.folder import as_decision
from fairterms.decide.risk_study import RiskStudy
from fairterms.negotiate.brief.ask_lines import ask_lines
from fairterms.publish import docx, html, pdf, xlsx
from fairterms.publish.number_blocks import Chart
from fairterms.publish.page import Report
from fairterms.publish.structure import everything
from fairterms.risks.library.waking import wake
from tests.cli.conftest import CEDAR, Run
from tests.decide.small_basis import small_folder
from tests.prepare.findings import seen
from tests.risks.appraisal.small_register import (
    GUESS,
    LATE,
    MARGIN,
    PASSED,
    appraised,
    estimate,
    risk,
)
from tests.risks.library.awake import PAID

REGISTER = (
    LATE + PASSED + risk("year") + estimate("year_margin", 'from_contract = "net loss"', "current")
)
WOKEN = wake((seen("recoup-limits"), seen("data-feed", unclear="page 4 was not read")), PAID)


class Pages:
    """The pages that were built instead of drawn."""

    def __init__(self) -> None:
        self.seen: list[Report] = []

    def html(self, page: Report) -> str:
        self.seen.append(page)
        return page.title


@pytest.fixture(autouse=True)
def pages(monkeypatch: pytest.MonkeyPatch) -> Pages:
    """Build the pages, and do not draw them."""
    found = Pages()
    monkeypatch.setattr(html, "render", found.html)
    for form in (pdf, docx, xlsx):
        monkeypatch.setattr(form, "render", lambda _page: b"drawn")
    return found


@pytest.fixture
def small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small deal whose risks are given: what gathers them has tests of its own."""
    monkeypatch.chdir(tmp_path)
    given(monkeypatch, RiskStudy(appraised(REGISTER), WOKEN))
    return small_folder(tmp_path / "small", forecast=None)


def given(monkeypatch: pytest.MonkeyPatch, study: RiskStudy) -> None:
    basis = SimpleNamespace(position=SimpleNamespace(risks=study))
    monkeypatch.setattr(risks, "gather", lambda *_, **__: cast("Basis", basis))


def test_the_largest_losses_what_is_beyond_and_what_is_live_are_printed(
    fairterms: Run, small: Path
) -> None:
    ran = fairterms("risks", small, "--on", "2026-11-02")
    assert (ran.code, ran.err) == (0, "")
    lines = ran.out.splitlines()
    assert lines[0] == "Losses of a year in dollars, the largest first"
    assert lines[1:4:2] == ["   1 year happens", "   2 late happens"]
    assert lines[2] == "     $3,500 in a mean year, $10,000 in the worst 5 % of years"
    late = appraised(REGISTER).impacts[0].losses
    assert late is not None
    assert f"${round(late.proven.mean.value, -1):,.0f} in a mean year" in lines[4]
    assert late.proven.mean.value < late.inherent.mean.value
    assert any(
        line.startswith("Likelier than is bearable: a loss of more than $")
        and "against “what the deal adds in a year”: " in line
        and line.endswith("of years, where 20 % is bearable")
        for line in lines
    )
    live = [one for one in WOKEN if one.risk.id != "F5"]
    unsure = sum(not one.is_certain for one in live)
    assert 0 < unsure < len(live)
    told = f"{len(live) - unsure}; of {unsure} more it cannot be told"
    assert f"Live in this contract and not in the register: {told}\n" in ran.out
    assert not any(line.strip().startswith("F5 ") for line in lines)


def test_the_page_the_matrix_and_the_drawings_are_written(
    fairterms: Run, small: Path, pages: Pages
) -> None:
    ran = fairterms("risks", small, "--on", "2026-11-02")
    assert ran.code == 0
    folder = Path("reports/small")
    for suffix in ("html", "pdf", "xlsx"):
        assert (folder / f"risks.{suffix}").exists()
        assert f"  reports/small/risks.{suffix}" in ran.out
    (page,) = pages.seen
    assert (page.title, page.made_on) == (
        "A small deal: risks to what both sides want",
        "2026-11-02",
    )
    matrix = (folder / "risk-control-matrix.csv").read_text(encoding="utf-8")
    assert "late happens" in matrix
    assert "A second person checks" in matrix
    charts = [one for one in everything(page.blocks) if isinstance(one, Chart)]
    drawings = sorted(folder.glob("risk-chart-*.svg"))
    assert len(drawings) == len(charts) > 0
    for path, chart in zip(drawings, charts, strict=True):
        assert chart.title in [one.text for one in etree.fromstring(path.read_bytes())]
        assert f"  {path}" in ran.out


def test_what_cannot_be_told_is_not_said_to_be_live(
    fairterms: Run, small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    unclear = wake((seen("recoup-limits", unclear="page 4 was not read"),), PAID)
    given(monkeypatch, RiskStudy(None, unclear))
    ran = fairterms("risks", small)
    doubtful = [one for one in unclear if not one.is_certain]
    assert doubtful
    for one in doubtful:
        assert f"  {one.risk.id:4} cannot be told: {one.risk.title}" in ran.out
    for one in unclear:
        if one.is_certain:
            assert f"  {one.risk.id:4} {one.risk.title}" in ran.out


def test_without_a_register_the_proposals_are_the_page(
    fairterms: Run, small: Path, monkeypatch: pytest.MonkeyPatch, pages: Pages
) -> None:
    given(monkeypatch, RiskStudy(None, WOKEN))
    ran = fairterms("risks", small, "--out", "pages")
    assert ran.code == 0
    assert "The deal has no risks.toml yet." in ran.out
    assert pages.seen[0].title == "A small deal: risks this contract may carry"
    assert sorted(path.name for path in Path("pages").iterdir()) == [
        "risks.html",
        "risks.pdf",
        "risks.xlsx",
    ]


def test_proposals_are_text_to_paste_and_leave_out_what_the_register_has(
    fairterms: Run, small: Path
) -> None:
    ran = fairterms("risks", small, "--propose")
    assert ran.code == 0
    found = [one["library"] for one in tomllib.loads(ran.out)["risk"]]
    assert found == [one.risk.id for one in WOKEN if one.risk.id != "F5"]
    assert not Path("reports").exists()


def test_only_the_first_are_printed_and_each_unit_has_its_own_list(
    fairterms: Run, small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(risks, "MOST", 2)
    text = MARGIN
    for number in range(3):
        text += risk(f"r{number}") + estimate(f"r{number}_margin", GUESS)
    text += risk("queue", "access") + estimate(
        "queue_access", GUESS.replace("$1,000.00", "1 person").replace("$20,000.00", "9 people")
    )
    given(monkeypatch, RiskStudy(appraised(text), ()))
    ran = fairterms("risks", small)
    assert ran.out.count("in a mean year") == 2 + 1
    assert "Losses of a year in people, the largest first" in ran.out


def test_questions_for_a_workshop_are_written_without_looking_at_the_deal(
    fairterms: Run, small: Path, monkeypatch: pytest.MonkeyPatch, pages: Pages
) -> None:
    monkeypatch.setattr(risks, "gather", None)
    ran = fairterms("risks", small, "--prompts", "--on", "2026-11-02")
    assert ran.code == 0
    assert pages.seen[0].made_on == "2026-11-02"
    assert sorted(path.name for path in Path("reports/small").iterdir()) == [
        "risk-workshop.docx",
        "risk-workshop.html",
        "risk-workshop.pdf",
    ]


def test_a_deal_with_mistakes_is_not_looked_at(
    fairterms: Run, small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(risks, "gather", gather)
    terms = small / "terms.toml"
    terms.write_text(terms.read_text().replace('rate = "5 %"', "rate = 5"))
    ran = fairterms("risks", small)
    assert ran.code == 1
    assert "has no unit" in ran.err
    assert not Path("reports").exists()


def test_problems_of_the_register_are_told_and_the_day_is_kept(
    fairterms: Run, small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(risks, "gather", gather)
    (small / "risks.toml").write_text(LATE + '\n[[risc]]\nid = "x"\n')
    ran = fairterms("risks", small, "--on", "2026-09-30")
    assert ran.code == 0
    assert "risks.toml:" in ran.err
    assert "in a mean year" not in ran.out, "the estimate is of a day after that"
    assert "in a mean year" in fairterms("risks", small, "--on", "2026-10-02").out


@pytest.mark.slow
def test_the_price_of_an_ask_and_the_loss_of_a_clause_are_those_of_the_decision(
    fairterms: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    basis = gather(deals.read(CEDAR), lambda _: None)
    (record,) = [one for one in as_decision(basis)["asks"] if one["id"] == "withhold.rate"]
    record = json.loads(json.dumps(record))
    ran = fairterms("negotiate", CEDAR, "--ask", "withhold.rate")
    assert ran.code == 0, ran.err
    ask = basis.position.asks.find("withhold.rate")
    assert ask is not None
    assert ask.price.outcome is not None
    shown = ask_lines(ask, basis.position.asks.weight)
    assert ran.out.splitlines() == list(shown), "printed alone, it reads as in the brief"
    assert record["price"]["mean"]["value"] == round(ask.price.outcome.mean.value, 2)
    assert record["price"]["words"] in ran.out

    # The loss of the clause in the risk register is what was withheld and not returned.
    appraisal = basis.position.risks.appraisal
    assert appraisal is not None
    computed = next(
        one
        for one in appraisal.impacts
        if one.estimate and str(one.estimate.from_contract) == "clause withhold"
    )
    assert computed.losses is not None
    assert basis.ahead.outlook is not None
    year = basis.ahead.outlook.forecast.riskiest
    assert year is not None
    steps, number = year.settled.steps, computed.losses.proven.years
    kept = np.maximum(0.03 * steps["fees"][:number] - steps["withhold.returned"][:number], 0.0)
    assert computed.losses.proven.mean.value == pytest.approx(float(kept.mean()), abs=0.02)

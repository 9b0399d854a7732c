"""A position joins what other rooms found: asks with prices, risks with losses, the log."""

from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pytest

from fairterms.contract import deal as deals
from fairterms.decide import position
from fairterms.decide.ahead import NOT_LOOKED, Ahead
from fairterms.decide.position import Known, Position, Seen, take
from fairterms.decide.preparation import Preparation
from fairterms.negotiate.ask.ask_price import Sort
from fairterms.negotiate.ask.grounds import USUAL_WEIGHT
from fairterms.payment.loading import load
from tests.correspondence.made_up import promise
from tests.decide.small_basis import small_folder
from tests.negotiate.ask.made_up import outlook
from tests.prepare.findings import seen
from tests.risks.appraisal.small_register import DAY, MARGIN, estimate, risk

FINDINGS = (seen("admin-funding"), seen("data-feed", unclear="page 4 was not read"))


def duty(dollars: float | None, *checks: str) -> object:
    load_of = None if dollars is None else SimpleNamespace(dollars=SimpleNamespace(likely=dollars))
    return SimpleNamespace(duty=SimpleNamespace(findings=checks), load=load_of)


def preparation(*duties: object) -> Preparation:
    return cast("Preparation", SimpleNamespace(work=SimpleNamespace(duties=duties)))


def taken(
    folder: Path,
    ahead: Ahead = NOT_LOOKED,
    prepared: Preparation | None = None,
    tell: Callable[[str], None] = lambda _: None,
) -> Position:
    contract = load(folder / "terms.toml").contract
    assert contract is not None
    seen_of = Seen(contract, FINDINGS, (), None)
    return take(deals.read(folder), seen_of, Known(ahead, None, prepared), DAY, tell)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return small_folder(tmp_path / "deal", forecast=None)


def test_work_is_added_up_by_the_check_that_quotes_it() -> None:
    given = preparation(
        duty(100.0, "admin-funding", "reporting-burden"),
        duty(40.0, "admin-funding"),
        duty(None, "x"),
    )
    assert position._work(given) == {"admin-funding": 140.0, "reporting-burden": 100.0}


def test_without_years_there_are_asks_without_prices_and_risks_without_losses(
    folder: Path,
) -> None:
    text = MARGIN + risk("late") + estimate("late_margin", 'from_contract = "net loss"')
    (folder / "risks.toml").write_text(text)
    found = taken(folder)
    assert [one.id for one in found.asks.asks] == ["admin-funding"]
    assert found.asks.asks[0].price.sort is Sort.NOT_PRICED
    assert [one.check for one in found.asks.questions] == ["data-feed"]
    assert found.risks.appraisal is not None
    assert found.risks.appraisal.impacts[0].why_not == "No year could be simulated."
    assert found.log is None


def test_years_price_asks_and_risks_alike(folder: Path) -> None:
    text = MARGIN + risk("late") + estimate("late_margin", 'from_contract = "clause withhold"')
    (folder / "risks.toml").write_text(text)
    found = taken(folder, Ahead(outlook()), preparation(duty(900.0, "admin-funding")))
    work = found.asks.find("admin-funding")
    assert work is not None
    assert work.price.outcome is not None
    assert work.price.outcome.mean.value == pytest.approx(900)
    struck = found.asks.find("withhold.rate")
    assert struck is not None
    assert struck.price.outcome is not None
    assert found.risks.appraisal is not None
    (impact,) = found.risks.appraisal.impacts
    assert impact.losses is not None
    # What a withhold takes on average is what striking it adds, as the fees are paid anyway.
    assert impact.losses.proven.mean.value == pytest.approx(
        struck.price.outcome.mean.value, rel=0.001
    )


def test_the_log_of_the_talks_is_read_as_of_the_day(folder: Path) -> None:
    (folder / "log.toml").write_text(promise())
    found = taken(folder)
    assert found.log is not None
    assert found.log.entries


def test_bad_years_count_as_the_group_says_or_as_usual(folder: Path) -> None:
    assert taken(folder).asks.weight == USUAL_WEIGHT
    (folder / "positions.toml").write_text('[group]\nappetite_weight = "60 %"\n')
    assert taken(folder).asks.weight == 0.6
    (folder / "positions.toml").write_text('[group]\nappetite_weight = "0 %"\n')
    assert taken(folder).asks.weight == 0, "nought is said, and not left out"


def test_each_stage_is_told(folder: Path) -> None:
    told: list[str] = []
    taken(folder, tell=told.append)
    assert told[:2] == ["Pricing what to ask for", "Appraising the risks"]

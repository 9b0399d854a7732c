"""What the contract itself loses: as its simulated years say, and nothing beside them."""

from types import SimpleNamespace
from typing import cast

import numpy as np
import pytest

from fairterms.contract.clause import Clause
from fairterms.decide import contract_losses
from fairterms.decide.ahead import NOT_LOOKED, Ahead
from fairterms.negotiate.ask.pricer import Pricer
from fairterms.risks.appraisal.contract_years import ContractYears
from fairterms.simulate.years import FloatArray
from tests.negotiate.ask.made_up import grounds, outlook

LEDGER = {"fees": np.array([100.0, 80.0]), "cut": np.array([90.0, 95.0])}
OWED = np.array([-30.0, 20.0])


@pytest.fixture(scope="module")
def pricer() -> Pricer:
    found = grounds().pricer
    assert found is not None
    return found


@pytest.fixture(scope="module")
def years(pricer: Pricer) -> ContractYears:
    return contract_losses.contract_losses(Ahead(outlook()), pricer)


def test_the_net_loss_of_a_year_is_how_far_its_margin_lies_below_nothing(
    pricer: Pricer, years: ContractYears
) -> None:
    found = years.losses["net loss"]
    assert bool((found >= 0).all())
    assert found == pytest.approx(np.where(pricer.net < 0, -pricer.net, 0.0))
    assert found.max() > 0, "the small deal loses in some years"


def test_a_withhold_loses_what_is_withheld_and_not_returned(
    pricer: Pricer, years: ContractYears
) -> None:
    steps = pricer.year.settled.steps
    number = len(pricer.net)
    withheld = 0.05 * steps["fees"][:number]
    lost = withheld - steps["withhold.returned"][:number]
    assert years.losses["clause withhold"] == pytest.approx(np.maximum(lost, 0.0), abs=0.011)


def test_a_term_loses_what_the_group_would_have_had_without_it(
    pricer: Pricer, years: ContractYears
) -> None:
    one = next(each for each in pricer.clauses if each.id == "annual_limit.paid_cap")
    without = pricer.without([one])
    assert without is not None
    assert years.losses["term annual_limit.paid_cap"] == pytest.approx(
        np.maximum(without - pricer.net, 0.0)
    )
    assert years.losses["term annual_limit.paid_cap"].mean() > 0


def test_a_term_that_pays_the_group_loses_nothing(years: ContractYears) -> None:
    assert years.losses["term performance.budget"].max() == 0


def test_every_clause_and_term_is_there_and_the_years_are_named(years: ContractYears) -> None:
    assert set(years.losses) == {
        "net loss",
        *(f"clause {one}" for one in ("fees", "performance", "withhold", "annual_limit")),
        *(f"term {one}" for one in ("withhold.rate", "annual_limit.paid_cap")),
        *(f"term performance.{one}" for one in ("budget", "if_too_few", "if_must_pass_fails")),
    }
    assert (years.about, years.why_not) == ("256 simulated years of 2028", "")


def test_without_a_forecast_the_reason_stands_in_its_place() -> None:
    ahead = Ahead(None, ("There is no forecast.toml.", "Nobody has said more."))
    found = contract_losses.contract_losses(ahead, None)
    assert dict(found.losses) == {}
    assert found.why_not == "There is no forecast.toml. Nobody has said more."
    assert contract_losses.contract_losses(NOT_LOOKED, None).why_not == (
        "No year could be simulated."
    )


def taken(name: str, of: tuple[str, ...], steps: dict[str, FloatArray]) -> list[float] | None:
    clause = SimpleNamespace(id=name, of=of)
    found = contract_losses._taken(cast("Clause", clause), steps, {"fees", "cut"})
    return None if found is None else found.tolist()


def test_a_clause_takes_what_goes_in_less_what_comes_out_and_never_less_than_nothing() -> None:
    assert taken("cut", ("fees",), LEDGER) == [10.0, 0.0]
    assert taken("cut", ("fees", "fees"), LEDGER) == [110.0, 65.0]


def test_a_clause_on_a_figure_takes_what_the_group_owes_by_it() -> None:
    assert taken("share", ("cost",), {"share": OWED}) == [30.0, 0.0]
    assert taken("share", (), {"share": OWED}) == [30.0, 0.0]


def test_what_a_clause_takes_is_not_guessed_where_its_source_was_not_kept() -> None:
    assert taken("after", ("cut.first_part",), {"after": OWED}) is None
    assert taken("score", ("fees",), LEDGER) is None

"""The price of mending what a finding is about: the sign, the sort, and when there is none."""

from dataclasses import replace
from decimal import Decimal

import numpy as np
import pytest

from fairterms.negotiate.ask import remedy
from fairterms.negotiate.ask.ask_price import AskPrice, Sort
from fairterms.negotiate.ask.finding_price import price
from fairterms.negotiate.ask.grounds import Grounds
from fairterms.negotiate.ask.pricer import Pricer
from fairterms.negotiate.ask.stake import Effort, Kind, Stake, stakes
from fairterms.settle.ambiguity import Ambiguities
from fairterms.simulate.drivers.driver_study import DriverStudy
from fairterms.simulate.drivers.outcome import Outcome
from fairterms.simulate.drivers.risk_adjustment import RiskAdjustment
from fairterms.simulate.drivers.stress_test import NotApplied, Reserve, StressResult, StressTests
from fairterms.simulate.results.estimate import Estimate
from tests.negotiate.ask.made_up import grounds, outlook
from tests.simulate.small_outlook import NO_DRIVERS

NOTHING = Outcome(Estimate(0.0, 0.0), Estimate(0.0, 0.0), Estimate(0.0, 0.0))
LOSES = Outcome(Estimate(-900.0, 9.0), Estimate(-2_000.0, 20.0), Estimate(0.04, 0.001))
GAINS = Outcome(Estimate(700.0, 9.0), Estimate(50.0, 20.0), Estimate(-0.01, 0.001))


def driven(drivers: DriverStudy) -> Grounds:
    return replace(grounds(), outlook=replace(outlook(), drivers=drivers))


def stressed(change: Outcome, reserve: Reserve | None = None) -> Grounds:
    result = StressResult(
        "delayed_payment", "Late pay", "Pay comes late.", NOTHING, change, reserve
    )
    left = NotApplied("coding_fall", "Codes", "The contract reads no risk score.")
    return driven(replace(NO_DRIVERS, stresses=StressTests(NOTHING, (result,), (left,), 512)))


def sicker(change: Outcome, unadjusted: Outcome = LOSES) -> Grounds:
    study = RiskAdjustment(NOTHING, NOTHING, NOTHING, change, unadjusted, None, (), 512)
    return driven(replace(NO_DRIVERS, risk_adjustment=study))


def figures(found: AskPrice) -> tuple[float, float, float]:
    assert found.outcome is not None
    parts = (found.outcome.mean, found.outcome.worst, found.outcome.loses)
    return parts[0].value, parts[1].value, parts[2].value


def words_without_price(check: str, given: Grounds) -> str:
    found = price(stakes()[check], given)
    assert found.sort is Sort.NOT_PRICED
    assert (found.outcome, found.plan_cost, found.at_most) == (None, None, None)
    return found.words


def test_being_spared_a_stress_is_worth_what_it_would_take() -> None:
    found = price(stakes()["prompt-pay"], stressed(LOSES))
    assert found.sort is Sort.IF_USED
    assert figures(found) == (900.0, 2_000.0, -0.04)
    assert found.plan_cost is None
    assert found.words == "Late pay. Pay comes late."


def test_a_stress_that_hurts_only_bad_years_still_counts() -> None:
    found = price(stakes()["prompt-pay"], stressed(replace(LOSES, mean=Estimate(5.0, 1.0))))
    assert figures(found)[:2] == (-5.0, 2_000.0)


def test_a_stress_that_takes_nothing_has_no_price() -> None:
    words = words_without_price("prompt-pay", stressed(GAINS))
    assert words == "The stress “Late pay” takes nothing from what this deal leaves the group."


@pytest.mark.parametrize(("under", "says"), [(8_000.0, True), (3_000.0, False), (900.0, False)])
def test_money_that_only_comes_later_must_be_bridged_with_cash(under: float, says: bool) -> None:
    reserve = Reserve(Estimate(3_000.0, 0.0), Estimate(under, 0.0))
    words = words_without_price("prompt-pay", stressed(NOTHING, reserve))
    assert ("must hold $5,000 more in cash until the money comes" in words) is says


def test_a_stress_that_does_not_apply_says_why() -> None:
    assert words_without_price("new-member-rule", stressed(LOSES)) == (
        "The contract reads no risk score."
    )
    assert words_without_price("stop-loss", stressed(LOSES)) == "This stress was not tried."
    assert words_without_price("stop-loss", grounds()) == "No stress could be tried on this deal."


def test_risk_adjustment_is_worth_what_the_contract_does_not_make_up_for() -> None:
    found = price(stakes()["risk-adjustment"], sicker(LOSES, unadjusted=GAINS))
    assert found.sort is Sort.IF_USED
    assert figures(found) == (900.0, 2_000.0, -0.04)
    assert found.words.startswith("If patients are 5 % more ill than expected: what the contract")


def test_a_contract_that_loses_nothing_by_sicker_patients_gives_no_price() -> None:
    assert "take nothing from what this deal leaves" in words_without_price(
        "risk-adjustment", sicker(GAINS)
    )
    assert "take nothing from what this deal leaves" in words_without_price(
        "risk-adjustment", sicker(NOTHING)
    )
    still = "How ill patients are does not move the result in the simulated years."
    assert words_without_price("risk-adjustment", sicker(NOTHING, NOTHING)) == still
    assert words_without_price("risk-adjustment", grounds()) == still


def pricer_of(given: Grounds) -> Pricer:
    assert given.pricer is not None
    return given.pricer


def test_an_ended_program_takes_what_it_pays_and_leaves_its_work() -> None:
    given = grounds()
    pricer = pricer_of(given)
    found = price(stakes()["incentive-at-will"], given)
    paid = pricer.year.settled.steps["annual_limit"][: len(pricer.net)]
    assert found.sort is Sort.IF_USED
    # The small deal returns its withhold by the score of the same measures.
    left = pricer.without(pricer.favourable)
    assert left is not None
    assert figures(found)[0] == pytest.approx(float((pricer.net - left).mean()))
    assert figures(found)[0] >= float(paid.mean()) - 0.01
    assert "How likely that is nobody can say." in found.words


def test_where_nothing_pays_the_group_nothing_can_be_ended() -> None:
    given = grounds()
    pricer_of(given).__dict__["favourable"] = ()
    assert words_without_price("incentive-at-will", given) == (
        "No term of this deal pays the group in a mean year."
    )


def test_a_hundredth_of_the_fees_is_spared_and_a_sum_counts_as_fees() -> None:
    given = grounds()
    pricer = pricer_of(given)
    fees = pricer.year.settled.steps["fees"][: len(pricer.net)]
    found = price(stakes()["recoup-limits"], given)
    assert figures(found)[0] == pytest.approx(float(fees.mean()) / 100)
    assert found.words == "For every 1 % of the fees that is cut, taken back or not paid."
    anyway = replace(pricer.deal.without_deal, clauses=(), amount=Decimal(50_000))
    pricer.deal = replace(pricer.deal, without_deal=anyway)
    assert figures(price(stakes()["recoup-limits"], given))[0] == pytest.approx(500)
    pricer.deal = replace(pricer.deal, without_deal=replace(anyway, amount=Decimal(0)))
    assert "does not say which fees" in words_without_price("recoup-limits", given)


def test_work_is_worth_its_dollars_and_costs_the_plan_the_same() -> None:
    found = price(stakes()["admin-funding"], grounds(work={"admin-funding": 2_500.0}))
    assert found.sort is Sort.WORK
    assert figures(found)[0] == pytest.approx(2_500)
    assert found.plan_cost is not None
    assert found.plan_cost.value == pytest.approx(2_500)
    assert "put in hours" in words_without_price("admin-funding", grounds(work={"other": 9.0}))


def test_open_readings_are_an_upper_limit_and_none_are_no_price() -> None:
    check = "plan-discretion"
    found = price(stakes()[check], replace(grounds(), ambiguities=Ambiguities((), Decimal(40), 9)))
    assert (found.sort, found.at_most, found.outcome) == (Sort.OPEN, 40.0, None)
    none = replace(grounds(), ambiguities=Ambiguities((), Decimal(0), 9))
    assert "No open reading" in words_without_price(check, none)
    assert "No open reading" in words_without_price(check, grounds())


def terms(*, is_broader: bool, check: str = "made-up") -> Stake:
    names = (("withhold", "rate"),)
    return Stake(check, Kind.TERMS, Effort.LITTLE, "Less.", names, is_broader=is_broader)


def test_terms_that_are_what_is_asked_are_struck() -> None:
    given = grounds()
    found = price(terms(is_broader=False), given)
    pricer = pricer_of(given)
    clause = next(one for one in pricer.clauses if one.id == "withhold.rate")
    without = pricer.without([clause])
    assert without is not None
    assert (found.sort, found.struck) == (Sort.EXPECTED, ("withhold.rate",))
    assert figures(found)[0] == pytest.approx(float((without - pricer.net).mean()))


def test_a_strike_wider_than_the_ask_is_the_most_it_can_be_worth() -> None:
    wide, exact = (price(terms(is_broader=each), grounds()) for each in (True, False))
    assert (wide.sort, wide.struck) == (Sort.OPEN, ())
    assert wide.outcome == exact.outcome
    assert wide.words.endswith("the ask is worth this at most.")


def test_terms_the_contract_does_not_have_give_no_price() -> None:
    assert words_without_price("loss-cap", grounds()) == (
        "The terms hold nothing that could be struck for it."
    )


def test_losses_are_mirrored_where_they_can_be(monkeypatch: pytest.MonkeyPatch) -> None:
    given = grounds()
    monkeypatch.setattr(remedy, "mirror", lambda contract: contract)
    found = price(stakes()["gain-loss-asymmetry"], given)
    assert found.words == "Losses are shared as savings are."
    other = price(terms(is_broader=False, check="loss-cap"), given)
    assert other.words != found.words


def test_what_no_figure_computes_has_no_price() -> None:
    words = words_without_price("plain-language", grounds())
    assert words == "No term or figure computes what this protects."


def test_the_most_a_loss_cap_can_be_worth_is_to_share_no_loss() -> None:
    for check in ("loss-cap", "gain-loss-asymmetry", "controls-exceptions"):
        assert stakes()[check].is_broader, check
    caps = {term for _, term in stakes()["loss-cap"].terms}
    assert not caps & {"owed_cap", "loss_cap", "deficit_cap", "downside_share"}
    assert np.all([not term.endswith("cap") for _, term in stakes()["risk-phase-in"].terms])

"""Cash by month adds up to the net margin, and the reserve bridges its lowest point."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fairterms.contract.deal import WithoutDeal
from fairterms.simulate.results.cash import Cash, cash
from fairterms.simulate.results.cash_declaration import CashDeclaration, Part, Schedule, Undated
from fairterms.simulate.results.settled_years import SettledYears, settle_years
from fairterms.units.refusal import Refusal
from tests.payment.one_clause import contract
from tests.simulate.results.small_deals import CAPPED, WITHHOLD, costs, deal, years

LATE = CashDeclaration((Schedule("result", (Part(22, 22, 1.0),)),), ())
NOTHING = WithoutDeal()


def settled(text: str = CAPPED, number: int = 1_600, **more: float) -> SettledYears:
    figures = {"cost": costs(number)} if "result" in text else {}
    figures |= {name: np.full(number, value) for name, value in more.items()}
    return settle_years(deal(), contract(text), years(figures, blocks=16))


def of_result(found: SettledYears, declared: CashDeclaration = LATE) -> Cash:
    return cash(contract(CAPPED), NOTHING, found, declared)


def test_the_last_month_holds_the_net_margin() -> None:
    found = settled()
    told = of_result(found)
    assert [one.month for one in told.months] == list(range(1, 23))
    assert told.months[-1].mean.value == pytest.approx(found.net.mean())
    assert told.months[-1].low.value == pytest.approx(-52_000)
    assert told.undated == ()


def test_work_is_paid_for_evenly_before_anything_comes() -> None:
    told = of_result(settled())
    spent = [one.mean.value for one in told.months]
    assert spent[:12] == pytest.approx([-1_000 * month for month in range(1, 13)])
    assert spent[12:21] == pytest.approx([-12_000] * 9)


def test_the_reserve_keeps_cash_above_zero_in_its_share_of_years() -> None:
    found = settled()
    told = of_result(found)
    lowest = np.minimum(found.net, -12_000)
    assert told.lowest.value == pytest.approx(lowest.mean())
    for reserve, share in ((told.reserve_95, 0.95), (told.reserve_99, 0.99)):
        held = float(np.mean(reserve.value + lowest >= -1e-6))
        assert held >= share
        less = float(np.mean(reserve.value - 1 + lowest >= -1e-6))
        assert less < share
    assert told.reserve_95.value <= told.reserve_99.value
    assert told.reserve_99.value == pytest.approx(52_000)


def test_money_that_comes_first_needs_no_reserve() -> None:
    early = CashDeclaration((Schedule("result", (Part(1, 1, 1.0),)),), ())
    made = years({"cost": np.full(32, 900_000.0)}, blocks=2)
    found = settle_years(deal(), contract(CAPPED), made)
    told = of_result(found, early)
    assert told.months[0].mean.value == pytest.approx(49_000)
    assert told.reserve_99.value == 0
    assert np.copysign(1, told.reserve_99.value) == 1


def test_what_has_no_date_is_left_out_and_listed() -> None:
    undated = CashDeclaration((), (Undated("result", "no day"),))
    found = settled()
    told = of_result(found, undated)
    assert len(told.months) == 12
    assert told.months[-1].mean.value == pytest.approx(-12_000)
    ((one,), amount) = told.undated, found.steps["result"].mean()
    assert one.undated.says == "no day"
    assert one.mean is not None
    assert one.mean.value == pytest.approx(amount)


def of_withhold(declared: CashDeclaration) -> Cash:
    terms = contract(WITHHOLD)
    made = years({"visits.90837": np.full(32, 12_000.0), "quality_score": np.full(32, 0.7)}, 2)
    made_of = deal(without=("fees",), cost="0")
    return cash(
        terms, made_of.without_deal, settle_years(made_of, terms, made, declared.steps), declared
    )


AT_ONCE = Schedule("withhold.paid_at_once", (Part(1, 12, 1.0),))
RETURNED = Schedule("withhold.returned", (Part(18, 18, 1.0),))
FEES_AS_NOW = Schedule("fees", (Part(1, 12, 1.0),))


def test_a_withhold_costs_cash_until_it_comes_back() -> None:
    told = of_withhold(CashDeclaration((AT_ONCE, RETURNED, FEES_AS_NOW), ()))
    mean = [one.mean.value for one in told.months]
    assert mean[0] == pytest.approx(-5_000)  # 5 % of a month's fees
    assert mean[11] == mean[16] == pytest.approx(-60_000)
    assert mean[17] == pytest.approx(-30_000)
    assert told.reserve_95.value == pytest.approx(60_000)


def test_fees_paid_anyway_without_a_date_are_listed_too() -> None:
    told = of_withhold(CashDeclaration((AT_ONCE, RETURNED), ()))
    assert [one.undated.clause for one in told.undated] == ["fees"]


def test_steps_that_are_not_the_whole_clause_are_refused() -> None:
    with pytest.raises(Refusal, match="do not add up to what withhold pays"):
        of_withhold(CashDeclaration((AT_ONCE, FEES_AS_NOW), ()))
    undated = CashDeclaration((AT_ONCE, FEES_AS_NOW), (Undated("withhold.returned", "no day"),))
    told = of_withhold(undated)
    (left_out,) = told.undated
    assert left_out.mean is not None
    assert left_out.mean.value == pytest.approx(30_000)


def test_dearer_care_and_another_contracts_amount_come_evenly() -> None:
    found = settled()
    found.delivery[:] = 600
    told = cash(contract(CAPPED), WithoutDeal((), 2_400), found, LATE)  # type: ignore[arg-type]
    assert told.months[0].mean.value == pytest.approx(-(12_000 + 600 + 2_400) / 12)


@settings(max_examples=7, deadline=None)
@given(
    st.lists(st.tuples(st.integers(1, 24), st.integers(0, 12)), min_size=1, max_size=4),
    st.integers(0, 40_000),
)
def test_however_it_is_paid_the_end_is_the_same(spans: list[tuple[int, int]], cost: int) -> None:
    parts = tuple(Part(first, first + more, 1 / len(spans)) for first, more in spans)
    made = deal(cost=str(cost))
    found = settle_years(made, contract(CAPPED), years({"cost": costs(64)}, blocks=2))
    told = of_result(found, CashDeclaration((Schedule("result", parts),), ()))
    assert told.months[-1].mean.value == pytest.approx(found.net.mean(), abs=0.005)
    assert told.lowest.value <= min(0, *(one.mean.value for one in told.months)) + 1e-6
    assert told.reserve_99.value >= told.reserve_95.value >= 0
    assert all(one.low.value <= one.high.value for one in told.months)
    assert len(told.as_rows()) == len(told.months)

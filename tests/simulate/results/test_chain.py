"""The chain of steps as distributions."""

import numpy as np
import pytest

from fairterms.simulate.results.chain import LEVELS, chain, mean_where
from fairterms.simulate.results.settled_years import settle_years
from tests.payment.one_clause import contract
from tests.simulate.results.small_deals import CAPPED, WITHHOLD, costs, deal, years
from tests.simulate.results.test_settled_years import SCORED


def test_a_gate_tells_how_often_it_bites_and_how_its_years_differ() -> None:
    terms, made = contract(CAPPED), years({"cost": costs(8_000)}, blocks=16)
    settled = settle_years(deal(), terms, made)
    found = {gate.id: gate for gate in chain(terms, settled).gates}
    cap = found["result.loss_cap"]
    # The cap binds from a cost of 1,080,000 on: 1.33 standard deviations above the mean.
    assert cap.bites.value == pytest.approx(0.0912, abs=0.01)
    assert cap.bites.error > 0
    assert cap.net_where_it_bites is not None
    assert cap.net_elsewhere is not None
    assert cap.net_where_it_bites.value == -52_000
    assert cap.net_elsewhere.value > -20_000
    assert "The years may differ in other things too." in cap.words()
    assert cap.words().startswith("result.loss_cap bites in ")
    assert "−$52,000 on average" in cap.words()


def test_a_gate_that_never_bites_has_no_average() -> None:
    terms, made = contract(CAPPED), years({"cost": np.full(50, 990_000.0)})
    found = {gate.id: gate for gate in chain(terms, settle_years(deal(), terms, made)).gates}
    assert found["result.loss_cap"].net_where_it_bites is None
    assert found["result.loss_cap"].words() == "result.loss_cap bites in 0.0 % of years."


def test_a_clause_shows_its_quantiles_and_whether_it_pays() -> None:
    terms = contract(WITHHOLD)
    visits = np.linspace(1_000, 2_000, 1_001)
    made = years({"visits.90837": visits, "quality_score": np.full(1_001, 0.9)})
    fees, withhold = chain(terms, settle_years(deal(), terms, made)).clauses
    assert (fees.clause, fees.pays, withhold.clause, withhold.pays) == (
        "fees", False, "withhold", True,
    )  # fmt: skip
    assert withhold.mean.value == pytest.approx(150_000)
    assert [one.value for one in withhold.quantiles] == pytest.approx(
        [100_000 * (1 + level) for level in LEVELS], rel=1e-3
    )


def test_a_measure_tells_how_often_it_reaches_its_targets() -> None:
    terms = contract(SCORED)
    met = np.repeat([20.0, 27.0, 30.0, 32.0], [10, 20, 30, 40])
    patients = np.full(100, 60.0)
    patients[:5] = 29.0
    made = years({"response.numerator": met, "response.denominator": patients})
    (measure,) = chain(terms, settle_years(deal(), terms, made)).measures
    assert [target.at for target in measure.targets] == ["45 %", "52 %"]
    assert [target.chance.value for target in measure.targets] == [0.9, 0.4]
    assert measure.too_few is not None
    assert measure.too_few.value == 0.05
    assert measure.rate[2].value == 0.5


def test_rows_hold_every_part_once() -> None:
    terms = contract(SCORED)
    made = years({"response.numerator": np.arange(60.0), "response.denominator": np.full(60, 60.0)})
    rows = chain(terms, settle_years(deal(), terms, made)).as_rows()
    names = [(part, name) for part, name, _, _ in rows]
    assert len(set(names)) == len(names)
    assert ("measure", "bonus.response: reaches 52 %") in names
    assert ("clause", "bonus: 5% quantile") in names


@pytest.mark.parametrize("blocks", [1, 16])
def test_the_average_of_some_years_has_an_honest_error(blocks: int) -> None:
    pairs = []
    for seed in range(150):
        dice = np.random.default_rng(seed)
        values, mask = dice.normal(50, 10, 800), dice.random(800) < 0.1
        found = mean_where(values, mask, np.arange(800) % blocks)
        assert found is not None
        pairs.append((found.value, found.error))
    value, error = np.array(pairs).T
    assert error.mean() == pytest.approx(value.std(), rel=0.25)
    assert mean_where(values, np.zeros(800, dtype=bool), np.arange(800) % blocks) is None

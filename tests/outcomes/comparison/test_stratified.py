"""The axioms of fair comparison, as properties: direct standardisation keeps them, O/E does not.

The axioms are those of Roessler, Schmitt and Schoffer, PLoS ONE 16(9), 2021.
"""

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from fairterms.outcomes.comparison.stratified import StratumTable, compare, direct, indirect
from fairterms.units.refusal import Refusal

Floats = npt.NDArray[np.float64]
STRATA = 3
REFERENCE_RATES = np.array([0.6, 0.4, 0.2])
SHARES = np.array([0.5, 0.3, 0.2])

RATES = arrays(np.float64, STRATA, elements=st.floats(0, 1))
MIX = arrays(np.float64, STRATA, elements=st.integers(1, 2_000).map(float))


def table(rates: list[Floats], mixes: list[Floats]) -> StratumTable:
    """Make providers of given rates and patients; events may be fractions."""
    patients = np.array(mixes, dtype=np.float64)
    return StratumTable(patients, patients * np.array(rates), REFERENCE_RATES, SHARES)


ROESSLER = StratumTable(
    np.array([[900.0, 100.0], [100.0, 900.0]]),
    np.array([[585.0, 35.0], [65.0, 315.0]]),
    np.array([0.6, 0.4]),
    np.array([0.5, 0.5]),
)


@given(rates=RATES, mix=MIX, at=st.integers(0, STRATA - 1), gain=st.floats(0, 1))
def test_monotonicity_better_results_never_lower_the_score(
    rates: Floats, mix: Floats, at: int, gain: float
) -> None:
    better = rates.copy()
    better[at] += gain * (1 - rates[at])
    both = table([rates, better], [mix, mix])
    for score in (direct(both), indirect(both)):
        assert score[1] >= score[0] - 1e-12


@given(rates=RATES, first=MIX, second=MIX)
def test_case_mix_insensitivity_another_mix_at_the_same_rates_changes_nothing(
    rates: Floats, first: Floats, second: Floats
) -> None:
    score = direct(table([rates, rates], [first, second]))
    assert score[0] == pytest.approx(score[1])


@given(rates=RATES, mix=MIX, times=st.floats(0.1, 1_000))
def test_scale_insensitivity_more_volume_changes_nothing(
    rates: Floats, mix: Floats, times: float
) -> None:
    both = table([rates, rates], [mix, mix * times])
    for score in (direct(both), indirect(both)):
        assert score[0] == pytest.approx(score[1])


@given(rates=RATES, mixes=st.lists(MIX, min_size=2, max_size=5))
def test_equivalence_equal_rates_in_every_stratum_give_equal_scores(
    rates: Floats, mixes: list[Floats]
) -> None:
    score = direct(table([rates] * len(mixes), mixes))
    np.testing.assert_allclose(score, score[0], atol=1e-12)


@given(low=RATES, first=MIX, second=MIX, gains=RATES)
def test_dominance_better_in_every_stratum_is_better(
    low: Floats, first: Floats, second: Floats, gains: Floats
) -> None:
    high = low + gains * (1 - low)
    score = direct(table([low, high], [first, second]))
    assert score[1] >= score[0] - 1e-12
    if (high > low + 1e-6).all():
        assert score[1] > score[0]


def test_observed_over_expected_breaks_equivalence_and_case_mix_insensitivity() -> None:
    """Rates 0.65 and 0.35 at both, against 0.6 and 0.4; mixes 90/10 and 10/90."""
    np.testing.assert_allclose(indirect(ROESSLER), [1.069, 0.905], atol=5e-4)
    np.testing.assert_allclose(direct(ROESSLER), [1, 1])


def test_observed_over_expected_breaks_dominance() -> None:
    """One a little better in every stratum looks worse for its mix."""
    mixes = [np.array([100.0, 900.0, 1e-9]), np.array([900.0, 100.0, 1e-9])]
    both = table([np.array([0.66, 0.36, 0.2]), np.array([0.65, 0.35, 0.2])], mixes)
    assert direct(both)[0] > direct(both)[1]
    assert indirect(both)[0] < indirect(both)[1]


def test_a_pair_put_in_opposite_order_is_flagged() -> None:
    mixes = [np.array([100.0, 900.0, 1]), np.array([900.0, 100.0, 1]), SHARES * 1000]
    rates = [np.array([0.66, 0.36, 0.2]), np.array([0.65, 0.35, 0.2]), np.array([0.9, 0.9, 0.9])]
    found = compare(table(rates, mixes))
    assert found.reversed_with.tolist() == [1, 1, 0]
    assert found.is_flagged.tolist() == [True, True, False]


def test_better_by_one_and_worse_by_the_other_is_flagged() -> None:
    mixes = [np.array([900.0, 50.0, 50.0]), SHARES * 1000]
    rates = [np.array([0.65, 0.30, 0.10]), REFERENCE_RATES]
    found = compare(table(rates, mixes))
    assert found.indirect[0] > 1 > found.direct[0]
    assert found.is_split.tolist() == [True, False]


def test_a_provider_like_the_reference_is_flagged_by_nobody() -> None:
    found = compare(table([REFERENCE_RATES] * 3, [SHARES * n for n in (7, 100, 333)]))
    np.testing.assert_allclose(found.indirect, 1)
    np.testing.assert_allclose(found.direct, 1)
    assert not found.is_flagged.any()


def test_an_empty_stratum_leaves_the_direct_score_unknown_and_the_indirect_known() -> None:
    patients = np.array([[50.0, 50.0, 0.0], [40.0, 40.0, 20.0]])
    strata = StratumTable(patients, patients / 2, REFERENCE_RATES, SHARES)
    assert np.isnan(direct(strata)).tolist() == [True, False]
    assert indirect(strata)[0] == pytest.approx(1.0)
    assert not compare(strata).is_flagged[0]


def test_a_stratum_the_reference_lacks_is_not_needed() -> None:
    patients = np.array([[50.0, 50.0, 0.0]])
    strata = StratumTable(patients, patients / 2, REFERENCE_RATES, np.array([0.5, 0.5, 0.0]))
    assert direct(strata).tolist() == pytest.approx([1.0])


def test_nothing_expected_leaves_the_indirect_score_unknown() -> None:
    strata = StratumTable(
        np.array([[10.0, 0.0]]), np.array([[1.0, 0.0]]), np.array([0.0, 0.5]), np.array([0.5, 0.5])
    )
    assert np.isnan(indirect(strata)).all()


@pytest.mark.parametrize(
    ("patients", "events", "rates", "shares", "words"),
    [
        ([[1.0, 1]], [[1.0]], [0.5, 0.5], [0.5, 0.5], "different shapes"),
        ([[1.0, 1]], [[1.0, 1]], [0.5], [0.5, 0.5], "other strata"),
        ([[1.0, 1]], [[2.0, 1]], [0.5, 0.5], [0.5, 0.5], "more outcomes than patients"),
        ([[0.0, 0]], [[0.0, 0]], [0.5, 0.5], [0.5, 0.5], "no patients"),
        ([[1.0, 1]], [[1.0, 1]], [1.5, 0.5], [0.5, 0.5], "not between 0 and 1"),
        ([[1.0, 1]], [[1.0, 1]], [0.0, 0.0], [0.5, 0.5], "not between 0 and 1"),
        ([[1.0, 1]], [[1.0, 1]], [0.5, 0.5], [0.5, 0.6], "do not add up to 1"),
    ],
)
def test_tables_that_mean_nothing_are_refused(
    patients: list[list[float]],
    events: list[list[float]],
    rates: list[float],
    shares: list[float],
    words: str,
) -> None:
    with pytest.raises(Refusal, match=words):
        StratumTable(np.array(patients), np.array(events), np.array(rates), np.array(shares))

"""Effect sizes, and whose standard deviation they are counted in."""

from dataclasses import replace

import numpy as np
import pytest

from fairterms.outcomes.group_effects.effect_size import (
    GroupChange,
    ReferenceSpread,
    correction,
    find,
    own_spread,
    summarise,
)
from fairterms.outcomes.patient_change.scores import scores
from fairterms.reference.instrument_facts import Direction
from fairterms.units.refusal import Refusal
from tests.outcomes.one_declaration import HEARSAY, HERE

WORSE, BETTER = Direction.HIGHER_IS_WORSE, Direction.HIGHER_IS_BETTER
CHANGE = GroupChange(15.9, 10.6, 50, 0.5)
OWN = ReferenceSpread(5.5, 50, HERE)


def test_a_published_cell_comes_out() -> None:
    # NHS England 2024-25, depression, cognitive behavioural therapy: 15.9 (5.5) to 10.6, d = 1.0.
    plain = find(CHANGE, OWN, WORSE, is_corrected=False)
    assert round(plain.value, 1) == 1.0


def test_the_corrected_effect_and_its_variance_follow_the_formula() -> None:
    found = find(CHANGE, OWN, WORSE)
    g = (1 - 3 / 195) * 5.3 / 5.5
    assert found.value == pytest.approx(g)
    assert found.variance == pytest.approx(2 * 0.5 / 50 + g**2 / 100)
    low, high = found.interval()
    assert (low + high) / 2 == pytest.approx(g)


def test_a_known_spread_needs_no_correction_and_adds_no_error() -> None:
    known = ReferenceSpread(5.5, None, HERE)
    found = find(CHANGE, known, WORSE)
    assert found.value == pytest.approx(5.3 / 5.5)
    assert found.variance == pytest.approx(2 * 0.5 / 50)


def test_a_group_of_patients_alike_inflates_its_effect_by_its_own_spread() -> None:
    alike = scores([18, 19, 20, 19, 18, 20], [13, 14, 14, 14, 13, 15])
    own = find(summarise(alike), own_spread(alike, HERE), WORSE)
    benchmark = find(summarise(alike), ReferenceSpread(6.1, None, HERE), WORSE)
    assert own.value > 5 * benchmark.value


def test_direction_turns_the_sign() -> None:
    assert find(CHANGE, OWN, BETTER).value == -find(CHANGE, OWN, WORSE).value


def test_without_a_correlation_there_is_no_interval() -> None:
    with pytest.raises(Refusal, match="needs the correlation"):
        find(replace(CHANGE, correlation=None), OWN, WORSE).interval()


def test_unpaired_patients_are_left_out_of_both_means() -> None:
    found = summarise(scores([10, 20, 99], [5, 9, np.nan]))
    assert (found.mean_first, found.mean_last, found.n) == (15, 7, 2)


def test_scores_that_do_not_vary_have_no_correlation() -> None:
    assert summarise(scores([10, 10, 10], [5, 9, 8])).correlation is None


def test_one_patient_is_refused() -> None:
    with pytest.raises(Refusal, match="1 patients have both scores"):
        summarise(scores([10, 20], [5, np.nan]))


@pytest.mark.parametrize("sd", [0.0, float("nan")])
def test_a_reference_without_spread_is_refused(sd: float) -> None:
    with pytest.raises(Refusal, match="standard deviation of the reference"):
        ReferenceSpread(sd, None, HERE)


def test_an_unconfirmed_reference_reaches_the_result() -> None:
    assert find(CHANGE, ReferenceSpread(6.1, None, HEARSAY), WORSE).is_unconfirmed
    assert not find(CHANGE, OWN, WORSE).is_unconfirmed


def test_the_correction_takes_off_the_small_sample_excess() -> None:
    # The truth is 1 standard deviation; with 8 patients the plain effect is too large.
    draw = np.random.default_rng(2)
    first = 20 + 5 * draw.standard_normal((20_000, 8))
    plain = 5 / first.std(axis=1, ddof=1)
    assert plain.mean() > 1.10
    assert correction(8) * plain.mean() == pytest.approx(1, abs=0.01)


def test_the_variance_is_that_of_repeated_studies() -> None:
    draw = np.random.default_rng(3)
    # A formula for large groups: at 40 patients it is 5 % too small, at 200 about 1 %.
    studies, n, rho = 10_000, 200, 0.5
    first = draw.standard_normal((studies, n))
    last = rho * first + np.sqrt(1 - rho**2) * draw.standard_normal((studies, n)) - 0.8
    effects = correction(n) * (first - last).mean(axis=1) / first.std(axis=1, ddof=1)
    one = find(GroupChange(0, -0.8, n, rho), ReferenceSpread(1, n, HERE), WORSE)
    assert one.variance == pytest.approx(effects.var(), rel=0.04)

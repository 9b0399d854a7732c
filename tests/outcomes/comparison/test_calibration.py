"""Whether expectations come true, and what they leave out."""

from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fairterms.outcomes.comparison.calibration import calibrate, discriminate, find_left_out
from fairterms.units.refusal import Refusal
from tests.outcomes.exceptions.made_up_cohort import AGE, ATTRIBUTES, STAY, World, expect, make


def test_a_true_model_is_seldom_off() -> None:
    cohort = make(World(each=200), 1)
    found = calibrate(cohort.outcomes, expect(cohort))
    assert len(found.tenths) == 10
    assert sum(tenth.patients for tenth in found.tenths) == cohort.patients
    assert sum(tenth.observed for tenth in found.tenths) == cohort.outcomes.sum()
    assert found.tenths_off <= 2
    assert 0.02 < found.explained < 0.2
    rates = [tenth.expected_rate for tenth in found.tenths]
    assert rates == sorted(rates)


def test_a_model_too_sure_of_itself_is_off_at_both_ends() -> None:
    cohort = make(World(each=200), 1)
    logits = np.log(expect(cohort) / (1 - expect(cohort)))
    found = calibrate(cohort.outcomes, 1 / (1 + np.exp(-3 * logits)))
    assert found.tenths[0].is_off
    assert found.tenths[-1].is_off
    plain = calibrate(cohort.outcomes, expect(cohort))
    assert found.discrimination == pytest.approx(plain.discrimination)  # only the order counts
    assert found.brier > plain.brier


@settings(max_examples=20, deadline=None)
@given(st.lists(st.tuples(st.booleans(), st.integers(1, 9)), min_size=2, max_size=25))
def test_discrimination_is_the_share_of_pairs_in_the_right_order(
    patients: list[tuple[bool, int]],
) -> None:
    with_it = [chance for reached, chance in patients if reached]
    without = [chance for reached, chance in patients if not reached]
    if not with_it or not without:
        return
    pairs = [(a > b) + 0.5 * (a == b) for a, b in product(with_it, without)]
    found = discriminate(
        np.array([float(reached) for reached, _ in patients]),
        np.array([chance / 10 for _, chance in patients]),
    )
    assert found == pytest.approx(sum(pairs) / len(pairs))


def test_one_expectation_for_all_makes_one_tenth() -> None:
    found = calibrate([0, 1, 1, 0], [0.5] * 4)
    assert len(found.tenths) == 1
    assert found.discrimination == 0.5
    assert found.explained == 0


def test_what_is_left_out_comes_first() -> None:
    cohort = make(World(gap=1.0, each=100), 2)
    facts = [
        (a.name, [a.values[place] for place in cohort.codes[:, at]])
        for at, a in enumerate(ATTRIBUTES)
    ]
    found = find_left_out(cohort.outcomes, expect(cohort), facts)
    assert {(one.fact, one.value) for one in found[:2]} == {
        (STAY.name, "yes"),
        (AGE.name, "18–25"),
    }
    assert found[0].rate_gap > 0.03
    assert sum(one.patients for one in found) == 3 * cohort.patients


def test_a_fact_of_another_length_is_refused_by_name() -> None:
    with pytest.raises(Refusal, match="language: 1 values for 2 patients"):
        find_left_out([0, 1], [0.5, 0.5], [("language", ["English"])])


@pytest.mark.parametrize("expected", [[0.5], [0.5, 1.2], [0.5, float("nan")]])
def test_what_is_no_chance_is_refused(expected: list[float]) -> None:
    with pytest.raises(Refusal, match="expected"):
        calibrate([0, 1], expected)


def test_equal_outcomes_are_refused() -> None:
    with pytest.raises(Refusal, match="none of the patients reached it"):
        calibrate([0, 0], [0.5, 0.5])

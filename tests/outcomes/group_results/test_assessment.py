"""A target is judged by what the group did, what others do, and what follow-up could change."""

import pytest

from fairterms.outcomes.group_results.assessment import (
    NOTHING_KNOWN,
    AskedTarget,
    MeasureAssessment,
    MeasureYear,
    assess,
    prior_of,
)
from fairterms.outcomes.group_results.declaration import Measured, Peers
from fairterms.outcomes.targets.target import Direction, Target
from fairterms.units.refusal import Refusal

PEERS = Peers(0.5, 0.06, "a made-up register")
STEADY = [MeasureYear(year, reached, 200, 120) for year, reached in ((1, 98), (2, 102), (3, 100))]


def asked(*rates: float) -> list[AskedTarget]:
    return [AskedTarget(Target(rate, Direction.AT_LEAST)) for rate in rates]


def judged(
    peers: Peers | None = PEERS,
    allowed: float | None = 0.1,
    follow_up: float | None = None,
    years: list[MeasureYear] = STEADY,
) -> MeasureAssessment:
    declared = Measured(
        "response",
        "remission_or_response",
        {},
        peers=peers,
        allowed_to_fail=allowed,
        follow_up=follow_up,
    )
    return assess(declared, years, asked(0.4, 0.5, 0.6))


def test_a_harder_target_is_met_less_often() -> None:
    chances = [target.met_now for target in judged().targets]
    assert chances == sorted(chances, reverse=True)
    assert chances[0] > 0.95
    assert chances[-1] < 0.05


def test_an_average_group_misses_a_target_at_its_own_rate_half_the_time() -> None:
    fails = judged().targets[1].average_fails
    assert fails == pytest.approx(0.5, abs=0.05)


def test_the_fair_target_is_one_an_average_group_rarely_misses() -> None:
    found = judged().proposed
    assert found is not None
    assert found.average_fails <= 0.1
    assert 0.4 < found.target.rate < 0.5


def test_without_peers_nothing_is_said_about_an_average_group() -> None:
    found = judged(peers=None)
    assert found.reliability is None
    assert found.proposed is None
    assert {target.average_fails for target in found.targets} == {None}
    assert any("reference population" in note for note in found.notes)
    assert found.prior == NOTHING_KNOWN


def test_no_fair_target_without_a_chance_both_sides_accept() -> None:
    found = judged(allowed=None)
    assert found.proposed is None
    assert found.targets[0].patients_needed is None
    assert any("allowed_to_fail" in note for note in found.notes)


def test_better_follow_up_raises_the_chance_if_the_others_do_as_well() -> None:
    then = judged(follow_up=0.9).targets[2].met_with_follow_up
    assert then is not None
    assert then.now <= then.if_none + 1e-9
    assert then.if_same > then.now
    assert judged(follow_up=0.5).targets[2].met_with_follow_up is None


def test_where_the_measure_needs_no_later_score_follow_up_is_no_lever() -> None:
    asked_less = [MeasureYear(one.year, one.reached, one.n, 90) for one in STEADY]
    assert judged(follow_up=0.9, years=asked_less).targets[2].met_with_follow_up is None


def test_a_drifting_rate_rests_on_its_last_year_alone() -> None:
    rising = [MeasureYear(year, reached, 400) for year, reached in ((1, 120), (2, 180), (3, 240))]
    found = judged(years=rising)
    assert found.rests_on == (240, 400, "3 alone, because the rate drifts")
    assert judged().rests_on == (300, 600, "3 years together")


def test_a_year_without_patients_is_named_and_not_counted() -> None:
    found = judged(years=[MeasureYear(1, 0, 0), *STEADY[1:]])
    assert "No patient counts in 1." in found.notes
    assert len(found.baseline.years) == 2


def test_no_patients_at_all_is_refused() -> None:
    with pytest.raises(Refusal, match="baseline"):
        judged(years=[MeasureYear(1, 0, 0)])


def test_peers_become_a_prior_of_their_mean_and_spread() -> None:
    prior = prior_of(PEERS)
    assert prior.mean == pytest.approx(0.5)
    assert prior.variance == pytest.approx(0.06**2)

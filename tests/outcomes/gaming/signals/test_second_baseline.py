"""A rise of the intake score beyond regression to the mean is seen."""

from fairterms.outcomes.gaming.evidence import Evidence
from fairterms.outcomes.gaming.signals.second_baseline import SIGNAL
from tests.outcomes.gaming.made_up_world import null, whole, with_column
from tests.outcomes.gaming.signals.worlds import assert_found, assert_lacks, assert_quiet, measured


def plant(evidence: Evidence) -> Evidence:
    return with_column(evidence, "intake_score", whole(evidence.episodes.intake_score + 1))


def test_in_worlds_where_nobody_does_anything_it_keeps_quiet() -> None:
    assert_quiet(SIGNAL)


def test_what_is_planted_is_found() -> None:
    found = assert_found(SIGNAL, plant, 500)
    assert "regression to the mean alone brings" in found.remark
    assert found.effect > 0


def test_what_it_lacks_is_said() -> None:
    assert_lacks(SIGNAL)


def test_without_subtracting_regression_to_the_mean_nobody_would_look_innocent() -> None:
    evidence = null(4, 500)
    assert evidence.episodes.second_score is not None
    plain = (evidence.episodes.intake_score - evidence.episodes.second_score).mean()
    assert plain > 0.3
    assert abs(measured(SIGNAL, evidence).statistic) < 2.5

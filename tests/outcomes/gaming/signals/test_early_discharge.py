"""Early ends of care of patients doing badly are seen."""

import numpy as np

from fairterms.outcomes.gaming.evidence import Evidence
from fairterms.outcomes.gaming.signal import look
from fairterms.outcomes.gaming.signals.early_discharge import SIGNAL
from tests.outcomes.gaming.made_up_world import change_at, null, with_column
from tests.outcomes.gaming.signals.worlds import assert_found, assert_lacks, assert_quiet, measured


def plant(evidence: Evidence) -> Evidence:
    draws = np.random.default_rng(0)
    change = change_at(evidence, 70)
    bad = (change >= 0) & (draws.random(len(change)) < 0.5)
    days = np.where(bad, evidence.episodes.intake_day + 71, np.nan)
    return with_column(evidence, "discharge_day", days)


def test_in_worlds_where_nobody_does_anything_it_keeps_quiet() -> None:
    assert_quiet(SIGNAL)


def test_what_is_planted_is_found() -> None:
    found = assert_found(SIGNAL, plant, 500)
    assert found.effect > 0


def test_what_it_lacks_is_said() -> None:
    assert_lacks(SIGNAL)


def test_events_that_come_early_in_care_are_no_sign_of_doing_badly() -> None:
    evidence = null(5)
    draws = np.random.default_rng(1)
    start = evidence.episodes.intake_day
    days = np.where(
        draws.random(len(start)) < 0.2, start + draws.uniform(30, 60, len(start)), np.nan
    )
    assert measured(SIGNAL, with_column(evidence, "discharge_day", days)).statistic < 2.5


def test_care_that_ends_in_the_window_is_not_early() -> None:
    evidence = plant(null(1))
    late = evidence.episodes.discharge_day
    assert late is not None
    in_window = with_column(evidence, "discharge_day", late + 60)
    assert look(SIGNAL, in_window).lacks.startswith("enough events")

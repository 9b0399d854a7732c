"""The panel asks little where nothing is, asks the right side where something is, and says so."""

from dataclasses import replace

import numpy as np
import pytest

from fairterms.outcomes.gaming.evidence import Evidence
from fairterms.outcomes.gaming.panel import SIGNALS, examine
from fairterms.outcomes.gaming.signal import Side, State
from fairterms.outcomes.small_cells.audience import Audience
from tests.outcomes.gaming.made_up_world import change_at, null, with_column


def alarms(worlds: int, level: float) -> float:
    """Return the share of null worlds in which anything at all is asked."""
    found = 0
    for seed in range(worlds):
        panel = examine(null(1_000 + seed), level)
        found += any(panel.worth_asking(side) for side in Side)
    return found / worlds


def lossy(evidence: Evidence) -> Evidence:
    assert evidence.attribution is not None
    lists = evidence.attribution
    draws = np.random.default_rng(0)
    lost = (lists.is_well == 1) & (draws.random(len(lists.is_well)) < 0.3)
    return replace(evidence, attribution=replace(lists, is_listed=lists.is_listed & ~lost))


def test_in_null_worlds_hardly_anything_is_asked() -> None:
    assert alarms(12, 0.1) <= 0.34


@pytest.mark.slow
def test_the_share_of_null_worlds_with_an_alarm_is_about_the_level() -> None:
    assert alarms(200, 0.1) < 0.16


def test_what_is_planted_on_one_side_is_asked_of_that_side() -> None:
    panel = examine(lossy(null(1)), 0.05)
    assert [x.signal.name for x in panel.worth_asking(Side.PLAN)] == ["attribution_drops"]
    assert panel.worth_asking(Side.PROVIDER) == ()


def test_both_sides_are_judged_by_one_level_over_all_tests() -> None:
    panel = examine(null(1), 0.05)
    tested = [x for x in panel.findings if x.state is State.TESTED]
    numbers = [q for q in panel.q_values if not np.isnan(q)]
    assert len(tested) == len(numbers) >= 20
    for finding, q in zip(panel.findings, panel.q_values, strict=True):
        if finding.measured is not None and finding.measured.p_value is not None:
            assert q >= finding.measured.p_value - 1e-12


def test_signals_that_cannot_be_tested_are_listed_and_counted() -> None:
    bare = replace(
        null(1), attribution=None, benchmarks=None, code_lists=None, handed_in=None, restatements=()
    )
    panel = examine(bare, 0.05)
    assert panel.coverage(Side.PLAN) == (2, 11)
    assert panel.coverage(Side.PROVIDER)[0] >= 11
    assert len(panel.findings) == len(SIGNALS)
    assert "the plan's side: 2 of 11 signals could be looked at" in panel.text(Audience.GROUP)


def test_the_text_asks_and_gives_the_harmless_readings() -> None:
    text = examine(lossy(null(1)), 0.05).text(Audience.OUTSIDE)
    assert "worth asking about: Patients doing well leave the list" in text
    assert "it may be harmless: patients who are well need no visits" in text
    assert "what would settle it: the attribution rule run again" in text


def test_regression_to_the_mean_is_stated_beside_the_rate() -> None:
    evidence = null(1)
    panel = examine(evidence, 0.05)
    assert panel.by_itself is not None
    assert 0 < panel.by_itself.rate < panel.observed
    left = 100 * (panel.observed - panel.by_itself.rate)
    assert f"; left: {left:.1f}" in panel.text(Audience.OUTSIDE).splitlines()[0]
    few = replace(panel, reached=4).text(Audience.OUTSIDE).splitlines()[0]
    assert few.count("not shown") == 3
    without = replace(evidence, terms=replace(evidence.terms, reliability=None))
    assert examine(without, 0.05).by_itself is None
    nobody = with_column(evidence, "last_score", np.full(len(evidence.episodes.clinic), np.nan))
    assert examine(nobody, 0.05).by_itself is None
    assert np.isnan(change_at(evidence, 1)).all()

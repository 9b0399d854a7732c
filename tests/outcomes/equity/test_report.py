"""Every line has its unadjusted figures; parts sum; nobody is dropped."""

import numpy as np
import pytest

from fairterms.outcomes.equity.report import compare
from fairterms.outcomes.equity.subgroups import UNKNOWN, Subjects
from fairterms.units.refusal import Refusal
from tests.outcomes.equity.made_up_subjects import REFERENCES, make


def test_unadjusted_figures_stand_beside_the_adjusted_ones_in_every_line() -> None:
    for line in compare(make(), REFERENCES, 30).lines:
        assert line.rate.low <= line.rate.value <= line.rate.high
        assert line.adjusted_rate is not None
        assert (line.gap is None) == (line.adjusted_gap is None) == (line.group == line.reference)
        if line.gap is not None and line.parts is not None:
            assert line.parts.within + line.parts.between == pytest.approx(line.gap.value)


def test_adjusting_explains_a_gap_of_severity_and_the_gap_stays_in_sight() -> None:
    report = compare(make(n=20_000), REFERENCES, 30)
    (spanish,) = (x for x in report.of("response", "language") if x.group == "Spanish")
    assert spanish.gap is not None
    assert spanish.adjusted_gap is not None
    assert spanish.gap.value == pytest.approx(-0.06, abs=0.02)
    assert spanish.adjusted_gap.value == pytest.approx(0, abs=0.02)


def test_a_planted_gap_is_found_and_is_not_adjusted_away() -> None:
    report = compare(make(n=4_000, gap=-0.15), REFERENCES, 30)
    (spanish,) = (x for x in report.of("response", "language") if x.group == "Spanish")
    assert spanish.q_value < 0.001
    assert spanish.adjusted_gap is not None
    assert spanish.adjusted_gap.high < -0.08


def test_everybody_is_in_one_group_of_each_factor_also_those_not_recorded() -> None:
    subjects = make()
    report = compare(subjects, REFERENCES, 30)
    for factor in subjects.factors:
        assert sum(line.n for line in report.of("response", factor)) == 600
    assert any(line.group == UNKNOWN for line in report.of("response", "sex"))


def test_without_gaps_few_q_values_are_small() -> None:
    alarms = 0
    for seed in range(150):
        made = make(n=300, seed=seed)
        drawn = np.random.default_rng(seed + 10_000).random(300) < 0.5
        null = Subjects({"response": drawn.astype(np.float64)}, made.providers, made.factors)
        alarms += any(line.q_value <= 0.1 for line in compare(null, REFERENCES, 30).lines)
    assert alarms / 150 < 0.16


def test_without_a_model_no_adjusted_figure_is_made_up() -> None:
    made = make()
    report = compare(Subjects(made.measures, made.providers, made.factors), REFERENCES, 30)
    assert all(line.adjusted_rate is None for line in report.lines)
    assert any("no model of expected results" in note for note in report.notes)


def test_a_factor_without_its_reference_group_is_refused() -> None:
    with pytest.raises(Refusal, match="has no reference group"):
        compare(make(), {"language": "English"}, 30)
    with pytest.raises(Refusal, match="nobody in the reference group"):
        compare(make(), {"language": "French", "sex": "women"}, 30)


def test_the_notes_count_the_comparisons() -> None:
    assert compare(make(), REFERENCES, 30).notes[0].startswith("4 gaps are compared. If there were")

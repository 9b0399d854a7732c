"""Outside, no line tells of 1 to 10 people; inside, every line is whole."""

import numpy as np

from fairterms.outcomes.equity.release import release
from fairterms.outcomes.equity.report import compare
from fairterms.outcomes.equity.subgroups import Subjects
from fairterms.outcomes.small_cells.audience import Audience
from tests.outcomes.equity.made_up_subjects import REFERENCES, make


def test_inside_everything_is_shown() -> None:
    shown = release(compare(make(n=200), REFERENCES, 30), Audience.GROUP)
    assert not any("not shown" in (line.rate, line.n, line.gap) for line in shown)


def test_outside_a_rate_of_few_is_hidden_with_gap_parts_and_adjusted_figures() -> None:
    report = compare(make(n=300), REFERENCES, 30)
    shown = release(report, Audience.OUTSIDE)
    for line, text in zip(report.lines, shown, strict=True):
        assert (text.group, text.factor) == (line.group, line.factor)
        if any(1 <= count <= 10 for count in (line.n, line.reached, line.n - line.reached)):
            figures = {text.rate, text.gap, text.within, text.between, text.adjusted_rate}
            assert figures <= {"not shown", "none"}
    assert any(text.rate == "not shown" for text in shown)


def test_a_denominator_that_two_measures_share_is_hidden_in_both_or_in_none() -> None:
    made = make(n=300)
    second = np.random.default_rng(5).random(300) < 0.5
    both = Subjects(
        {**made.measures, "remission": second.astype(np.float64)}, made.providers, made.factors
    )
    shown = release(compare(both, REFERENCES, 30), Audience.OUTSIDE)
    seen: dict[tuple[str, str], set[str]] = {}
    for line in shown:
        seen.setdefault((line.factor, line.group), set()).add(line.n)
    assert all(len(texts) == 1 for texts in seen.values())

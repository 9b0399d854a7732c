"""Quality words with no measure, formula, source or period."""

import pytest

from fairterms.units.finding import QuoteEvidence, Severity
from tests.review.conftest import Look, agreement


@pytest.mark.parametrize(
    "clause",
    [
        "Provider shall meet quality benchmarks to earn the bonus.",
        "Provider is eligible for the incentive if it achieves value targets.",
        "Quality measures will be published by Plan each year.",
        "Efficiency standards are as determined by Plan.",
        "Provider must deliver high-value care to be paid the reward.",
    ],
)
def test_a_quality_word_without_a_measure_is_found(look: Look, clause: str) -> None:
    (finding,) = look("quality-term-undefined", agreement(clause))
    assert finding.severity is Severity.HIGH
    assert isinstance(finding.evidence, QuoteEvidence)
    assert clause in finding.evidence.text


@pytest.mark.parametrize(
    "clause",
    [
        "Provider earns the bonus if the quality measure PHQ-9 response is 50%.",
        "Provider shall meet the quality measures in Exhibit Q.",
        "Provider shall meet quality targets. Each is a HEDIS measure with its numerator.",
        "Quality is dear to us all.",
    ],
)
def test_a_measured_or_idle_quality_word_is_not(look: Look, clause: str) -> None:
    assert look("quality-term-undefined", agreement(clause)) == ()

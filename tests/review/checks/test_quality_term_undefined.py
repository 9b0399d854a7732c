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


MEASURED_EXHIBIT = (
    "EXHIBIT Q\nMEASURES\nThe measure is response: the numerator is those who improve and the "
    "denominator those who began. The target is 45%."
)


def test_a_yardstick_of_the_plans_own_leads(look: Look) -> None:
    general = "Provider is paid if its files meet quality standards of the field."
    own = "Provider is expected to reach Plan's performance benchmarks."
    (finding,) = look("quality-term-undefined", agreement(general, own))
    assert isinstance(finding.evidence, QuoteEvidence)
    assert own in finding.evidence.text


def test_a_word_whose_measures_stand_in_an_exhibit_at_hand_is_defined(look: Look) -> None:
    duty = "Provider shall meet the quality measures to earn the bonus."
    assert look("quality-term-undefined", agreement(duty) + MEASURED_EXHIBIT) == ()
    assert look("quality-term-undefined", agreement(duty)) != ()
    assert look("quality-term-undefined", agreement(duty), exhibit_q=MEASURED_EXHIBIT) == ()


def test_an_exhibit_at_hand_does_not_define_what_is_the_plans_own(look: Look) -> None:
    own = "Provider must achieve Plan's quality targets."
    (finding,) = look("quality-term-undefined", agreement(own) + MEASURED_EXHIBIT)
    assert isinstance(finding.evidence, QuoteEvidence)
    assert own in finding.evidence.text


def test_measures_left_to_a_manual_that_was_not_supplied_are_undefined(look: Look) -> None:
    manual = "Provider shall comply with the provider manual."
    left = "Measure specifications are set out in the provider manual."
    (finding,) = look("quality-term-undefined", agreement(manual, left) + MEASURED_EXHIBIT)
    assert isinstance(finding.evidence, QuoteEvidence)
    assert left in finding.evidence.text


@pytest.mark.parametrize(
    "clause",
    [
        "Provider shall administer outcome measures as Exhibits Q and R say.",
        "The parties agree that the Exhibits are: A, Payment Terms; B, Quality Measures; C, Rates.",
        "Quality indicators not linked to payment will be provided to Provider.",
    ],
)
def test_a_reference_a_list_or_an_idle_indicator_is_not(look: Look, clause: str) -> None:
    assert look("quality-term-undefined", agreement(clause)) == ()


def test_the_same_words_in_two_places_are_quoted_once(look: Look) -> None:
    twice = "Quality indicator definitions will be published with each episode."
    text = agreement(f"So it is. {twice}", f"So it is again. {twice}")
    (finding,) = look("quality-term-undefined", text)
    quoted = [
        " ".join(one.text.split())
        for one in (finding.evidence, *finding.more_evidence)
        if isinstance(one, QuoteEvidence)
    ]
    assert len(quoted) == len(set(quoted)) <= 3


def test_quality_words_of_a_licence_are_of_something_else(look: Look) -> None:
    licence = (
        "LICENCE\nThis Licence is made by and between Oak LLC and Elm LLC.\n"
        "1. Oak shall meet quality standards for the marks to be paid.\n"
    )
    assert look("quality-term-undefined", licence) == ()
    clause = "Provider shall meet quality standards to be paid."
    assert look("quality-term-undefined", agreement(clause)) != ()

"""Pay that rewards less care, or no promise that none does."""

import pytest

from fairterms.review.features import Features
from fairterms.units.finding import AbsenceEvidence, QuoteEvidence, Severity, Status
from tests.review.conftest import Look, agreement

SOUND = "No payment under this Agreement rewards withholding care."


@pytest.mark.parametrize(
    "clause",
    [
        "No payment under this Agreement rewards withholding, shortening or delaying care.",
        "Nothing in this Agreement is an inducement to limit medically necessary services.",
        "Nothing creates a financial incentive for Provider to withhold Covered Services.",
        "No payment is made as an inducement to reduce or limit Medically Necessary services.",
        (
            "Plan shall not reward or penalize a clinician so as to deny, reduce or delay "
            "necessary care."
        ),
    ],
)
def test_a_promise_clears_it(look: Look, clause: str) -> None:
    assert look("care-limiting-incentive", agreement(clause)) == ()


@pytest.mark.parametrize(
    "clause",
    [
        "Provider shall not receive incentives for referrals of Members.",
        "The incentive is paid yearly.",
        "Plan shall pay the bonus within thirty days.",
        "Incentive payments are reduced by two percent.",
    ],
)
def test_other_words_on_incentives_do_not(look: Look, clause: str) -> None:
    (finding,) = look("care-limiting-incentive", agreement(clause))
    assert finding.severity is Severity.HIGH
    assert isinstance(finding.evidence, AbsenceEvidence)


def test_a_blank_page_or_a_missing_document_makes_it_unclear(look: Look) -> None:
    (blank,) = look("care-limiting-incentive", agreement(), unread=1)
    (manual,) = look(
        "care-limiting-incentive", agreement("Provider shall comply with the Provider Manual.")
    )
    assert blank.status is manual.status is Status.UNCLEAR


@pytest.mark.parametrize(
    ("clause", "words"),
    [
        (
            "A bonus is paid when the average patient has fewer than six sessions.",
            "fewer than six sessions",
        ),
        (
            "Provider earns an additional payment if visits per Member fall below 5 a year.",
            "visits per Member",
        ),
        (
            (
                "The reward grows as utilization of therapy is reduced: Provider is eligible "
                "for a bonus for reduced utilization."
            ),
            "reduced utilization",
        ),
        (
            "Provider forfeits the withhold if treatment takes more than ten sessions per patient.",
            "more than ten sessions",
        ),
        ("An incentive is paid for lowering the length of treatment.", "length of treatment"),
        ("Provider may decline Members whose condition is severe or complex.", "decline Members"),
    ],
)
def test_pay_for_less_care_is_found(look: Look, clause: str, words: str) -> None:
    (finding,) = look("care-limiting-incentive", agreement(clause, SOUND))
    assert finding.severity is Severity.CRITICAL
    assert finding.status is Status.FINDING
    assert isinstance(finding.evidence, QuoteEvidence)
    assert words in finding.evidence.text


@pytest.mark.parametrize(
    "clause",
    [
        "A bonus is paid for fewer readmissions and fewer hospital visits.",
        "A bonus is paid for reducing the number of missed visits.",
        "No bonus is paid for fewer sessions.",
        "Provider shall not decline Members whose condition is severe.",
        "A session of less than thirty minutes is paid at the rate of Exhibit A.",
    ],
)
def test_good_aims_are_not(look: Look, clause: str) -> None:
    assert look("care-limiting-incentive", agreement(clause, SOUND)) == ()


def test_without_an_incentive_silence_says_nothing(look: Look) -> None:
    assert look("care-limiting-incentive", agreement(), features=Features()) == ()


@pytest.mark.parametrize(
    "clause",
    [
        "The Committee looks at patients with a score below 55% who stop before the fourth visit.",
        "Indicators: score in the last weeks, below 55%; patients with fewer than four visits.",
        "A first score is taken, and drop-outs below four visits are shown.",
    ],
)
def test_an_indicator_is_no_reward(look: Look, clause: str) -> None:
    promise = "No payment rewards giving less care than a patient needs."
    assert look("care-limiting-incentive", agreement(clause, promise)) == ()

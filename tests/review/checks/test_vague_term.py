"""A duty measured by a word that nothing defines."""

import pytest

from fairterms.units.finding import QuoteEvidence, Severity
from tests.review.conftest import Look, agreement


@pytest.mark.parametrize(
    ("clause", "term"),
    [
        ("Provider shall send reports in a timely manner.", "timely"),
        ("Provider must keep adequate staff.", "adequate"),
        ("Plan will use best efforts to pay.", "best efforts"),
        ("Provider agrees to make reasonable efforts to verify eligibility.", "reasonable efforts"),
        ("Provider shall follow industry standards.", "industry standard"),
        ("Provider shall answer within a reasonable time.", "reasonable"),
        ("Provider shall promptly notify Plan.", "promptly"),
    ],
)
def test_a_duty_without_a_test_is_found(look: Look, clause: str, term: str) -> None:
    (finding,) = look("vague-term", agreement(clause))
    assert finding.severity is Severity.MEDIUM
    assert finding.title == f'Undefined standard: "{term}"'
    assert isinstance(finding.evidence, QuoteEvidence)
    assert clause in finding.evidence.text


@pytest.mark.parametrize(
    "clause",
    [
        "Provider shall send timely reports, which means within thirty (30) days.",
        "Provider shall promptly, and no later than the 5th, notify Plan.",
        '"Timely" means by the fifth day. Provider shall send timely reports.',
        "Plan shall pay reasonable attorneys' fees.",
        "Consent shall not be unreasonably withheld.",
        "Provider shall act when medically appropriate.",
        "Provider shall keep adequate records under 42 CFR 438.3.",
        "An adequate network is a good thing.",
        "Staff records are inadequate.",
    ],
)
def test_a_tested_statutory_or_idle_word_is_not(look: Look, clause: str) -> None:
    assert look("vague-term", agreement(clause)) == ()


def test_a_word_is_counted_once_with_its_places(look: Look) -> None:
    text = agreement("Provider shall send timely reports.", "Plan shall give timely answers.")
    (finding,) = look("vague-term", text)
    assert "It stands in 2 such places." in finding.why
    assert len(finding.more_evidence) == 1


def test_each_word_is_a_finding_of_its_own(look: Look) -> None:
    text = agreement("Provider shall send timely reports and keep adequate staff.")
    assert len(look("vague-term", text)) == 2


@pytest.mark.parametrize(
    ("clause", "term"),
    [
        ("Plan may apply edits that follow industry standard practice.", "industry standard"),
        ("Plan shall send figures when reasonably available.", "reasonable"),
        ("Plan shall report in such form as Plan considers appropriate.", "appropriate"),
        ("Reports shall be timely.", "timely"),
    ],
)
def test_a_loose_right_of_the_plan_is_found(look: Look, clause: str, term: str) -> None:
    (finding,) = look("vague-term", agreement(clause))
    assert finding.title == f'Undefined standard: "{term}"'


@pytest.mark.parametrize(
    "clause",
    [
        "Provider shall make appropriate referrals.",
        "Provider shall refund a claim, including one not within industry standards.",
        "Provider shall name a contact in order to be told in a timely manner.",
        "Provider shall act as expeditiously as the patient's state asks.",
        "Provider shall give reasonable access to the State Agency.",
        "The parties shall make reasonable efforts to agree.",
        "Provider may ask for a timely answer.",
        "Provider shall send timely reports. They are due within ten (10) days.",
        "Plan will make best efforts to work with Provider on file formats.",
    ],
)
def test_noise_is_left_out(look: Look, clause: str) -> None:
    assert look("vague-term", agreement(clause)) == ()


def test_the_word_itself_is_quoted_before_its_likes(look: Look) -> None:
    text = agreement("Provider shall expeditiously answer.", "Provider shall promptly notify Plan.")
    (finding,) = look("vague-term", text)
    assert isinstance(finding.evidence, QuoteEvidence)
    assert "promptly" in finding.evidence.text
    assert len(finding.more_evidence) == 1


@pytest.mark.parametrize("when", ["at reasonable times", "at all reasonable times"])
def test_office_hours_are_no_vague_measure(look: Look, when: str) -> None:
    clause = f"Provider shall give Plan access to its books {when}."
    assert look("vague-term", agreement(clause)) == ()

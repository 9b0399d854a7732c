"""How a year is settled: the timetable, the worksheet, and what silence does."""

import pytest

from fairterms.review.features import Features
from fairterms.units.finding import AbsenceEvidence, QuoteEvidence, Severity, Status
from tests.review.conftest import Look, agreement

CHECK = "reconciliation-terms"
SOUND = (
    "Plan issues the settlement by August 31 from claims paid through June 30. Each settlement "
    "report shall show every line of the worksheet. Provider has 90 days with the data to dispute "
    "a settlement report; disputes go to a neutral accountant."
)


@pytest.mark.parametrize(
    ("clause", "words"),
    [
        (
            (
                "A settlement report is deemed accepted unless Plan receives a notice within "
                "thirty "
                "(30) days."
            ),
            "deemed accepted",
        ),
        (
            "An annual statement to which Group does not object within 30 days is final.",
            "does not object",
        ),
        (
            (
                "If Provider fails to object within 45 days of the reconciliation, it will be "
                "deemed "
                "to have accepted it."
            ),
            "deemed to have accepted",
        ),
        (
            (
                "Failure to dispute the incentive calculation within ten business days constitutes "
                "acceptance."
            ),
            "constitutes acceptance",
        ),
        ("The performance report is final and binding unless IPA objects in 20 days.", "final"),
        (
            (
                "Unless Provider objects within 15 days, the shared savings calculation shall be "
                "final."
            ),
            "shall be final",
        ),
        (
            (
                "Contractor waives any dispute of a settlement if it does not notify Payor within "
                "30 "
                "days."
            ),
            "waives",
        ),
    ],
)
def test_silence_that_accepts_the_plans_figures_is_found(
    look: Look, clause: str, words: str
) -> None:
    (finding,) = look(CHECK, agreement(SOUND, clause))
    assert finding.severity is Severity.HIGH
    assert "Silence accepts" in finding.why
    assert isinstance(finding.evidence, QuoteEvidence)
    assert words in finding.evidence.text


@pytest.mark.parametrize(
    "clause",
    [
        "Provider may dispute the annual settlement statement within thirty days.",
        (
            "Provider shall, within 30 days of receipt of the performance reports, notify Plan of "
            "any "
            "errors in such reports."
        ),
        "Group must request reconsideration of the final report within 20 business days.",
    ],
)
def test_a_short_time_to_question_figures_is_found(look: Look, clause: str) -> None:
    timetable = SOUND.split(" Provider has", maxsplit=1)[0]
    (finding,) = look(CHECK, agreement(timetable, clause))
    assert "Under 60 days" in finding.why
    assert isinstance(finding.evidence, QuoteEvidence)
    assert clause in finding.evidence.text


@pytest.mark.parametrize(
    "clause",
    [
        SOUND,
        f"{SOUND} A settlement report is deemed accepted unless Provider objects within 90 days.",
        f"{SOUND} Plan shall answer a dispute of the settlement within 20 days.",
        f"{SOUND} An amendment is deemed accepted unless Provider objects within 30 days.",
        f"{SOUND} A program report on an amendment is deemed accepted after 30 days.",
        f"{SOUND} A claims payment not appealed within 30 days is final.",
        (
            f"{SOUND} If Plan does not dispute the settlement within 30 days it is "
            "deemed to accept it."
        ),
        (
            "Final reconciliation occurs after nine months of run-out, with supporting data; "
            "Provider "
            "may contest the reconciliation report for 120 days."
        ),
    ],
)
def test_time_enough_or_another_matter_is_not(look: Look, clause: str) -> None:
    assert look(CHECK, agreement(clause)) == ()


def test_what_is_missing_is_told_with_what_is_quoted(look: Look) -> None:
    silent = "A settlement report is deemed accepted after 30 days."
    (finding,) = look(CHECK, agreement(silent))
    assert "run-out" in finding.why
    assert "worksheet" in finding.why


def test_a_settlement_without_date_run_out_or_worksheet_is_absent(look: Look) -> None:
    (finding,) = look(CHECK, agreement())
    assert isinstance(finding.evidence, AbsenceEvidence)
    assert finding.severity is Severity.HIGH
    assert finding.status is Status.FINDING
    (unread,) = look(CHECK, agreement(), unread=1)
    assert unread.status is Status.UNCLEAR
    (outside,) = look(CHECK, agreement("Provider shall comply with the Provider Manual."))
    assert outside.status is Status.UNCLEAR


def test_a_lone_missing_worksheet_is_less_grave(look: Look) -> None:
    clause = SOUND.replace("Each settlement report shall show every line of the worksheet. ", "")
    (finding,) = look(CHECK, agreement(clause.replace("with the data ", "")))
    assert finding.severity is Severity.MEDIUM


def test_late_claims_matter_only_where_losses_are_shared(look: Look) -> None:
    clause = SOUND.replace(" from claims paid through June 30", "")
    upside = Features(has_incentive=True)
    assert look(CHECK, agreement(clause)) != ()
    assert look(CHECK, agreement(clause), features=upside) == ()
    assert look(CHECK, agreement(), features=Features()) == ()

from dataclasses import replace
from datetime import date

import pytest

from fairterms.contract.clause import Contract
from fairterms.prepare.partner.assessment import Assessed, Outcome, assess
from fairterms.prepare.partner.question import QUESTIONS, Reply, Theme, Weighs
from fairterms.units.finding import Finding, Severity
from tests.prepare.findings import seen
from tests.prepare.partner.questions.asked import terms

GOOD = Reply("Monthly files", Weighs.FOR, "Exhibit F", date(2026, 10, 12))


def data_feed(
    reply: Reply | None, *findings: Finding, contract: Contract | None = None
) -> Assessed:
    replies = {"data_feed": reply} if reply else {}
    found = assess(replies, findings, contract)
    return next(one for one in found.assessed if one.question.name == "data_feed")


@pytest.mark.parametrize(
    ("reply", "outcome", "because"),
    [
        (GOOD, Outcome.ANSWERED, "Answered, with evidence."),
        (None, Outcome.OPEN, "Nobody has answered this yet."),
        (
            replace(GOOD, evidence=""),
            Outcome.OPEN,
            "The group has an answer, and nothing named shows it.",
        ),
        (
            replace(GOOD, weighs=Weighs.OPEN),
            Outcome.OPEN,
            "The group has an answer and does not yet know what it is worth.",
        ),
        (
            replace(GOOD, weighs=Weighs.AGAINST),
            Outcome.WARNING,
            "The group's own reply speaks against the plan.",
        ),
        (
            replace(GOOD, weighs=Weighs.AGAINST, evidence=""),
            Outcome.WARNING,
            "The group's own reply speaks against the plan.",
        ),
    ],
)
def test_an_answer_needs_evidence(reply: Reply | None, outcome: Outcome, because: str) -> None:
    found = data_feed(reply)
    assert (found.outcome, found.because) == (outcome, because)


def test_a_good_word_does_not_outweigh_the_text() -> None:
    found = data_feed(GOOD, seen("data-feed", "No data duty"))
    assert found.outcome is Outcome.WARNING
    assert found.because == (
        "The group's reply speaks for the plan, but the text does not: No data duty."
    )
    assert str(found.speaks_for[0]) == ("Monthly files (readiness.toml: Exhibit F, 2026-10-12)")
    assert str(found.speaks_against[0]) == "No data duty (high) (agreement.pdf, page 3)"


def test_an_absence_says_how_much_was_searched() -> None:
    found = data_feed(None, seen("data-feed", is_absent=True))
    assert found.because.startswith("The text speaks against it")
    assert found.speaks_against[0].source == "searched on 9 pages, not found"


@pytest.mark.parametrize(
    ("severity", "outcome"), [(Severity.LOW, Outcome.ANSWERED), (Severity.MEDIUM, Outcome.WARNING)]
)
def test_a_finding_of_low_severity_is_no_warning(severity: Severity, outcome: Outcome) -> None:
    assert data_feed(GOOD, seen("data-feed", severity=severity)).outcome is outcome


def test_a_hint_stands_beside_the_answer_and_is_no_warning() -> None:
    found = data_feed(GOOD, seen("data-ownership", "Data ownership and use"))
    assert found.outcome is Outcome.ANSWERED
    assert found.because == (
        "Answered, with evidence. The text has something to ask about: Data ownership and use."
    )
    assert len(found.speaks_against) == 1


def test_a_finding_about_something_else_says_nothing() -> None:
    assert data_feed(GOOD, seen("loss-cap")) == data_feed(GOOD)


def test_an_unclear_finding_is_missing_evidence() -> None:
    found = data_feed(GOOD, seen("data-feed", unclear="the manual was not supplied"))
    assert found.outcome is Outcome.ANSWERED
    assert found.missing == (
        "The text is unclear on “Something seen”: the manual was not supplied.",
    )


def test_the_terms_speak_for_what_they_pay() -> None:
    found = assess({}, (), terms("willow")).assessed
    funding = next(one for one in found if one.question.name == "upfront_funding")
    assert [str(proof) for proof in funding.speaks_for] == [
        "The terms hold “Measurement and Coordination Payment” (01-agreement.pdf, 4.4)",
        "The terms hold “High-Need Payment” (01-agreement.pdf, 4.5)",
    ]
    assert funding.outcome is Outcome.OPEN


@pytest.mark.parametrize(
    ("on", "is_old"), [(date(2026, 1, 1), False), (date(2025, 12, 31), True), (None, False)]
)
def test_evidence_more_than_a_year_old_at_the_start_is_said_to_be_old(
    on: date | None, is_old: bool
) -> None:
    found = data_feed(replace(GOOD, on=on), contract=terms("willow"))
    assert bool(found.missing) is is_old
    assert found.outcome is Outcome.ANSWERED


def test_a_reply_not_yet_weighed_is_shown_on_neither_side() -> None:
    found = data_feed(replace(GOOD, weighs=Weighs.OPEN))
    assert (found.speaks_for, found.speaks_against) == ((), ())
    assert [proof.words for proof in found.undecided] == ["Monthly files"]


def test_every_question_is_assessed_once_theme_by_theme() -> None:
    found = assess({})
    assert sorted(one.question.name for one in found.assessed) == sorted(QUESTIONS)
    themes = [list(Theme).index(one.question.theme) for one in found.assessed]
    assert themes == sorted(themes)
    assert found.has_findings is False
    assert assess({}, ()).has_findings is True


def test_what_to_ask_begins_with_the_warnings_and_leaves_out_what_is_answered() -> None:
    replies = {"data_feed": GOOD}
    found = assess(replies, (seen("audit-of-plan"),))
    assert found.ask_next[0].startswith("Openness of the method: ")
    assert len(found.ask_next) == len(QUESTIONS) - 1
    assert not any(ask.startswith("Data with a remedy") for ask in found.ask_next)


def test_outcomes_are_counted_by_theme() -> None:
    found = assess({"data_feed": GOOD})
    assert [one.question.name for one in found.of(Outcome.ANSWERED)] == ["data_feed"]
    assert found.of(Outcome.ANSWERED, Theme.FIT) == ()
    assert len(found.of(Outcome.OPEN, Theme.WILLINGNESS)) == 4

"""Findings check themselves when built."""

from dataclasses import replace

import pytest

from fairterms.units.finding import (
    AbsenceEvidence,
    Authority,
    Checked,
    Evidence,
    Finding,
    QuoteEvidence,
    Severity,
    Source,
    Status,
    WorksheetEvidence,
)

QUOTE = QuoteEvidence("01-agreement.pdf", 4, 10, 19, "Plan pays")
PRACTICE = Source("Good practice", "", "", "", Authority.GOOD_PRACTICE, Checked.READ)
FINDING = Finding(
    check="amend-unilateral",
    title="Plan changes terms alone",
    severity=Severity.CRITICAL,
    evidence=QUOTE,
    more_evidence=(),
    why="What was agreed can be taken back.",
    sources=(PRACTICE,),
    asks=("Ask that changes bind only when both sign.",),
    wording="A change binds only when both parties sign it.",
    tactics=("take_it_or_leave_it",),
    questions=("gf_q02",),
    lesson="training_5",
)


def test_severities_are_ordered_from_low_to_critical() -> None:
    shuffled = [Severity.HIGH, Severity.LOW, Severity.CRITICAL, Severity.MEDIUM]
    assert [s.value for s in sorted(shuffled)] == ["low", "medium", "high", "critical"]
    with pytest.raises(TypeError):
        _ = Severity.LOW < 3


@pytest.mark.parametrize(
    "fault",
    [
        {"check": "Amend unilateral"},
        {"title": ""},
        {"why": ""},
        {"asks": ()},
        {"asks": ("",)},
        {"tactics": ("bullying",)},
        {"questions": ("gf_q21",)},
        {"lesson": "training_6"},
        {"status": Status.UNCLEAR},
        {"unclear_because": "page 23 was not read"},
    ],
)
def test_an_impossible_finding_cannot_be_made(fault: dict[str, object]) -> None:
    with pytest.raises(AssertionError):
        replace(FINDING, **fault)  # type: ignore[arg-type] # the faults have many types


def test_an_unclear_finding_says_why() -> None:
    unclear = replace(FINDING, status=Status.UNCLEAR, unclear_because="page 23 was not read")
    assert unclear.unclear_because == "page 23 was not read"


@pytest.mark.parametrize("missing", ["locator", "jurisdiction", "known_through", "scope"])
def test_a_law_without_its_place_dates_and_scope_cannot_be_cited(missing: str) -> None:
    law = Source("Code", "1-2-3", "OR", "known through 2026", Authority.LAW, Checked.READ, "all")
    with pytest.raises(AssertionError):
        replace(law, **{missing: ""})  # type: ignore[arg-type] # only text fields are named


def test_a_quotation_is_as_long_as_its_span() -> None:
    with pytest.raises(AssertionError, match="as long as its span"):
        replace(QUOTE, end=20)


@pytest.mark.parametrize(
    "make",
    [
        lambda: QuoteEvidence("a.pdf", 0, 0, 4, "Plan"),
        lambda: QuoteEvidence("", 1, 0, 4, "Plan"),
        lambda: QuoteEvidence("a.pdf", 1, 0, 2, "  "),
        lambda: AbsenceEvidence((), 1, ("a cap",)),
        lambda: AbsenceEvidence(("a.pdf",), 0, ("a cap",)),
        lambda: AbsenceEvidence(("a.pdf",), 1, ()),
        lambda: WorksheetEvidence("", "$1.00"),
    ],
)
def test_evidence_of_nothing_cannot_be_made(make: object) -> None:
    with pytest.raises(AssertionError):
        make()  # type: ignore[operator] # a function without a common signature


@pytest.mark.parametrize(
    "evidence",
    [QUOTE, AbsenceEvidence(("a.pdf",), 3, ("a cap",)), WorksheetEvidence("share", "$5")],
)
def test_every_kind_of_evidence_may_stand_alone(evidence: Evidence) -> None:
    assert replace(FINDING, evidence=evidence).evidence == evidence

"""Incidents, declarations and workshop notes as they stand in the file."""

from datetime import date

import pytest

from fairterms.risks.register.event_reader import (
    read_incidents,
    read_interests,
    read_workshop_notes,
)
from fairterms.risks.register.workshop_note import Frame
from fairterms.units.quantity import MONEY, parse
from tests.risks.register.fragments import codes, document_of

TEXT = """
[[objective]]
id = "pay"

[[impact]]
id = "late_pay"

[[risk]]
id = "late"

[[incident]]
day = 2026-04-30
what = "A file was late."
objective = "pay"
loss = "$2,750.00"
found_by = "the plan"
impact = "late_pay"
closed = 2026-05-20
lesson = "Two people."

[[interest]]
role = "partner"
declared = 2026-09-12
interest = "teaches"
party = "a firm"
value_band = "under $1,000"
from = 2025-01-01
to = 2027-12-31
mitigation = "leaves the choice"
recusal = "software"

[[interest]]
role = "lead"
declared = 2026-09-13
nil = true

[[pestle]]
theme = "legal"
text = "A new rule."

[[swot]]
side = "threat"
text = "One plan pays most."
risk = "late"
"""
UNITS = {"pay": MONEY}


def test_an_incident_is_read_in_full() -> None:
    document, notes = document_of(TEXT)
    (one,) = read_incidents(document, notes, UNITS)
    assert codes(notes) == []
    assert (one.day, one.what) == (date(2026, 4, 30), "A file was late.")
    assert (one.objective, one.loss) == ("pay", parse("$2,750.00"))
    assert (one.found_by, one.impact) == ("the plan", "late_pay")
    assert (one.closed, one.lesson) == (date(2026, 5, 20), "Two people.")


def test_a_loss_may_be_unknown_but_not_unsaid_or_of_another_unit() -> None:
    document, notes = document_of(TEXT.replace('"$2,750.00"', '"unknown"'))
    (one,) = read_incidents(document, notes, UNITS)
    assert (one.loss, codes(notes)) == (None, [])
    for wrong, code in (("", "missing"), ('loss = "3 days"\n', "wrong-unit")):
        document, notes = document_of(TEXT.replace('loss = "$2,750.00"\n', wrong))
        assert read_incidents(document, notes, UNITS) == ()
        assert codes(notes) == [code]


def test_interests_and_nil_returns_are_read_in_full() -> None:
    document, notes = document_of(TEXT)
    tie, nil = read_interests(document, notes)
    assert codes(notes) == []
    assert (tie.role, tie.declared, tie.interest) == ("partner", date(2026, 9, 12), "teaches")
    assert (tie.party, tie.value_band) == ("a firm", "under $1,000")
    assert (tie.since, tie.until) == (date(2025, 1, 1), date(2027, 12, 31))
    assert (tie.mitigation, tie.recusal) == ("leaves the choice", "software")
    assert (nil.role, nil.is_nil) == ("lead", True)


@pytest.mark.parametrize(
    ("right", "wrong", "code"),
    [
        ("nil = true", "nil = false", "missing"),
        ("nil = true", 'nil = true\ninterest = "shares"', "impossible"),
        ("nil = true", 'nil = true\nparty = "plan"', "impossible"),
        ('"under $1,000"', '"$900"', "no-such-choice"),
        ('value_band = "under $1,000"\n', "", "impossible"),
        ("declared = 2026-09-12\n", "", "missing"),
    ],
)
def test_half_a_declaration_is_told(right: str, wrong: str, code: str) -> None:
    document, notes = document_of(TEXT.replace(right, wrong))
    assert len(read_interests(document, notes)) == 1
    assert codes(notes) == [code]


def test_notes_of_both_sheets_are_read() -> None:
    document, notes = document_of(TEXT)
    swot, pestle = read_workshop_notes(document, notes)
    assert codes(notes) == []
    assert (swot.frame, swot.heading, swot.risk) == (Frame.SWOT, "threat", "late")
    assert (pestle.frame, pestle.text) == (Frame.PESTLE, "A new rule.")


@pytest.mark.parametrize(
    ("right", "wrong", "code"),
    [
        ('theme = "legal"', 'theme = "threat"', "no-such-choice"),
        ('text = "A new rule."\n', "", "missing"),
        ('risk = "late"\n', 'risk = "early"\n', "unknown-risk"),
    ],
)
def test_a_note_stands_under_a_heading(right: str, wrong: str, code: str) -> None:
    document, notes = document_of(TEXT.replace(right, wrong))
    read_workshop_notes(document, notes)
    assert codes(notes) == [code]

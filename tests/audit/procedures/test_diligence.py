"""A gap has a risk or a waiver, and never both."""

from datetime import date

import pytest

from fairterms.audit.procedures import diligence
from fairterms.audit.procedures.diligence import Diligence, Waiver
from tests.audit.procedures.made_up import codes, read_one

TEXT = '[[due_diligence]]\ntopic = "solvency"\nlooked_on = 2026-09-15\nseen = "its accounts"\n'
GAP = 'result = "gap"\ngap = "capital fell"\n'
WAIVER = 'waiver = { reason = "enough", approver = "owner", expires = 2028-12-31 }\n'
DAY = date(2026, 9, 15)


def test_it_is_read() -> None:
    read = diligence.read
    assert read_one(TEXT + 'result = "in order"', "due_diligence", read) == (
        Diligence("solvency", DAY, "its accounts"),
        (),
    )
    waived, problems = read_one(TEXT + GAP + WAIVER, "due_diligence", read)
    assert problems == ()
    assert waived is not None
    assert waived.waiver == Waiver("enough", "owner", date(2028, 12, 31))


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (TEXT + 'result = "gap"', "half-a-gap"),
        (TEXT + 'result = "in order"\ngap = "x"', "half-a-gap"),
        (TEXT + GAP + WAIVER + 'risk = "r"', "two-ways"),
        (TEXT + GAP + 'waiver = "yes"', "not-a-table"),
        (TEXT + GAP + WAIVER.replace(", expires = 2028-12-31", ""), "missing"),
        (TEXT, "missing"),
    ],
)
def test_what_is_half_said_is_a_problem(text: str, code: str) -> None:
    found, problems = read_one(text, "due_diligence", diligence.read)
    assert (found, codes(problems)) == (None, [code])

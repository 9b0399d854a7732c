"""Every common mistake about controls in risks.toml is provoked, and its message compared.

To accept changed messages after reading them: ``UPDATE_GOLDEN=1 pytest tests/golden``.
"""

from functools import cache
from pathlib import Path

import pytest

from fairterms.risks.control.book import ControlBook
from fairterms.risks.control.reader import read_controls
from fairterms.units.notes import Notes
from fairterms.units.positions import parse
from fairterms.units.problem import Problem
from tests.golden.message_gallery import holds_complete, reads_exactly

GOLDEN = Path(__file__).parent / "control_messages.txt"
SOUND = Path(__file__).parent / "control.toml"
IMPACTS = ("wrong_patients_pay", "late_pay")

MISTAKES = {
    "a section is one block only": ("[[acceptance]]", "[acceptance]"),
    "a key is misspelt": ("evidence_kind = ", "evidence_kinds = "),
    "an aim is none": ('aim = "detect"', 'aim = "deter"'),
    "a control has no owner": ('owner = "contracting lead"\n', ""),
    "a cadence is in words of one's own": ('cadence = "monthly"', 'cadence = "every month"'),
    "key is a word": ("key = true", 'key = "yes"'),
    "an id is no id": ('id = "roster_match"', 'id = "Roster match"'),
    "two controls have one id": ('id = "second_look"', 'id = "roster_match"'),
    "a principle does not exist": ("coso_principle = 10", "coso_principle = 18"),
    "a principle is a word": ("coso_principle = 10", 'coso_principle = "ten"'),
    "nobody says when a control retired": ("retired = 2027-06-30", ""),
    "an active control has retired": ('status = "retired"', 'status = "active"'),
    "an effect is of no control": ('control = "second_look"', 'control = "second_lock"'),
    "an effect is on no impact": (
        'impact = "wrong_patients_pay"\nacts_on = "severity"',
        'impact = "wrong_pay"\nacts_on = "severity"',
    ),
    "what remains has no unit": ('leaves = "80 %"', 'leaves = "0.8"'),
    "what remains is a number": ('leaves = "80 %"', "leaves = 0.8"),
    "what remains is in dollars": ('leaves = "80 %"', 'leaves = "$80.00"'),
    "what remains is missing": ('leaves = "80 %"\n', ""),
    "nothing remains": ('leaves = "80 %"', 'leaves = "0 %"'),
    "what remains is two shares": ('["30 %", "40 %", "60 %"]', '["30 %", "60 %"]'),
    "what remains does not rise": ('["30 %", "40 %", "60 %"]', '["30 %", "70 %", "60 %"]'),
    "what remains is at most something": ('leaves = "80 %"', 'leaves = "at most 80 %"'),
    "a claim has no reason": ('rationale = "what is seen within the month is small"\n', ""),
    "an effect is written twice": (
        'control = "second_look"\nimpact = "wrong_patients_pay"\nacts_on = "severity"',
        'control = "roster_match"\nimpact = "wrong_patients_pay"\nacts_on = "frequency"',
    ),
    "a test is of no control": (
        'control = "roster_match"\nkind = "design"',
        'control = "roster_mach"\nkind = "design"',
    ),
    "a method is none": ('method = "inspection"', 'method = "looking"'),
    "no method at all": ('method = "inspection"', "method = []"),
    "a test is passed by asking alone": ('["inspection", "inquiry"]', '["inquiry"]'),
    "a test of operation has no sample": ('sample = ["4", "17", "31"]\n', ""),
    "a sample is a word": ('sample = ["4", "17", "31"]', 'sample = "some"'),
    "a sample holds a person's number": ('["4", "17", "31"]', '["4", "17", "948811102"]'),
    "an item is looked at twice": ('["4", "17", "31"]', '["4", "17", "17"]'),
    "a sample is larger than its list": ('"250 list lines"', '"2 list lines"'),
    "a list comes in parts": ('"250 list lines"', '"250.5 list lines"'),
    "a sample has no seed": ('seed = "cedar 2027 first quarter"\n', ""),
    "more failed than were looked at": (
        'deviations = "0 deviations"',
        'deviations = "4 deviations"',
    ),
    "more failed than a pass allows": (
        'deviations = "0 deviations"',
        'deviations = "1 deviation"',
    ),
    "nobody says how many failed": ('deviations = "0 deviations"\n', ""),
    "a test counts backwards": ("valid_to = 2028-04-14", "valid_to = 2027-04-14"),
    "a day is a word": ("valid_to = 2028-04-14", 'valid_to = "2028-04-14"'),
    "the tester approves": ('approver = "compliance lead"', 'approver = "Auditor"'),
    "the operator tests": ('tester = "auditor"', 'tester = "Billing  lead"'),
    "the owner approves": ('approver = "compliance lead"', 'approver = "contracting lead"'),
    "an acceptance never ends": ("expires = 2027-12-31\n", ""),
    "an acceptance is of no impact": (
        'impact = "wrong_patients_pay"\nestimate',
        'impact = "wrong_patient_pay"\nestimate',
    ),
    "amber and red differ in unit": ('red = "6 %"', 'red = "6 lines"'),
    "amber is worse than red": ('red = "6 %"', 'red = "2 %"'),
    "an indicator warns in months": ('lead_time = "90 days"', 'lead_time = "3 months"'),
    "an indicator is read at each event": (
        'cadence = "monthly"\nowner = "billing lead"\nstarts',
        'cadence = "each event"\nowner = "billing lead"\nstarts',
    ),
    "nobody says since when": ("starts = 2027-01-01\n", ""),
    "a reading is of no indicator": (
        'indicator = "roster_mismatch"',
        'indicator = "roster_mismatches"',
    ),
    "a reading is in another unit": ('value = "4.2 %"', 'value = "50 lines"'),
    "a percentage is of nobody": ('count = "1,190 list lines"\n', ""),
    "a reading is backwards": ("to = 2027-01-31", "to = 2026-12-31"),
    "a hash is none": ('"sha256:9f86d081', '"md5:9f86d081'),
    "an exception is from nowhere": ('rule = "every list is accepted within 10 days"\n', ""),
    "an exception is seen by nobody known": (
        'rule = "every list is accepted within 10 days"',
        'indicator = "mismatch"',
    ),
    "an exception is due before it opened": ("due = 2027-04-25", "due = 2027-04-01"),
    "an exception is closed without its cause": (
        'owner = "data lead"',
        'owner = "data lead"\nresolution = "the list was sent again"',
    ),
    "a cause is a person": ('owner = "data lead"', 'owner = "data lead"\ncause = "fault"'),
    "a waiver never ends": (", expires = 2027-06-30 }", " }"),
    "a waiver is a word": (
        'waiver = { reason = "the plan',
        'waiver = "yes" # { reason = "the plan',
    ),
    "somebody waives their own": ('approver = "practice owner", ', 'approver = "data lead", '),
}


def read(text: str) -> tuple[ControlBook, tuple[Problem, ...]]:
    document, positions = parse(text)
    notes = Notes("risks.toml", tuple(text.splitlines()), positions)
    return read_controls(document, notes, IMPACTS), notes.problems()


@cache
def problems_of(name: str) -> tuple[Problem, ...]:
    right, wrong = MISTAKES[name]
    text = SOUND.read_text(encoding="utf-8")
    assert right in text
    return read(text.replace(right, wrong, 1))[1]


def test_the_messages_read_exactly_so() -> None:
    assert reads_exactly(MISTAKES, problems_of, GOLDEN)


@pytest.mark.parametrize("name", MISTAKES)
def test_every_message_says_where_what_why_and_what_to_do(name: str) -> None:
    holds_complete(problems_of(name), "risks.toml")


def test_no_two_mistakes_are_told_alike() -> None:
    assert len({problems_of(name) for name in MISTAKES}) == len(MISTAKES)


def test_the_file_they_are_made_in_has_none() -> None:
    assert read(SOUND.read_text(encoding="utf-8"))[1] == ()

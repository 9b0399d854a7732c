"""What an agreement calls its parties, and who a verb's subject is."""

import pytest

from fairterms.review import parties
from fairterms.review.parties import Side
from tests.review.conftest import OPENING, Read


@pytest.mark.parametrize(
    ("before", "verb", "side"),
    [
        ("Plan ", "may amend", Side.PLAN),
        ("The Health Plan, upon notice, ", "may amend", Side.PLAN),
        ("Plan's medical director ", "may decide", Side.PLAN),
        ("Plan or its designees ", "may amend", Side.PLAN),
        ("Provider agrees that Plan ", "may amend", Side.PLAN),
        ("Provider ", "shall pay", Side.GROUP),
        ("Provider and its staff ", "shall pay", Side.GROUP),
        ("If Plan objects, Provider ", "may leave", Side.GROUP),
        ("Either party ", "may leave", Side.BOTH),
        ("Neither of the parties ", "may leave", Side.BOTH),
        ("Plan and Provider ", "shall meet", Side.BOTH),
        ("Provider and the Plan ", "shall meet", Side.BOTH),
        ("Except as provided in this Agreement, ", "retains the right", Side.UNNAMED),
        ("", "will modify", Side.UNNAMED),
        ("9.1 ", "may amend", Side.UNNAMED),
        ("Provider acknowledges that ", "may discontinue", Side.UNNAMED),
        ("The State ", "may amend", Side.OTHER),
        ("The Health Benefit Plan ", "may exclude", Side.OTHER),
        ("The committee that Provider once named ", "may end", Side.OTHER),
    ],
)
def test_the_subject_of_a_verb_is_told(read_all: Read, before: str, verb: str, side: Side) -> None:
    named = read_all(OPENING).parties
    assert named.subject(f"{before}{verb} it.", len(before)) is side


@pytest.mark.parametrize(
    ("opening", "plan", "group"),
    [
        ('between Cedar, Inc. ("Cedar") and Fern Street Psychology ("Fern")', "Cedar", "Fern"),
        ('by and among Elm Health Plan ("EHP") and Oak Counseling ("Oak")', "EHP", "Oak"),
        (
            'between Ash Corp. (hereinafter "Ash") and the undersigned ("Provider")',
            "Ash",
            "Provider",
        ),
    ],
)
def test_names_defined_in_the_opening_are_known(
    read_all: Read, opening: str, plan: str, group: str
) -> None:
    reading = read_all(f"AGREEMENT\nThis Agreement is {opening}, effective today.\n1. Pay. None.")
    found = parties.find(reading.documents)
    assert found.names_plan(plan)
    assert not found.names_group(plan)
    assert found.names_group(group)
    assert not found.names_plan(group)


def test_what_else_is_defined_is_no_party(read_all: Read) -> None:
    reading = read_all('This agreement (the "Agreement") starts on 1 May (the "Effective Date").')
    found = parties.find(reading.documents)
    assert not found.names_plan("Agreement and Effective Date")

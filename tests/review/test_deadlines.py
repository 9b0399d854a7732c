"""How many days an agreement leaves the group for reports and audits."""

import pytest

from fairterms.review import deadlines
from fairterms.review.deadlines import Kind
from tests.review.conftest import Read, agreement

REPORT = "Group shall deliver the quarterly report"


@pytest.mark.parametrize(
    ("words", "is_enough"),
    [
        (f"{REPORT} within thirty (30) days after the quarter.", True),
        (f"{REPORT} within twenty-nine (29) days after the quarter.", False),
        (f"{REPORT} within twenty (20) business days after the quarter.", True),
        (f"{REPORT} within nineteen (19) business days after the quarter.", False),
        (f"{REPORT} within five (5) weeks after the quarter.", True),
        (f"{REPORT} within forty-eight (48) hours.", False),
        (f"{REPORT} by the 31st day after the quarter.", True),
        (f"{REPORT} by the 15th day of the month.", False),
        ("The file is due within five (5) days after the end of the month.", False),
    ],
)
def test_about_thirty_days_are_enough_for_a_report(
    read_all: Read, words: str, is_enough: bool
) -> None:
    found = deadlines.of_group(read_all(agreement(words, without=("data",))))
    assert [(one.kind, one.is_enough) for one in found] == [(Kind.REPORT, is_enough)]
    assert found[0].quote.text.endswith(words)


@pytest.mark.parametrize(
    ("words", "is_enough"),
    [
        ("Plan may examine the records of Group on not less than thirty (30) days' notice.", True),
        ("Plan may audit the records of Group upon two (2) days' notice.", False),
        ("Group shall furnish copies of charts within ten (10) days after a request.", False),
    ],
)
def test_about_thirty_days_are_enough_for_an_audit(
    read_all: Read, words: str, is_enough: bool
) -> None:
    found = deadlines.of_group(read_all(agreement(words, without=("data",))))
    assert [(one.kind, one.is_enough) for one in found] == [(Kind.AUDIT, is_enough)]


@pytest.mark.parametrize(
    "words",
    [
        "Plan shall deliver the report within five (5) days after the quarter.",
        "Group shall submit claims within ninety (90) days after the service.",
        "Group shall file an appeal within ten (10) days after the report.",
        "Group shall notify Plan of an incident within two (2) days.",
        "Group shall deliver a timely report.",
    ],
)
def test_deadlines_of_other_matters_and_of_the_plan_are_left_out(
    read_all: Read, words: str
) -> None:
    assert deadlines.of_group(read_all(agreement(words, without=("data",)))) == ()

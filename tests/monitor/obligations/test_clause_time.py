"""The times that clauses give, with the rule each amounts to."""

import pytest

from fairterms.monitor.obligations.clause_time import find


@pytest.mark.parametrize(
    ("sentence", "words", "rule"),
    [
        (
            "Group sends the files within thirty (30) days after the end of the calendar quarter.",
            "within thirty (30) days after the end of the calendar quarter",
            "30 days after the end of each quarter",
        ),
        (
            "Plan shall pay a fee by the twentieth (20th) day of the month.",
            "by the twentieth (20th) day of the month",
            "20th of each month",
        ),
        (
            "Plan shall send a list by the 5th business day of each month.",
            "by the 5th business day of each month",
            "5th business day of each month",
        ),
        (
            "Plan shall give a list by the fifteenth day after each quarter.",
            "by the fifteenth day after each quarter",
            "15 days after the end of each quarter",
        ),
        (
            "Group shall show it by March 1 of each Performance Year.",
            "by March 1 of each Performance Year",
            "March 1 of each year",
        ),
        (
            "Plan shall report by June 30 after each Program Year.",
            "by June 30 after each Program Year",
            "June 30 after each year",
        ),
        (
            "Group shall tell Plan not later than ten (10) business days after a Clinician leaves.",
            "not later than ten (10) business days after a Clinician leaves",
            "10 business days after a Clinician leaves",
        ),
        (
            "The amount is payable forty-five (45) days after the report is delivered.",
            "payable forty-five (45) days after the report is delivered",
            "45 days after the report is delivered",
        ),
        (
            "A party sends it at least ninety (90) days before it would start.",
            "at least ninety (90) days before it would start",
            "90 days before it would start",
        ),
        ("Each party names them by December 1, 2026.", "by December 1, 2026", "December 1, 2026"),
        ("Plan certifies each March that it complies.", "each March", "March 31 of each year"),
        ("The Committee studies it twice a year.", "twice a year", "at the end of each half year"),
        ("Plan shall report each quarter.", "each quarter", "at the end of each quarter"),
        (
            "Plan shall hold four training sessions a year.",
            "four training sessions a year",
            "at the end of each year",
        ),
    ],
)  # fmt: skip
def test_a_time_is_read_with_the_rule_it_amounts_to(sentence: str, words: str, rule: str) -> None:
    (found,) = find(sentence)
    assert found.words == words
    assert sentence[found.start : found.end].strip() == words
    assert found.rule is not None
    assert found.rule.words == rule


@pytest.mark.parametrize(
    "sentence",
    [
        "Plan shall answer within twenty (20) days.",
        "Plan shall tell Group at least sixty (60) days in advance.",
        "Plan shall deliver, by the date in Table B-6, a report.",
        "Plan shall deliver files when reasonably available after the close of each month.",
        "Plan shall pay by May 31.",
    ],
)
def test_no_rule_is_made_up_where_the_clause_does_not_say_from_what_it_counts(
    sentence: str,
) -> None:
    (found,) = find(sentence)
    assert found.rule is None


def test_two_days_of_one_payment_are_one_rule() -> None:
    (found,) = find(
        "Plan shall pay $386,500, of which $231,900 is payable by January 29, 2027 and $154,600 by "
        "July 30, 2027."
    )
    assert found.rule is not None
    assert found.rule.words == "January 29, 2027; July 30, 2027"


@pytest.mark.parametrize(
    "sentence",
    [
        "Plan pays for care given within the next five (5) Business Days.",
        "It exceeds the Fees paid in the three (3) months before the claim arose.",
        "Plan may look not more than once a year.",
        "A fee is due for each Member-Month.",
        "Group shall employ three coordinators during each Performance Year.",
        "The term of seven (7) years is agreed.",
    ],
)
def test_a_time_that_is_no_due_time_is_left_out(sentence: str) -> None:
    assert find(sentence) == ()

"""One event, two numbers."""

import pytest

from fairterms.document import numbers
from fairterms.review import repeated_terms
from tests.review.conftest import Read

EXHIBIT = "\nEXHIBIT B - ENDING\n"
ORDER = " If an Exhibit conflicts with this Agreement, the Exhibit prevails."
END_30 = "Either party may terminate this Agreement without cause upon thirty (30) days' notice."
END_60 = "Either party may terminate this Agreement without cause upon sixty (60) days' notice."


@pytest.mark.parametrize(
    ("one", "other", "event"),
    [
        (END_30, END_60, "ending the agreement without cause"),
        (
            "A party that does not renew shall give notice of nonrenewal 90 days before the end.",
            "Notice of non-renewal is given 120 days before the end.",
            "not renewing the agreement",
        ),
        (
            "Plan shall pay clean claims within thirty days after receipt.",
            "Clean claims shall be paid by Plan within forty-five (45) days of receipt.",
            "paying clean claims",
        ),
        (
            "Plan shall pay or deny a clean claim within thirty (30) days after it arrives.",
            "Plan shall pay or deny each clean claim within sixty (60) days after it arrives.",
            "paying clean claims",
        ),
        (
            "Group shall submit claims within 90 days after the date of service.",
            "Group must file claims within 180 days of the date of service.",
            "sending in claims",
        ),
        (
            "Group shall maintain records for seven (7) years.",
            "Group shall keep all records for a period of ten (10) years.",
            "keeping records",
        ),
        (
            "A material breach may be remedied within 30 days after notice of it.",
            "Either party may end this Agreement for a material breach not cured within 60 days.",
            "curing a breach",
        ),
        (
            "Late payments bear interest of one percent (1%) per month.",
            "Sums that are overdue bear interest at a rate of 2% per month.",
            "interest on late payment",
        ),
        (
            "Plan shall withhold three percent (3%) of the Fees.",
            "Plan shall withhold 5% of the Fees.",
            "the amount withheld",
        ),
        (
            "The initial term is three (3) years.",
            "This Agreement has an initial term of two years.",
            "the initial term",
        ),
    ],
)
def test_an_event_governed_twice_is_found(read_all: Read, one: str, other: str, event: str) -> None:
    ((first, second),) = repeated_terms.governed_twice(read_all(f"{one}\n\n{other}\n"))
    assert first.event.name == event
    assert (first.passage.text, second.passage.text) == (one, other)


@pytest.mark.parametrize(
    "text",
    [
        f"{END_30} {END_30}",
        # Different events.
        f"{END_30} Either party may terminate this Agreement for breach upon 60 days' notice.",
        "Group may appeal within thirty (30) days. Plan may audit on sixty (60) days' notice.",
        # Different parties.
        f"{END_30.replace('Either party', 'Plan')} {END_60.replace('Either party', 'Group')}",
        # Different lines of business.
        (
            "Plan shall pay clean Medicare claims within 30 days after receipt. Plan shall pay "
            "clean Medicaid claims within 45 days after receipt."
        ),
        # Shares of the claims, or electronic and paper.
        (
            "Plan shall pay 90% of clean claims within 30 days of receipt. Plan shall pay 99% of "
            "clean claims within 90 days of receipt."
        ),
        # The text says which holds.
        (
            f"{END_30} Notwithstanding the above, either party may terminate this Agreement "
            "without cause upon sixty (60) days' notice in the case of a sale."
        ),
        f"{END_30} Except in 2027, {END_60[0].lower()}{END_60[1:]}",
        # The same time in months and in days.
        "The initial term is twelve (12) months. This Agreement has an initial term of one year.",
        # A breach of one duty is another matter than a material breach.
        (
            "A material breach shall be cured within 30 days after notice. A misuse of the marks "
            "that is a breach shall be cured within 10 days after notice."
        ),
    ],
)
def test_what_can_both_hold_is_not(read_all: Read, text: str) -> None:
    assert tuple(repeated_terms.governed_twice(read_all(f"{text}\n"))) == ()


def test_an_attachment_differs_from_the_body(read_all: Read) -> None:
    found = tuple(repeated_terms.governed_twice(read_all(f"{END_30}\n{EXHIBIT}{END_60}\n")))
    assert len(found) == 1


def test_an_order_of_precedence_settles_it(read_all: Read) -> None:
    reading = read_all(f"{END_30}{ORDER}\n{EXHIBIT}{END_60}\n")
    assert tuple(repeated_terms.governed_twice(reading)) == ()


def test_an_order_of_precedence_settles_nothing_within_one_part(read_all: Read) -> None:
    reading = read_all(f"{END_30} {END_60}{ORDER}\n")
    assert len(tuple(repeated_terms.governed_twice(reading))) == 1


@pytest.mark.parametrize(
    ("one", "other", "is_clash"),
    [
        ("30 days", "60 days", True),
        ("30 days", "30 days", False),
        ("30 business days", "45 days", False),
        ("30 business days", "30 days", True),
        ("12 months", "1 year", False),
        ("2 weeks", "30 days", True),
        ("5%", "6%", True),
        ("5%", "5 days", False),
    ],
)
def test_business_days_are_not_compared_with_calendar_days(
    one: str, other: str, is_clash: bool
) -> None:
    (first,), (second,) = numbers.find(one), numbers.find(other)
    assert repeated_terms.differ(first, second) is is_clash

"""Leaving without cause: unequal, slow, or only by letting the agreement run out."""

import pytest

from fairterms.units.finding import QuoteEvidence, Severity
from tests.review.conftest import Look, agreement


@pytest.mark.parametrize(
    ("clause", "words"),
    [
        (
            "Plan may terminate this Agreement without cause on thirty (30) days' notice.",
            "without cause",
        ),
        (
            (
                "Plan may, for any reason or no reason, cancel this Agreement upon 60 days "
                "written notice."
            ),
            "cancel",
        ),
        (
            "This Agreement may be terminated by Plan at any time for its convenience.",
            "convenience",
        ),
        ("Plan reserves the right to terminate this Agreement at any time.", "reserves the right"),
        (
            (
                "Plan may terminate this Agreement without cause on 30 days' notice. Provider "
                "may terminate this Agreement without cause on 180 days' notice."
            ),
            "30 days",
        ),
        (
            (
                "Either party may terminate this Agreement without cause by giving one "
                "hundred eighty (180) days' prior written notice."
            ),
            "one hundred eighty",
        ),
        (
            (
                "This Agreement may be terminated by either party upon nine (9) months' prior "
                "written notice."
            ),
            "nine (9) months",
        ),
        (
            (
                "This Agreement shall automatically renew for successive one-year terms "
                "unless a party gives notice of nonrenewal at least one hundred eighty (180) "
                "days prior to the end of the term."
            ),
            "automatically renew",
        ),
    ],
)
def test_an_unequal_or_slow_way_out_is_found(look: Look, clause: str, words: str) -> None:
    (finding,) = look("exit-without-cause", agreement(clause))
    assert finding.severity is Severity.MEDIUM
    assert isinstance(finding.evidence, QuoteEvidence)
    assert words in finding.evidence.text


@pytest.mark.parametrize(
    "clause",
    [
        (
            "Either party may terminate this Agreement without cause upon ninety (90) days' "
            "written notice."
        ),
        "Provider may terminate this Agreement without cause on thirty days' notice.",
        (
            "Each party may end this Agreement at any time by sixty (60) days' prior notice "
            "to the other."
        ),
        "Plan may terminate this Agreement on 30 days' notice if Provider loses its license.",
        (
            "Plan may terminate this Agreement without cause on 60 days' notice. Provider may "
            "terminate this Agreement without cause on 60 days' notice."
        ),
        "Plan may discontinue the Program without cause on 30 days' notice.",
        (
            "This Agreement shall automatically renew for successive terms unless a party "
            "gives notice of nonrenewal at least sixty (60) days before the end of a term."
        ),
        "This Agreement may be terminated upon sixty (60) days' written notice to the other party.",
    ],
)
def test_an_equal_and_quick_way_out_is_not(look: Look, clause: str) -> None:
    assert look("exit-without-cause", agreement(clause)) == ()


def test_a_slow_exit_is_shown_with_the_renewal(look: Look) -> None:
    slow = "Either party may terminate this Agreement without cause on 200 days' prior notice."
    renews = "This Agreement is for one year and shall automatically renew for one year at a time."
    (finding,) = look("exit-without-cause", agreement(renews, slow))
    assert isinstance(finding.evidence, QuoteEvidence)
    assert slow in finding.evidence.text
    assert "renews itself" in finding.why
    assert len(finding.more_evidence) == 1


def test_two_named_companies_with_the_same_right_are_even(look: Look) -> None:
    text = (
        'SUPPLY AGREEMENT\nThis Agreement is between Birch Tools Inc. ("Birch") and Alder Mills '
        'Inc. ("Alder").\n1. Birch may terminate this Agreement for any reason on 60 '
        "days' notice.\n"
    )
    (finding,) = look("exit-without-cause", text)
    assert "One side alone" in finding.why
    both = text + "2. Alder may terminate this Agreement for any reason on 60 days' notice.\n"
    assert look("exit-without-cause", both) == ()


STAYS = (
    "After the first twelve (12) months of this Agreement, Provider may terminate this Agreement "
    "without cause on 90 days' notice. "
)


def test_a_time_that_only_the_group_must_wait_for_is_found(look: Look) -> None:
    plans = "Plan may terminate this Agreement without cause on 90 days' notice."
    (finding,) = look("exit-without-cause", agreement(STAYS + plans))
    assert "only after a time" in finding.why
    assert isinstance(finding.evidence, QuoteEvidence)
    assert "Provider may terminate" in finding.evidence.text


@pytest.mark.parametrize(
    "plans",
    [
        (
            "After the first twelve (12) months Plan may terminate this Agreement without cause on "
            "90 "
            "days' notice."
        ),
        "Either party may terminate this Agreement without cause on 90 days' notice.",
    ],
)
def test_a_time_that_both_must_wait_for_is_none(look: Look, plans: str) -> None:
    assert look("exit-without-cause", agreement(STAYS + plans)) == ()

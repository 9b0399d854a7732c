"""Members who join or leave during the year."""

import pytest

from fairterms.review.features import Features
from fairterms.units.finding import AbsenceEvidence, QuoteEvidence, Severity, Status
from tests.review.conftest import Look, agreement

CHECK = "new-member-rule"


@pytest.mark.parametrize(
    "clause",
    [
        "Members with under six months are excluded from results.",
        "A Member with fewer than three (3) Member-Months contributes nothing to the year.",
        "Only Members continuously enrolled for the year are counted.",
        "New Members count in the target from their seventh month of enrollment.",
        "A Member who leaves the Product is excluded from that month's results.",
        "Enrollees must have a minimum of nine months of enrollment to be attributed.",
        "A newly attributed Member is left out of the measures of that year.",
    ],
)
def test_a_rule_for_joiners_or_leavers_clears_it(look: Look, clause: str) -> None:
    assert look(CHECK, agreement(clause)) == ()


@pytest.mark.parametrize(
    ("clause", "words"),
    [
        (
            "Plan may add Members to, or remove Members from, the Attribution List retroactively.",
            "retroactively",
        ),
        ("Payor reserves the right to reassign attributed Members retroactively.", "reserves"),
        ("The roster may be changed by Plan retroactively for enrollment changes.", "may be"),
        ("Attribution is subject to retroactive change as enrollment is updated.", "retroactive"),
        ("HMO shall adjust the assignment of Enrollees with retroactive effect.", "retroactive"),
        ("may remove attributed Members from the list retroactively.", "retroactively"),
    ],
)
def test_a_list_that_changes_backwards_without_limit_is_found(
    look: Look, clause: str, words: str
) -> None:
    sound = "Members with under six months are excluded from results."
    (finding,) = look(CHECK, agreement(sound, clause))
    assert finding.severity is Severity.HIGH
    assert isinstance(finding.evidence, QuoteEvidence)
    assert words in finding.evidence.text


@pytest.mark.parametrize(
    "clause",
    [
        (
            "Plan may remove Members from the roster retroactively, but not by more than 60 days: "
            "no later than sixty days after the month."
        ),
        "Provider may ask to add Members to the attribution list retroactively.",
        "The list shall not be changed retroactively.",
        "Plan may adjust claims retroactively.",
    ],
)
def test_a_limited_change_or_one_of_the_group_is_not(look: Look, clause: str) -> None:
    sound = "Members with under six months are excluded from results."
    assert look(CHECK, agreement(sound, clause)) == ()


@pytest.mark.parametrize(
    "trap",
    [
        "Provider shall accept new patients within ten days.",
        "A Member in the grace period of premium for fewer than three months is covered.",
        "Provider shall keep records for fewer than nine months of active treatment.",
    ],
)
def test_other_uses_of_the_words_do_not_clear_it(look: Look, trap: str) -> None:
    (finding,) = look(CHECK, agreement(trap))
    assert isinstance(finding.evidence, AbsenceEvidence)


def test_without_any_rule_it_is_absent_or_unclear(look: Look) -> None:
    (finding,) = look(CHECK, agreement())
    assert finding.status is Status.FINDING
    (unread,) = look(CHECK, agreement(), unread=1)
    assert unread.status is Status.UNCLEAR
    (outside,) = look(CHECK, agreement("Provider shall comply with the Provider Manual."))
    assert outside.status is Status.UNCLEAR
    assert look(CHECK, agreement(), features=Features()) == ()

"""The plan's rights to take back what it paid."""

import pytest

from fairterms.review import recoveries
from tests.review.conftest import Read, agreement


@pytest.mark.parametrize(
    ("clause", "is_right"),
    [
        ("Plan may recoup any overpayment.", True),
        ("Provider authorizes Plan to deduct sums paid in error.", True),
        ("An overpayment may be recovered from later payments.", True),
        ("Provider shall refund an overpayment.", True),
        ("Overpayment recoveries shall occur with the next remittance.", True),
        ("Plan may recover the deficit that Provider owes.", False),
        ("No sum paid in error may be recovered.", False),
        ("Provider may recover an overpayment that it made to Plan.", False),
        ("Plan shall not recover an overpayment.", False),
        ("Plan shall refund an overpayment to Provider.", False),
        ("Plan may recover the Shared Loss by offset.", False),
    ],
)
def test_rights_of_the_plan_are_found(read_all: Read, clause: str, is_right: bool) -> None:
    reading = read_all(agreement(clause, without=("recovery",)))
    assert bool(recoveries.rights(reading)) is is_right


@pytest.mark.parametrize(
    ("clause", "days"),
    [
        ("Plan may recover an overpayment within twelve (12) months after payment.", [360]),
        (
            (
                "Plan may take back an overpayment on written notice. The notice must come within "
                "eighteen (18) months after the claim was paid."
            ),
            [540],
        ),
        ("No recoupment is made more than two years after payment.", [730]),
        ("Plan may offset an overpayment thirty (30) days after its notice.", []),
        ("Provider shall retain records of an overpayment for ten (10) years.", []),
        ("Patients are scored on the Work Adjustment Scale after eight (8) months.", []),
        ("Provider may ask for an underpayment within twelve (12) months, by adjustment.", []),
    ],
)
def test_how_far_back_is_read(read_all: Read, clause: str, days: list[int]) -> None:
    found = recoveries.look_backs(read_all(agreement(clause)))
    assert [amount.calendar_days for _, amount in found] == days


def test_a_law_may_set_how_far_back(read_all: Read) -> None:
    law = "Plan may recover an overpayment within the time limits of State law."
    assert recoveries.follows_law(read_all(agreement(law)))
    assert not recoveries.follows_law(read_all(agreement()))

"""Who may be counted: claims before the result, on facts recorded at intake."""

from dataclasses import replace
from datetime import date

import pytest

from fairterms.outcomes.exceptions.membership import Claim, admit, sort_claims
from fairterms.units.refusal import Refusal
from tests.outcomes.exceptions.made_up_category import CATEGORY

CLAIM = Claim(
    row=17,
    intake_on=date(2025, 2, 1),
    facts_recorded_on=date(2025, 2, 15),
    claimed_on=date(2025, 3, 1),
    result_known_on=date(2025, 9, 1),
)


@pytest.mark.parametrize("claimed", [date(2025, 9, 1), date(2026, 1, 5)])
def test_membership_claimed_once_the_result_is_known_is_refused(claimed: date) -> None:
    with pytest.raises(Refusal) as caught:
        admit(CATEGORY, replace(CLAIM, claimed_on=claimed))
    assert str(caught.value) == (
        "row 17: membership of ‘young with a prior stay’ was claimed when the result was known\n"
        "      why: whoever knows the result could choose whom to excuse\n"
        "      fix: claim membership at intake; this patient counts with all others"
    )


def test_facts_recorded_after_intake_are_refused() -> None:
    with pytest.raises(Refusal, match="recorded more than 14 days after intake"):
        admit(CATEGORY, replace(CLAIM, facts_recorded_on=date(2025, 2, 16)))


def test_claims_in_time_are_admitted() -> None:
    admit(CATEGORY, CLAIM)
    admit(CATEGORY, replace(CLAIM, claimed_on=date(2025, 8, 31)))
    admit(CATEGORY, replace(CLAIM, result_known_on=None, claimed_on=date(2026, 5, 1)))


def test_no_claim_is_lost() -> None:
    late = replace(CLAIM, row=4, claimed_on=date(2025, 10, 1))
    found = sort_claims(CATEGORY, [CLAIM, late])
    assert found.admitted == (17,)
    assert [row for row, _ in found.refused] == [4]
    assert "claimed when the result was known" in found.refused[0][1].what

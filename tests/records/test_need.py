"""No data, no risk: what is lacking is named, term by term."""

from decimal import Decimal

import pytest

from fairterms.records.need import FIGURES, Need, gaps, need
from tests.records.feeds import csv_of, room

HEADING = "claim_id,person_id,claim_start_date,allowed_amount,paid_date"


def test_every_usual_figure_is_worked_out_from_columns_that_exist() -> None:
    for figure in FIGURES:
        assert need("a term", figure).columns


def test_a_column_that_does_not_exist_cannot_be_needed() -> None:
    with pytest.raises(AssertionError):
        Need("a term", ("claims.colour",))
    with pytest.raises(AssertionError):
        Need("a term", ("paintings.paid_cents",))


def test_a_gap_names_what_is_missing_empty_or_too_thin() -> None:
    rows = [f"k{n},p{n},2027-03-01,{'1.50' if n else ''}," for n in range(4)]
    with room() as here:
        here.put("claims", csv_of(HEADING, rows))
        found = gaps(
            here.store, [need("shared savings", "cost of care"), need("PMPM", "member months")]
        )
        assert "\n".join(str(gap) for gap in found).splitlines() == [
            "shared savings: cannot be worked out from these records",
            "      why: claims.allowed_cents is filled in 75% of rows; claims.paid_on is empty",
            "      fix: ask the plan for this, or agree that the term carries no risk without it",
            "PMPM: cannot be worked out from these records",
            "      why: the table enrolment has no rows",
            "      fix: ask the plan for this, or agree that the term carries no risk without it",
        ]


def test_exactly_the_agreed_share_is_enough() -> None:
    rows = [f"k{n},p{n},2027-03-01,{'1.50' if n else ''}," for n in range(4)]
    with room() as here:
        here.put("claims", csv_of(HEADING, rows))
        assert gaps(here.store, [Need("t", ("claims.allowed_cents",), Decimal("0.75"))]) == ()

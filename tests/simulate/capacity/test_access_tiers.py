"""The tiers of access in the terms of a contract."""

from datetime import date
from pathlib import Path

import pytest

from fairterms.contract.clause import Contract
from fairterms.contract.reader import read
from fairterms.simulate.capacity.access_tiers import AccessTier, access_tiers

EXAMPLES = Path(__file__).parents[3] / "examples"
DAY = date(2027, 1, 1)


def terms(deal: str) -> Contract:
    """Return an example's terms."""
    contract = read(EXAMPLES / deal / "terms.toml").contract
    assert contract is not None
    return contract


@pytest.mark.parametrize(
    ("deal", "measure", "expected"),
    [
        ("cedar", "access", (AccessTier(0.7, 0.5), AccessTier(0.8, 1.0))),
        # Results are rounded to a tenth of a per cent, so half a tenth less is enough.
        ("juniper", "first_appointment", (AccessTier(0.7195, 0.5), AccessTier(0.8495, 1.0))),
        ("willow", "access", (AccessTier(0.7, 0.5), AccessTier(0.8, 1.0))),
    ],
)
def test_the_examples_tiers_are_read_from_their_terms(
    deal: str, measure: str, expected: tuple[AccessTier, ...]
) -> None:
    contract = terms(deal)
    assert access_tiers(contract, measure, DAY) == expected


def test_levels_that_hang_on_other_figures_are_left_out() -> None:
    contract = terms("willow")
    assert access_tiers(contract, "response", DAY) == ()
    assert access_tiers(contract, "nothing", DAY) == ()

"""A number of another year, or from before an amendment, is found again."""

import pytest

from fairterms.contract.clause import Contract
from tests.payment.one_clause import HEADER, contract
from tests.reconcile.hypotheses.planted import explained, in_force, is_found, proposals
from tests.settle.deals import CLAUSES, figures

HISTORY = CLAUSES.replace(
    'benchmark = "$41.20 PMPM"',
    """benchmark = [
  { value = "$40.10 PMPM", from = 2026-01-01 },
  { value = "$41.20 PMPM", from = 2027-01-01, agreed = 2026-11-02, amendment = "Amendment 2" },
  { value = "$42.75 PMPM", from = 2028-01-01 },
]""",
)


def terms() -> Contract:
    years = HEADER.replace("starts = 2027", "starts = 2026").replace("ends = 2027", "ends = 2028")
    return in_force(contract(HISTORY, years))


@pytest.mark.parametrize("day", ["2026-01-01", "2028-01-01"])
def test_a_value_of_another_year_is_named(day: str) -> None:
    key = f"savings.benchmark of {day}"
    one = proposals("stale_number", terms(), figures(cost="$4,500,000.00"))[key]
    found = explained(terms(), figures(cost="$4,500,000.00"), one)
    assert is_found(found, "stale_number", key)


def test_the_value_in_force_is_not_proposed() -> None:
    assert "savings.benchmark of 2027-01-01" not in proposals("stale_number", terms(), figures())


def test_a_sentence_tells_both_values_and_the_day() -> None:
    one = proposals("stale_number", terms(), figures())["savings.benchmark of 2026-01-01"]
    assert one.sentence == (
        "the benchmark as of 2026-01-01 is used ($40.10 PMPM instead of $41.20 PMPM), in “savings” "
        "(Exhibit B, 2)"
    )

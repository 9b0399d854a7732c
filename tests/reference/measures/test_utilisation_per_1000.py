"""Uses per 1,000."""

import pytest

from fairterms.reference.clinical.code import Code
from fairterms.reference.measure import Options
from fairterms.reference.measures.utilisation_per_1000 import MEASURE
from fairterms.units.refusal import Refusal
from tests.reference.made_patients import MONTHS, bill, judged, member, patient

OPTIONS: Options = {
    **MONTHS,
    "counted": "claims",
    "per": "member years",
    "service_codes": "any",
    "places": "any",
    "outside_membership": "left out",
}


def numbers(*facts: object, **changes: str | float) -> tuple[float | None, float | None]:
    found = judged(MEASURE, patient(*facts), {**OPTIONS, **changes})[0]
    return found.amount, found.base


def test_one_use_a_year_of_one_member_is_1000_per_1000_member_years() -> None:
    amount, base = numbers(member("01-01"), bill("03-01", 1))
    assert (amount, base) == (12_000, 12)


def test_per_member_months_is_a_twelfth() -> None:
    assert numbers(member("01-01"), bill("03-01", 1), per="member months") == (1_000, 12)


def test_a_member_who_used_nothing_is_in_the_base() -> None:
    assert numbers(member("01-01", "03-31")) == (0, 3)


def test_lines_claims_days_and_units_are_four_counts() -> None:
    lines = (
        bill("03-01", 1, id="k1", line=1, units=2.0),
        bill("03-01", 1, id="k1", line=2, units=3.0),
        bill("03-01", 1, id="k2", units=4.0),
    )
    found = [
        numbers(member("01-01"), lines, counted=kind, per="member months")[0]
        for kind in ("claims", "days", "units")
    ]
    assert found == [2_000, 1_000, 9_000]


def test_a_line_without_units_is_refused_where_units_count() -> None:
    with pytest.raises(Refusal, match="no number of units"):
        numbers(member("01-01"), bill("03-01", 1), counted="units")


def test_use_outside_membership_follows_the_declared_rule() -> None:
    facts = (member("01-01", "03-31"), bill("04-01", 1))
    assert numbers(*facts) == (0, 3)
    assert numbers(*facts, outside_membership="counted") == (12_000, 3)


@pytest.mark.parametrize(
    ("at", "uses"), [("2026-12-31", 0), ("01-01", 1), ("12-31", 1), ("2028-01-01", 0)]
)
def test_service_lies_in_the_period(at: str, uses: int) -> None:
    assert numbers(member("2026-01-01"), bill(at, 1)) == (12_000 * uses, 12)


def test_only_declared_services_and_places_count() -> None:
    facts = (
        member("01-01"),
        bill("03-01", 1, codes=(Code("hcpcs", "H0004"),), place_code="11"),
        bill("04-01", 1, place_code="23"),
    )
    assert numbers(*facts, service_codes="h0004")[0] == 12_000
    assert numbers(*facts, places="23")[0] == 12_000
    assert numbers(*facts, service_codes="H0004", places="23")[0] == 0


def test_somebody_never_a_member_is_nobodys_case() -> None:
    assert numbers(member("2025-01-01", "2025-12-31")) == (None, None)


def test_the_trace_says_why_in_plain_words() -> None:
    found = judged(MEASURE, patient(member("01-01", "03-31"), bill("03-01", 1)), OPTIONS)[0]
    assert [str(step) for step in found.trace] == [
        "yes: A member in the period (member months: 3)",
        "yes: Used the service (uses: 1)",
    ]

"""A remittance as totals."""

from decimal import Decimal

from fairterms.records.remittance import ClaimTotals, ProviderAdjustment, Remittance


def remittance(amount: str, paid: tuple[str, ...], taken_off: tuple[str, ...]) -> Remittance:
    claims = tuple(ClaimTotals("1", 1, 1, Decimal(one), Decimal(one)) for one in paid)
    off = tuple(ProviderAdjustment("WO", "", Decimal(one), 9) for one in taken_off)
    return Remittance(Decimal(amount), "I", None, None, "", "", "", claims, (), off, 0)


def test_a_payment_is_its_claims_less_what_is_taken_off() -> None:
    found = remittance("75", ("60", "40"), ("30", "-5"))
    assert found.claims_paid == 100
    assert found.taken_off == 25
    assert found.rest == 0


def test_the_rest_is_what_the_payment_is_more_than_that() -> None:
    assert remittance("80", ("100",), ("25",)).rest == 5
    assert remittance("0", (), ()).rest == 0

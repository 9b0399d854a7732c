"""The numbers a provider goes by."""

import pytest

from fairterms.records.provider_number import ProviderNumber, best, is_npi, number_of


@pytest.mark.parametrize("place", range(10))
def test_a_slip_in_any_digit_is_seen(place: int) -> None:
    good = "1234567893"
    assert is_npi(good)
    for digit in set("0123456789") - {good[place]}:
        assert not is_npi(good[:place] + digit + good[place + 1 :])


@pytest.mark.parametrize("text", ["", "123456789", "12345678930", "12345678９3", "1234-67893"])
def test_ten_plain_digits_make_an_npi(text: str) -> None:
    assert not is_npi(text)


@pytest.mark.parametrize(
    ("identifier", "expected"),
    [
        ({"system": "http://hl7.org/fhir/sid/us-npi", "value": " 1234567893 "}, "NPI"),
        ({"type": {"coding": [{"code": "NPI"}]}, "value": "1234567893"}, "NPI"),
        ({"system": "urn:oid:2.16.840.1.113883.4.4", "value": "1234567893"}, "TIN"),
        ({"type": {"coding": [{"code": "x"}, {"code": "TAX"}]}, "value": "1234567893"}, "TIN"),
        ({"system": "http://example.org", "value": "1234567893"}, "other"),
    ],
)
def test_an_identifier_is_told_by_its_list_or_its_type(
    identifier: dict[str, object], expected: str
) -> None:
    assert number_of(identifier) == ProviderNumber(expected, "1234567893")


def test_only_an_npi_has_a_check_digit() -> None:
    assert ProviderNumber("NPI", "1234567890").fails_check
    assert not ProviderNumber("NPI", "1234567893").fails_check
    assert not ProviderNumber("TIN", "1234567890").fails_check


def test_an_npi_comes_before_a_tin_and_an_empty_number_is_none() -> None:
    npi, tin = ProviderNumber("NPI", "1"), ProviderNumber("TIN", "2")
    assert best([tin, npi]) == npi
    assert best([ProviderNumber("NPI", ""), tin]) == tin
    assert best([]) is None

"""One name for each list of codes."""

from fairterms.units.code_system import ADDRESSES, name_of


def test_addresses_are_kept_in_the_form_they_are_looked_up_in() -> None:
    assert all(address == address.lower().rstrip("/") for address in ADDRESSES)


def test_capitals_and_a_last_slash_make_no_other_list() -> None:
    assert name_of("HTTP://LOINC.ORG/ ") == "loinc"


def test_a_list_nobody_knows_keeps_its_name() -> None:
    assert name_of("urn:made-up") == "urn:made-up"

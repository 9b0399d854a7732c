"""OCI: the long form that the NHS numbers are for."""

from fairterms.reference.instruments.oci import INSTRUMENT
from tests.reference.judged import change, is_case, is_refused, points


def test_the_nhs_cut_is_40_of_168_and_its_reliable_change_32() -> None:
    assert is_case("oci", 40, "nhs")
    assert not is_case("oci", 39, "nhs")
    assert change("oci", "nhs") == 32


def test_42_answers_of_four_give_168() -> None:
    assert points("oci", [4] * 42) == 168
    assert is_refused("oci", 169)


def test_none_of_its_numbers_is_confirmed_yet() -> None:
    assert "caseness nhs" in INSTRUMENT.unconfirmed
    assert "change nhs" in INSTRUMENT.unconfirmed

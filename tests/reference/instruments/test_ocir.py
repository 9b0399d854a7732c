"""OCI-R: the short form, with its own cut."""

from fairterms.reference.instruments.ocir import INSTRUMENT
from tests.reference.judged import change, is_case, is_refused, points


def test_eighteen_answers_of_four_give_72_and_73_is_refused() -> None:
    assert points("ocir", [4] * 18) == 72
    assert is_refused("ocir", 73)


def test_the_cut_is_21_or_14_by_whom_one_compares_with() -> None:
    assert is_case("ocir", 21, "standard")
    assert not is_case("ocir", 20, "standard")
    assert is_case("ocir", 14, "among-anxious")


def test_the_nhs_numbers_of_the_long_form_are_not_lent_to_it() -> None:
    assert "nhs" not in {case.name for case in INSTRUMENT.caseness}
    assert "nhs" not in {entry.name for entry in INSTRUMENT.change}


def test_its_own_reliable_change_depends_on_the_sample() -> None:
    assert change("ocir", "veale-2016-moderate") == 13
    assert change("ocir", "veale-2016-severe") == 15

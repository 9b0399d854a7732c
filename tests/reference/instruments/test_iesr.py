"""IES-R: cuts of 33 and 34."""

from tests.reference.judged import change, is_case, is_refused, points


def test_33_is_a_case_for_one_sample_and_34_for_another() -> None:
    assert is_case("iesr", 33, "creamer-2003")
    assert is_case("iesr", 33, "nhs")
    assert not is_case("iesr", 33, "morina-2013")
    assert is_case("iesr", 34, "morina-2013")
    assert not is_case("iesr", 32, "nhs")


def test_22_answers_of_four_give_88() -> None:
    assert points("iesr", [4] * 22) == 88
    assert is_refused("iesr", 89)


def test_the_nhs_reliable_change_is_9() -> None:
    assert change("iesr", "nhs") == 9

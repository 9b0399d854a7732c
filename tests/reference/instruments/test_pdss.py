"""PDSS: seven items, cut 8."""

from tests.reference.judged import change, is_case, is_refused, points


def test_eight_points_are_a_case_for_the_paper_and_the_nhs() -> None:
    for cut in ("shear-2001", "nhs"):
        assert is_case("pdss", 8, cut)
        assert not is_case("pdss", 7, cut)


def test_seven_answers_of_four_give_28_and_29_is_refused() -> None:
    assert points("pdss", [4] * 7) == 28
    assert is_refused("pdss", 29)


def test_a_mean_instead_of_the_sum_is_refused() -> None:
    assert is_refused("pdss", 1.43)


def test_the_nhs_reliable_change_is_5() -> None:
    assert change("pdss", "nhs") == 5

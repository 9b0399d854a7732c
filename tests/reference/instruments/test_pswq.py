"""PSWQ: sixteen items of 1 to 5, five of them turned."""

from tests.reference.judged import change, is_case, is_refused, points

TURNED = (1, 3, 8, 10, 11)


def test_the_calmest_form_has_16_and_the_most_worried_80() -> None:
    calm = [5 if item in TURNED else 1 for item in range(1, 17)]
    worried = [1 if item in TURNED else 5 for item in range(1, 17)]
    assert points("pswq", calm) == 16
    assert points("pswq", worried) == 80


def test_the_nhs_cut_is_45_and_its_reliable_change_9() -> None:
    assert is_case("pswq", 45, "nhs")
    assert not is_case("pswq", 44, "nhs")
    assert change("pswq", "nhs") == 9


def test_15_is_refused() -> None:
    assert is_refused("pswq", 15)
    assert not is_refused("pswq", 16)

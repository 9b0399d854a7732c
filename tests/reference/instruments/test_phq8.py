"""PHQ-8: the PHQ-9 without its last item, and never mistaken for it."""

from fairterms.reference.instruments.phq8 import INSTRUMENT
from tests.reference.judged import band, is_case, is_refused, points


def test_eight_answers_of_three_give_24_and_25_is_refused() -> None:
    assert points("phq8", [3] * 8) == 24
    assert is_refused("phq8", 25)


def test_it_shares_the_bands_of_the_phq9() -> None:
    assert [band("phq8", total) for total in (4, 5, 10, 15, 20)] == [
        "minimal",
        "mild",
        "moderate",
        "moderately severe",
        "severe",
    ]


def test_ten_points_are_a_case() -> None:
    assert is_case("phq8", 10, "standard")
    assert not is_case("phq8", 9, "standard")


def test_it_has_no_item_on_self_harm() -> None:
    assert INSTRUMENT.suicide_items == ()


def test_bands_taken_over_from_the_phq9_are_marked() -> None:
    assert "bands standard" in INSTRUMENT.unconfirmed

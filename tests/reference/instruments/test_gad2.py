"""GAD-2: two items, one cut."""

from fairterms.reference.instruments.gad2 import INSTRUMENT
from fairterms.reference.instruments.gad7 import INSTRUMENT as GAD7
from tests.reference.judged import is_case, is_refused, points


def test_three_points_are_a_case() -> None:
    assert is_case("gad2", 3)
    assert not is_case("gad2", 2)


def test_two_answers_of_three_give_six_and_seven_is_refused() -> None:
    assert points("gad2", [3, 3]) == 6
    assert is_refused("gad2", 7)


def test_its_items_are_the_first_two_of_the_gad7() -> None:
    assert INSTRUMENT.item_texts == GAD7.item_texts[:2]

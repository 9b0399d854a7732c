"""SPIN: cut 19."""

from fairterms.reference.instruments.spin import INSTRUMENT
from tests.reference.judged import change, is_case, is_refused, points


def test_nineteen_points_are_a_case() -> None:
    assert is_case("spin", 19, "standard")
    assert not is_case("spin", 18, "standard")
    assert is_case("spin", 19, "nhs")


def test_the_published_cut_is_confirmed_and_the_nhs_one_not_yet() -> None:
    assert "caseness standard" not in INSTRUMENT.unconfirmed
    assert "caseness nhs" in INSTRUMENT.unconfirmed


def test_seventeen_answers_of_four_give_68() -> None:
    assert points("spin", [4] * 17) == 68
    assert is_refused("spin", 69)


def test_the_nhs_reliable_change_is_10() -> None:
    assert change("spin", "nhs") == 10

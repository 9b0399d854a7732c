import pytest

from fairterms.prepare.readiness.situation import Chance, Situation, SizePoint
from tests.prepare.findings import seen


@pytest.mark.parametrize(
    ("chance", "words"),
    [
        (Chance(0.0), "0.0 %"),
        (Chance(0.0009), "below 0.1 %"),
        (Chance(0.001), "0.1 %"),
        (Chance(0.0994, 0.0011), "9.9 % (± 0.1)"),
        (Chance(0.31, 0.0046), "31 % (± 0.5)"),
        (Chance(1.0), "100 %"),
    ],
)
def test_a_chance_is_written_with_its_error(chance: Chance, words: str) -> None:
    assert str(chance) == words


@pytest.mark.parametrize(("value", "error"), [(-0.1, 0.0), (1.1, 0.0), (0.5, -0.1)])
def test_a_chance_lies_between_0_and_1(value: float, error: float) -> None:
    with pytest.raises(AssertionError):
        Chance(value, error)


def test_a_size_is_of_at_least_one_clinician() -> None:
    with pytest.raises(AssertionError):
        SizePoint(0, Chance(0.1))


def test_findings_are_found_by_their_check() -> None:
    found = Situation(findings=(seen("data-feed"), seen("loss-cap")))
    assert [one.check for one in found.seen("loss-cap", "stop-loss")] == ["loss-cap"]
    assert Situation().seen("loss-cap") == ()

"""Stars against thresholds."""

from collections.abc import Callable
from typing import Any

import pytest

from fairterms.reconcile.arithmetic.outcome import Verdict
from tests.reconcile.found import found, one, repairs
from tests.reconcile.made_report import coded, sent


def report_a(change: Callable[[dict[str, Any]], None]) -> Callable[[dict[str, Any]], None]:
    return lambda bundle: change(bundle["entry"][0]["resource"])


def scored(stars: int) -> Callable[[dict[str, Any]], None]:
    def change(report: dict[str, Any]) -> None:
        report["extension"][0]["valueDecimal"] = stars

    return report_a(change)


def test_stars_that_the_rate_earns_are_no_finding() -> None:
    assert found("stars", sent()) == ()


def test_too_many_stars_are_told_with_the_threshold_reached() -> None:
    seen = one("stars", sent(change_quality=scored(5)))
    assert seen.what == (
        "a is printed with 5 stars; its rate of 60 % reaches the 50 % of star 3, which gives 3"
    )
    assert repairs(seen)[0] == "a has 3 stars"


@pytest.mark.parametrize(("numerator", "accepted"), [(75, {3}), (150, {5})])
def test_the_thresholds_themselves_are_reached(numerator: int, accepted: set[int]) -> None:
    def change(report: dict[str, Any]) -> None:
        report["group"][0]["population"][0]["count"] = numerator

    for stars in (2, 3, 4, 5):
        both = scored(stars)

        def planted(bundle: dict[str, Any], both: Any = both) -> None:
            report_a(change)(bundle)
            both(bundle)

        assert (found("stars", sent(change_quality=planted)) == ()) is (stars in accepted)


def test_a_rate_below_the_lowest_threshold_has_no_star_or_one() -> None:
    def change(report: dict[str, Any]) -> None:
        report["group"][0]["population"][0]["count"] = 30

    seen = one("stars", sent(change_quality=report_a(change)))
    assert seen.expected == "0 or 1 stars"
    assert "is below the 40 % of star 2" in seen.what


def test_levels_that_are_no_stars_are_counted() -> None:
    def change(report: dict[str, Any]) -> None:
        for at, threshold in enumerate(report["extension"][1:]):
            threshold["extension"][1]["valueCodeableConcept"] = coded(f"hedis-{at}-percentile")

    seen = one("stars", sent(change_quality=report_a(change)))
    assert seen.expected == "2 levels"


def test_falling_thresholds_contradict_higher_is_better() -> None:
    def change(report: dict[str, Any]) -> None:
        report["extension"][1:] = reversed(report["extension"][1:])

    seen = one("stars", sent(change_quality=report_a(change)))
    assert seen.verdict is Verdict.CANNOT_TELL
    assert "its thresholds fall (80 %, 65 %, 50 %, 40 %)" in seen.what


def test_falling_thresholds_are_met_from_above_where_lower_is_better() -> None:
    def change(report: dict[str, Any]) -> None:
        report["improvementNotation"] = coded("decrease")
        rates = (0.7, 0.6, 0.5, 0.4)
        for threshold, rate in zip(report["extension"][1:], rates, strict=True):
            threshold["extension"][0]["valueQuantity"]["value"] = rate

    assert found("stars", sent(change_quality=report_a(change))) == ()

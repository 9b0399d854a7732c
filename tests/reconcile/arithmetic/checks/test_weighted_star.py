"""The weighted star against stars and weights."""

from typing import Any

from fairterms.reconcile.arithmetic.outcome import Verdict
from tests.reconcile.found import found, one, repairs
from tests.reconcile.made_report import coded, sent


def printed(stars: float) -> Any:
    def change(made: dict[str, Any]) -> None:
        next(each for each in made["group"] if each["id"] == "star")["measureScore"] = {
            "value": stars
        }

    return change


def test_the_average_by_the_contract_s_weights_is_no_finding() -> None:
    assert found("weighted_star", sent()) == ()


def test_another_average_is_told_with_both_ways_to_work_it_out() -> None:
    seen = one("weighted_star", sent(change=printed(4.5)))
    assert seen.what == (
        "Weighted average star is printed as 4.5 stars; the printed stars and the contract's "
        "weights give 15 ÷ 4 = 3.75"
    )
    assert seen.note == (
        "The stars that the rates earn, with one star at the least, give 15 ÷ 4 = 3.75"
    )
    assert repairs(seen)[0] == "the average is 3.75"


def test_a_measure_that_is_only_reported_does_not_count() -> None:
    def reported(head: dict[str, Any]) -> None:
        status = head["relatedArtifact"][0]["extension"][1]
        status["valueCodeableConcept"] = coded("reporting-only")

    assert one("weighted_star", sent(change_header=reported)).expected == "4 stars"


def test_a_measure_without_stars_leaves_it_open() -> None:
    def unscored(bundle: dict[str, Any]) -> None:
        del bundle["entry"][0]["resource"]["extension"][0]

    seen = one("weighted_star", sent(change_quality=unscored))
    assert seen.verdict is Verdict.CANNOT_TELL
    assert seen.what.endswith("cannot be worked out again: 1 of its 2 measures have no stars")


def test_without_quality_reports_it_is_left_open() -> None:
    def none(bundle: dict[str, Any]) -> None:
        bundle["entry"] = []

    seen = one("weighted_star", sent(change_quality=none))
    assert seen.what.endswith("no contract header and quality reports came with it")


def test_weights_that_add_to_nothing_leave_it_open() -> None:
    def weightless(head: dict[str, Any]) -> None:
        for artifact in head["relatedArtifact"]:
            artifact["extension"][0]["valueDecimal"] = 0

    seen = one("weighted_star", sent(change_header=weightless))
    assert seen.what.endswith("the weights of its measures add to nothing")

"""The quality reports behind a statement."""

import json
from decimal import Decimal

import pytest

from fairterms.reconcile.statement.fhir_node import NotReadable
from fairterms.reconcile.statement.vbpr_quality import Count, names_of, read_bundle
from tests.reconcile.made_report import bundle, coded, quality


def test_counts_rate_stars_and_thresholds_are_read() -> None:
    first, second = read_bundle(json.dumps(bundle()))
    assert first.whole.numerator == 90
    assert first.whole.denominator == 150
    assert first.whole.rate == Decimal("0.6")
    assert first.score == 3
    assert next((one.type, one.rate) for one in second.thresholds) == ("star-2", Decimal("0.4"))
    assert second.higher_is_better is True
    assert second.name == "b"


def test_one_report_may_stand_alone() -> None:
    assert [one.id for one in read_bundle(json.dumps(quality("a", 1, 2, 0)))] == ["a"]


def test_calculated_counts_come_before_the_others() -> None:
    made = quality("a", 90, 150, 3)
    populations = made["group"][0]["population"]
    populations += [
        {"code": coded("calculated-denominator"), "count": 120},
        {"code": coded("denominator-exclusion"), "count": 30},
    ]
    assert read_bundle(json.dumps(made))[0].whole.denominator == 120


def test_organizations_are_named_by_their_reference() -> None:
    assert names_of(json.dumps(bundle())) == {"Organization/larch": "Larch Plan"}


def test_the_measure_s_words_are_its_title_where_the_report_describes_itself() -> None:
    made = quality("a", 1, 2, 0)
    words = "This is an example Follow-up MeasureReport for the profile."
    made["meta"] = {"extension": [{"url": "x/instance-description", "valueMarkdown": words}]}
    assert read_bundle(json.dumps(made))[0].name == "Follow-up"


@pytest.mark.parametrize(
    ("numerator", "denominator", "fewest"),
    [(90, 150, 60), (7, 12, 5), (0, 12, 12), (12, 12, 12), (0, 0, None)],
)
def test_the_smaller_side_of_a_rate_is_how_few_people_it_tells_of(
    numerator: int, denominator: int, fewest: int | None
) -> None:
    assert Count((), Decimal(numerator), Decimal(denominator), None).fewest == fewest


def test_a_bundle_that_is_no_json_is_refused() -> None:
    with pytest.raises(NotReadable):
        read_bundle("<xml/>")

"""Amounts and rates that are not stated."""

from typing import Any

from fairterms.reconcile.arithmetic.outcome import Verdict
from tests.reconcile.found import found, one
from tests.reconcile.made_report import coded, payment, sent


def use(made: dict[str, Any]) -> None:
    score = {"value": 300, "unit": "/10*3"}
    extension = [payment("ubip")]
    made["group"].append(
        {"id": "ed", "code": coded("ed-visit"), "extension": extension, "measureScore": score}
    )


def test_a_statement_with_its_amounts_is_no_finding() -> None:
    assert found("missing_amounts", sent()) == ()


def test_a_statement_without_a_metric_is_told() -> None:
    def empty(made: dict[str, Any]) -> None:
        made["group"] = []

    seen = one("missing_amounts", sent(change=empty))
    assert seen.what.startswith("the statement has no metric of its own")


def test_quality_reports_that_were_not_sent_are_counted() -> None:
    def one_less(bundle: dict[str, Any]) -> None:
        del bundle["entry"][0]

    seen = one("missing_amounts", sent(change_quality=one_less))
    assert seen.what == "1 of the 2 quality reports it refers to were not sent"
    assert seen.lines == ("a",)


def test_a_utilization_incentive_without_rate_and_amount_is_told() -> None:
    assert one("missing_amounts", sent(change=use)).verdict is Verdict.CANNOT_TELL


def test_a_utilization_incentive_with_its_amount_is_no_finding() -> None:
    def paid(made: dict[str, Any]) -> None:
        use(made)
        made["group"].append(
            {
                "id": "paid",
                "code": coded("earned-incentive"),
                "extension": [payment("ubip")],
                "measureScore": {"value": 500},
            }
        )

    assert found("missing_amounts", sent(change=paid)) == ()

"""Words, amounts and addresses carried over."""

from typing import Any

from tests.reconcile.found import found, one
from tests.reconcile.made_report import sent


def like_revenue(value: float) -> Any:
    def change(made: dict[str, Any]) -> None:
        group = next(each for each in made["group"] if each["id"] == "ccf")
        group["code"]["text"] = "Revenue"
        group["measureScore"]["value"] = value

    return change


def test_metrics_with_words_of_their_own_are_no_finding() -> None:
    assert found("repeats", sent()) == ()


def test_the_words_and_the_amount_of_another_metric_are_told() -> None:
    seen = one("repeats", sent(change=like_revenue(130000)))
    assert seen.what == (
        'ccf is coded "ccf" and has the words “Revenue” and its amount, $130,000.00, of revenue, '
        'which is coded "revenue"'
    )


def test_the_words_alone_are_told_too() -> None:
    assert "amount" not in one("repeats", sent(change=like_revenue(5))).what


def test_one_address_for_two_measures_is_told() -> None:
    def same(bundle: dict[str, Any]) -> None:
        bundle["entry"][1]["resource"]["measure"] = bundle["entry"][0]["resource"]["measure"]

    assert one("repeats", sent(change_quality=same)).lines == ("a", "b")

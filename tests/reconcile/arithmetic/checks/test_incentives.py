"""Incentives against counts and rates."""

from typing import Any

from fairterms.reconcile.arithmetic.examination import CHECKS, examine
from tests.reconcile.found import found, one, repairs
from tests.reconcile.made_report import by_condition, sent


def earned(at: int | None, value: float) -> Any:
    def change(made: dict[str, Any]) -> None:
        group = next(each for each in made["group"] if each["id"] == "earned-incentive")
        where = group if at is None else group["stratifier"][0]["stratum"][at]
        where["measureScore"]["value"] = value

    return change


def test_counts_times_rates_are_confirmed_in_words() -> None:
    agreed = examine(sent(), [CHECKS["incentives"]]).agreements
    assert [each.words for each in agreed if each.words] == [
        "Earned incentive, $1,600.00, is the count times the rate"
    ]


def test_a_part_that_is_not_count_times_rate_is_told() -> None:
    seen = one("incentives", sent(change=earned(1, 900)))
    assert seen.what == (
        "Earned incentive, condition-count 2 is printed as $900.00; count times rate is $1,000.00"
    )
    assert seen.people == 20


def test_a_whole_that_its_parts_do_not_give_is_told() -> None:
    assert one("incentives", sent(change=earned(None, 1700))).expected == "$1,600.00"


def test_members_with_two_closed_gaps_count_once_or_twice() -> None:
    def two(made: dict[str, Any]) -> None:
        group = by_condition("1-gap-closed")
        group["id"] = group["code"]["coding"][0]["code"] = "2-gap-closed"
        made["group"].append(group)
        earned(None, 3200)(made)
        earned(0, 1800)(made)
        earned(1, 3000)(made)

    # 30 members and 30 twice at $20 are $1,800; the whole counts each member once, $3,200.
    assert found("incentives", sent(change=two)) == ()

    def neither(made: dict[str, Any]) -> None:
        two(made)
        earned(0, 1700)(made)

    seen = found("incentives", sent(change=neither))[0]
    assert len(repairs(seen)) == 2

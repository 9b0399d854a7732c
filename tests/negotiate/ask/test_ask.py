"""The order in which to ask."""

import pytest

from fairterms.negotiate.ask.ask import Ask
from fairterms.negotiate.ask.ask_price import AskPrice, Sort
from fairterms.negotiate.ask.stake import Effort
from fairterms.simulate.drivers.outcome import Outcome
from fairterms.simulate.results.estimate import Estimate
from fairterms.units.finding import Severity

WEIGHT = 0.25
NOT_PRICED = AskPrice(Sort.NOT_PRICED, "Words.")


def priced(
    mean: float, cost: float | None, worst: float | None = None, sort: Sort = Sort.EXPECTED
) -> AskPrice:
    found = Outcome(
        Estimate(mean, 1.0), Estimate(mean if worst is None else worst, 1.0), Estimate(0.0, 0.0)
    )
    return AskPrice(sort, "Words.", found, None if cost is None else Estimate(cost, 1.0))


def ask(
    name: str,
    price: AskPrice = NOT_PRICED,
    *,
    must: bool = False,
    severity: Severity = Severity.MEDIUM,
    effort: Effort = Effort.LITTLE,
) -> Ask:
    return Ask(
        name,
        "Ask for it.",
        "It matters.",
        price,
        effort=effort,
        is_must_have=must,
        severity=severity,
    )


def order(*asks: Ask, weight: float = WEIGHT) -> list[str]:
    return [one.id for one in sorted(asks, key=lambda one: one.rank(weight))]


def test_a_must_have_without_a_price_comes_before_everything_with_one() -> None:
    assert order(ask("rich", priced(9_000, 10)), ask("must", must=True)) == ["must", "rich"]


def test_mean_years_come_before_what_may_happen_and_that_before_no_price() -> None:
    found = order(
        ask("none", severity=Severity.CRITICAL),
        ask("if_used", priced(90_000, None, sort=Sort.IF_USED)),
        ask("open", AskPrice(Sort.OPEN, "Words.", at_most=95_000.0)),
        ask("work", priced(100, 100, sort=Sort.WORK)),
        ask("expected", priced(200, 150)),
    )
    assert found == ["expected", "work", "open", "if_used", "none"]


def test_more_for_each_dollar_of_the_plan_comes_before_more_dollars() -> None:
    assert order(ask("large", priced(9_000, 9_000)), ask("cheap", priced(300, 100))) == [
        "cheap",
        "large",
    ]


def test_what_costs_the_plan_nothing_comes_first_of_its_sort() -> None:
    free, paid = ask("free", priced(10, -5)), ask("paid", priced(9_000, 90))
    assert order(paid, free) == ["free", "paid"]


def test_of_the_same_ratio_the_larger_worth_comes_first() -> None:
    assert order(ask("a", priced(100, 100)), ask("b", priced(900, 900))) == ["b", "a"]


def test_bad_years_change_the_order_by_their_weight() -> None:
    steady, guard = ask("steady", priced(500, 500)), ask("guard", priced(400, 400, worst=4_000))
    assert order(steady, guard, weight=0.0) == ["steady", "guard"]
    assert order(steady, guard, weight=0.5) == ["guard", "steady"]


def test_ties_go_to_the_more_severe_then_to_the_least_to_give_then_to_the_name() -> None:
    found = order(
        ask("b"),
        ask("a"),
        ask("dear", effort=Effort.MUCH),
        ask("grave", severity=Severity.CRITICAL, effort=Effort.MUCH),
        ask("easy", effort=Effort.NOTHING),
    )
    assert found == ["grave", "easy", "a", "b", "dear"]


@pytest.mark.parametrize("blank", ["id", "what", "because"])
def test_an_ask_that_says_nothing_is_a_mistake_of_ours(blank: str) -> None:
    given = {"id": "x", "what": "Ask.", "because": "So.", blank: ""}
    with pytest.raises(AssertionError, match="says what and why"):
        Ask(given["id"], given["what"], given["because"], NOT_PRICED)

"""Asks from prices: which clauses are asked for, what comes second, and where to stop."""

from dataclasses import replace
from decimal import Decimal
from types import SimpleNamespace
from typing import cast

import pytest

from fairterms.contract.value import Value, Word, read, show
from fairterms.negotiate.ask import clause_asks
from fairterms.negotiate.ask.ask import Ask
from fairterms.negotiate.ask.ask_price import AskPrice, Sort
from fairterms.negotiate.ask.pricer import Pricer
from fairterms.simulate.clause_price.neutral_term import NO_LIMIT
from fairterms.simulate.clause_price.priced_clause import PricedClause
from fairterms.simulate.drivers.break_even import BreakEvens, Flat, Root
from fairterms.simulate.drivers.goal import Goal
from fairterms.simulate.drivers.knob import Knob
from fairterms.simulate.drivers.outcome import Outcome
from fairterms.simulate.results.estimate import Estimate
from fairterms.units.quantity import FRACTION, MONEY, Quantity
from tests.negotiate.ask.made_up import grounds
from tests.payment.one_clause import contract

NEVER = Quantity(NO_LIMIT, MONEY)


@pytest.fixture(scope="module")
def pricer() -> Pricer:
    found = grounds().pricer
    assert found is not None
    return found


@pytest.fixture(scope="module")
def asks(pricer: Pricer) -> dict[str, Ask]:
    return {one.id: one for one in clause_asks.clause_asks(pricer)}


def clause_of(pricer: Pricer, name: str) -> PricedClause:
    return next(one for one in pricer.clauses if one.id == name)


def test_what_pays_the_group_is_not_asked_to_be_struck(asks: dict[str, Ask]) -> None:
    assert "performance.budget" not in asks
    for one in asks.values():
        assert one.price.outcome is not None
        assert max(one.price.outcome.mean.value, one.price.outcome.worst.value) > 0


def test_an_ask_says_what_the_text_reads_and_what_is_asked(asks: dict[str, Ask]) -> None:
    found = asks["withhold.rate"]
    assert found.what == "Ask for terms without the withhold."
    assert found.because == "Withheld amount costs the group: it reads “5 %”."
    assert found.price.words == "The same years, settled on terms without the withhold."


def test_a_rule_that_has_no_middle_has_no_second_best(pricer: Pricer) -> None:
    one = clause_of(pricer, "performance.if_must_pass_fails")
    assert clause_asks._halved(pricer.contract.clause("performance"), one) is None


def test_the_price_of_the_fallback_says_that_it_is_softer(asks: dict[str, Ask]) -> None:
    fallback = asks["withhold.rate"].fallback
    assert fallback is not None
    assert fallback.price is not None
    assert fallback.price.words == "The same years, settled on this softer term."


def outcome(mean: Estimate, worst: Estimate) -> Outcome:
    return Outcome(mean, worst, Estimate(0.0, 0.0))


ZERO = Estimate(0.0, 0.0)


@pytest.mark.parametrize(
    ("found", "is_asked"),
    [
        (outcome(Estimate(100.0, 10.0), ZERO), True),
        (outcome(ZERO, Estimate(100.0, 10.0)), True),
        (outcome(Estimate(-50.0, 1.0), Estimate(100.0, 10.0)), True),
        (outcome(Estimate(-100.0, 10.0), Estimate(-100.0, 10.0)), False),
        (outcome(Estimate(19.0, 10.0), Estimate(19.0, 10.0)), False),
        (outcome(Estimate(0.4, 0.0), ZERO), False),
        (None, False),
    ],
)
def test_a_clause_costs_where_its_price_is_more_than_chance(
    found: Outcome | None, is_asked: bool
) -> None:
    assert clause_asks._costs(AskPrice(Sort.EXPECTED, "Words.", found)) is is_asked


@pytest.mark.parametrize(
    ("was", "then", "middle"),
    [
        (read("5 %"), read("0 %"), "2.5 %"),
        (read("70 %"), read("100 %"), "85 %"),
        (read("10 % of benchmark"), read("0 %"), "5 % of benchmark"),
        (read("$6,000.00"), NEVER, "$12,000.00"),
        (read("4 reports"), replace(NEVER, unit=cast("Quantity", read("4 reports")).unit), "8 re"),
        (
            (read("$140,000.00"), read("2.5 % of fees")),
            NEVER,
            show((read("$280,000.00"), read("5 % of fees"))),
        ),
    ],
)
def test_half_way_is_the_middle_and_twice_a_limit(was: Value, then: Value, middle: str) -> None:
    found = clause_asks._middle(was, then)
    assert found is not None
    assert show(found).startswith(middle)


@pytest.mark.parametrize(
    ("was", "then"),
    [
        (read("5 %"), None),
        (read("5 %"), read("$0.00")),
        (Word("shared"), Word("not shared")),
        (read("5 %"), Word("no")),
        ((read("5 %"), Word("x")), NEVER),
    ],
)
def test_where_no_amount_lies_between_nothing_is_made_up(was: Value, then: Value | None) -> None:
    assert clause_asks._middle(was, then) is None


def crossing(
    place: tuple[str, ...] = ("withhold", "rate"),
    roots: tuple[Root, ...] = (),
    flats: tuple[Flat, ...] = (),
) -> BreakEvens:
    knob = Knob(".".join(place), "Withheld amount, rate", FRACTION, 0.05, 0.0, 1.0, place)
    return BreakEvens(knob, Goal(), roots, flats, ())


def limit(pricer: Pricer, *found: BreakEvens) -> str:
    return clause_asks._limit(clause_of(pricer, "withhold.rate"), found)


@pytest.mark.parametrize(("is_good_above", "side"), [(False, "above"), (True, "below")])
def test_the_group_stops_on_the_side_where_the_mean_year_loses(
    pricer: Pricer, is_good_above: bool, side: str
) -> None:
    roots = (Root(0.123, 0.001, is_good_above), Root(0.9, 0.001, not is_good_above))
    assert limit(pricer, crossing(roots=roots)) == (
        f"A mean year loses money once Withheld amount, rate is {side} 12.3 %; now it is 5 %."
    )


def test_the_crossing_of_another_term_is_no_limit_of_this_one(pricer: Pricer) -> None:
    other = crossing(("annual_limit", "paid_cap"), (Root(0.1, 0.0, True),))
    assert limit(pricer, other) == (
        "Within the values tried, this term alone never makes a mean year just break even."
    )


def test_a_search_that_found_no_crossing_at_all_was_a_search(pricer: Pricer) -> None:
    assert limit(pricer).startswith("Within the values tried, this term alone never")


def test_a_stretch_that_just_breaks_even_is_said(pricer: Pricer) -> None:
    assert limit(pricer, crossing(flats=(Flat(0.2, 0.4),))) == (
        "A mean year just breaks even while Withheld amount, rate lies from 20 % to 40 %."
    )


def test_nobody_claims_what_nobody_searched(pricer: Pricer) -> None:
    words = clause_asks._limit(clause_of(pricer, "withhold.rate"), None)
    assert words == "Nobody has worked out where a mean year would just break even."


CITED = """
[[figure]]
id = "fees"
unit = "$"

[[clause]]
id = "cut"
title = "Cut"
model = "percentage_reduction"
of = "fees"
rate = "2 %"
cite = [
  { document = "a.pdf", section = "7", quote = "on what", term = "applies_to" },
  { document = "a.pdf", section = "8", quote = "two percent", term = "rate" },
]
"""


def test_the_reason_names_the_place_of_the_term_itself() -> None:
    given = contract(CITED)
    one = cast(
        "PricedClause",
        SimpleNamespace(
            id="cut.rate",
            title="Cut",
            words="without the reduction",
            clause="cut",
            in_force="as written",
            apply=lambda clause: clause.with_value("rate", Quantity(Decimal(0), FRACTION)),
        ),
    )
    price = AskPrice(Sort.EXPECTED, "Words.")
    stand_in = cast("Pricer", SimpleNamespace(contract=given, changed=lambda *_: price))
    found = clause_asks._ask(stand_in, one, price, ())
    assert found.because == "Cut costs the group as it is written (a.pdf, 8)."
    assert found.criteria == (), "what the text says is no yardstick for what it should say"
    assert found.fallback is not None
    assert found.fallback.wording == "Rate 1 % instead of 2 %."


@pytest.mark.parametrize("in_force", ["as written", "= recoupment_limit"])
def test_a_formula_is_not_read_out(pricer: Pricer, in_force: str) -> None:
    one = replace(clause_of(pricer, "withhold.rate"), in_force=in_force)
    words = clause_asks._because(pricer.contract.clause("withhold"), one)
    assert words == "Withheld amount costs the group as it is written."


def test_every_clause_comes_with_words_to_offer(asks: dict[str, Ask]) -> None:
    assert asks["withhold.rate"].wording == "The payment terms apply without the withhold."


def test_words_that_only_point_at_a_clause_are_named_by_its_title(pricer: Pricer) -> None:
    one = clause_of(pricer, "withhold.rate")
    assert clause_asks._named(one) == "without the withhold"
    pointed = replace(one, words="without this quality rule", title="Quality gate")
    assert clause_asks._named(pointed) == "without this quality rule (“Quality gate”)"
    clause = pricer.contract.clause("withhold")
    assert clause_asks._wording(clause, pointed).startswith(
        "The payment terms apply without this quality rule (“Quality gate”)."
    )

"""Asks from the terms: what is blank, and what can be read in two ways."""

from dataclasses import replace
from decimal import Decimal

from fairterms.contract.figure_set import read_toml
from fairterms.negotiate.ask.ask_price import Sort
from fairterms.negotiate.ask.grounds import Grounds
from fairterms.negotiate.ask.text_asks import number_asks, reading_asks
from fairterms.settle.ambiguity import Ambiguities, Price, Question
from fairterms.units.finding import Severity
from fairterms.units.problem import Problem
from tests.negotiate.ask.made_up import grounds
from tests.simulate.small_outlook import SCENARIO, small_contract

BLANK = Problem("terms.toml", 7, "the contract does not state rate", "n", "why", "ask for a rate.")


def open_reading(is_moved: bool = True) -> Price:
    names = ("cap first", "reduction first")
    question = Question(
        "annual_limit", "how to read it", tuple((name, small_contract()) for name in names)
    )
    scenario = read_toml(SCENARIO, "expected.toml") if is_moved else None
    return Price(question, Decimal("350.00"), scenario, (Decimal(100), Decimal(450)), 0.5)


def with_readings(*prices: Price) -> Grounds:
    given = grounds(has_years=False)
    return replace(given, ambiguities=Ambiguities(prices, Decimal(350), 3))


def test_a_blank_number_is_asked_for_before_signing() -> None:
    (found,) = number_asks(replace(grounds(has_years=False), unstated=(BLANK,)))
    assert (found.id, found.what) == ("number-line-7", "Ask for a rate.")
    assert found.because == "The contract does not state rate."
    assert found.severity is Severity.CRITICAL
    assert found.walk_away.startswith("Do not sign while it is blank")
    assert found.price.outcome is None


def test_an_open_reading_offers_the_one_that_pays_most_and_accepts_any_in_writing() -> None:
    (found,) = reading_asks(with_readings(open_reading()))
    assert found.id == "reading-annual_limit"
    assert found.what == (
        "Agree in writing how to read annual limit: “cap first” or “reduction first”."
    )
    assert "where they differ most, “reduction first” pays the group most" in found.because
    assert found.wording == "For annual limit, the parties agree that reduction first."
    assert (found.price.sort, found.price.at_most) == (Sort.OPEN, 350.0)
    assert "in 50 % of the scenarios given" in found.price.words
    assert "even if it is the plan's" in found.walk_away


def test_a_reading_that_moves_no_money_is_not_asked_about() -> None:
    assert reading_asks(with_readings(open_reading(is_moved=False))) == ()


def test_where_nothing_could_be_settled_there_is_no_reading_to_ask_about() -> None:
    assert reading_asks(grounds(has_years=False)) == ()

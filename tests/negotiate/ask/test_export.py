"""An ask as a record for other programs."""

from fairterms.negotiate.ask.ask import Ask, Fallback
from fairterms.negotiate.ask.ask_price import AskPrice, Sort
from fairterms.negotiate.ask.export import as_record
from fairterms.negotiate.ask.stake import Effort
from fairterms.simulate.drivers.outcome import Outcome
from fairterms.simulate.results.estimate import Estimate

OUTCOME = Outcome(
    Estimate(100.004, 1.236), Estimate(500.0, 2.0), Estimate(-0.0123456789, 0.000123456)
)
PRICE = AskPrice(Sort.EXPECTED, "Words.", OUTCOME, Estimate(100.0, 1.0))


def test_mean_bad_years_and_chance_keep_their_places_and_errors() -> None:
    record = as_record(Ask("x", "Ask.", "So.", PRICE, is_must_have=True), 0.25)
    assert record["price"] == {
        "read_as": "in a mean year",
        "words": "Words.",
        "mean": {"value": 100.0, "error": 1.24},
        "worst_years": {"value": 500.0, "error": 2.0},
        "chance_of_loss": {"value": -0.012346, "error": 0.000123},
        "costs_plan": {"value": 100.0, "error": 1.0},
        "at_most": None,
    }
    assert record["worth"] == 200.0
    assert record["must_have"] is True
    assert (record["fallback"], record["fallback_price"]) == ("", None)


def test_what_has_no_price_has_none_and_words_stand() -> None:
    price = AskPrice(Sort.OPEN, "The most.", at_most=40.0)
    ask = Ask("x", "Ask.", "So.", price, Effort.SOME, "Words to offer.", Fallback("Less."), "Stop.")
    record = as_record(ask, 0.25)
    assert record["price"]["mean"] is record["price"]["costs_plan"] is None
    assert (record["price"]["at_most"], record["worth"]) == (40.0, 40.0)
    assert (record["fallback"], record["fallback_price"]) == ("Less.", None)
    assert (record["wording"], record["walk_away"]) == ("Words to offer.", "Stop.")
    assert record["effort_of_the_plan"] == "some"

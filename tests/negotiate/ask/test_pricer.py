"""Prices of asks: the same years for all, the group's gain is the plan's cost."""

import numpy as np
import pytest

from fairterms.contract.value import read
from fairterms.negotiate.ask.ask_price import Sort
from fairterms.negotiate.ask.pricer import YEARS, Pricer
from fairterms.simulate.clause_price.prices import price as price_clauses
from fairterms.units.refusal import Refusal
from tests.negotiate.ask.made_up import grounds
from tests.payment.one_clause import contract


@pytest.fixture(scope="module")
def pricer() -> Pricer:
    found = grounds().pricer
    assert found is not None
    return found


def test_striking_a_clause_prices_as_the_clause_prices_say(pricer: Pricer) -> None:
    listed = price_clauses(pricer.deal, pricer.contract, pricer.years)
    for one in listed.prices:
        without = pricer.without(one.clauses)
        assert without is not None
        found = pricer.gained(without)
        assert found.mean.value == pytest.approx(-one.mean.given_the_rest.value)
        assert found.worst.value == pytest.approx(-one.tail.given_the_rest.value)
        assert found.loses.value == pytest.approx(-one.loss.given_the_rest.value)


def test_what_changed_terms_add_for_the_group_is_what_the_plan_pays(pricer: Pricer) -> None:
    clause = pricer.contract.clause("withhold").with_value("rate", read("2 %"))
    found = pricer.changed(pricer.contract.replacing(clause), "Less is withheld.")
    assert found.sort is Sort.EXPECTED
    assert found.outcome is not None
    assert found.plan_cost is not None
    assert found.plan_cost.value == found.outcome.mean.value > 0
    assert found.outcome.mean.error > 0


def test_nothing_changed_is_worth_nothing(pricer: Pricer) -> None:
    found = pricer.changed(pricer.contract, "Nothing.")
    assert found.outcome is not None
    assert (found.outcome.mean.value, found.outcome.worst.value) == (0, 0)
    assert found.ratio(0.25) == 0


def test_terms_that_cannot_be_settled_have_no_price(
    pricer: Pricer, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise Refusal("withhold", "has no rate", "it moves money", "write one")

    monkeypatch.setattr("fairterms.negotiate.ask.pricer.net_gains", refuse)
    assert pricer.changed(pricer.contract, "Gone.").sort is Sort.NOT_PRICED


def test_being_spared_a_loss_is_worth_the_loss(pricer: Pricer) -> None:
    found = pricer.spared(pricer.net - 700.0, "A charge.")
    assert found.sort is Sort.IF_USED
    assert found.outcome is not None
    assert found.outcome.mean.value == pytest.approx(700)
    assert found.plan_cost is None


def test_work_that_the_plan_pays_for_costs_the_plan_the_same(pricer: Pricer) -> None:
    found = pricer.paid_for(1_200.0, "Files.")
    assert found.plan_cost is not None
    assert found.outcome is not None
    assert found.plan_cost.value == pytest.approx(1_200)
    expected = np.mean(pricer.net + 1_200 < 0) - np.mean(pricer.net < 0)
    assert found.outcome.loses.value == pytest.approx(expected)


def test_only_what_pays_the_group_counts_as_paying_it(pricer: Pricer) -> None:
    assert [one.id for one in pricer.favourable] == ["performance.budget"]


LOSS_SHARING = """
[[figure]]
id = "cost"
unit = "$"

[[figure]]
id = "target"
unit = "$"

[[clause]]
id = "savings"
model = "shared_savings"
benchmark = "= target"
of = "cost"
minimum_savings_rate = "2 %"
sharing_rate = "50 %"
minimum_loss_rate = "2 %"
loss_rate = "30 %"
loss_cap = "5 % of benchmark"

[[clause]]
id = "limit"
model = "cap"
of = "savings"
owed_cap = "$9,000.00"
"""


def test_what_guards_the_group_from_losses_does_not_count_as_paying_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    given = grounds().pricer
    assert given is not None
    # As if the group lost by every strike: only what pays it may be left.
    worse = given.net - 1.0
    given.contract = contract(LOSS_SHARING)
    monkeypatch.setattr(given, "without", lambda _: worse)
    struck = [one.id for one in given.clauses]
    assert {"savings.loss_cap", "savings.minimum_loss_rate", "limit.owed_cap"} < set(struck)
    kept = {one.id for one in given.favourable}
    assert "savings.sharing_rate" in kept
    assert not kept & {"savings.loss_cap", "savings.minimum_loss_rate", "limit.owed_cap"}


def test_a_change_is_held_against_the_contract_or_against_what_is_given(pricer: Pricer) -> None:
    then, now = pricer.net + 900.0, pricer.net + 400.0
    assert pricer.gained(then).mean.value == pytest.approx(900)
    assert pricer.gained(then, now).mean.value == pytest.approx(500)
    assert pricer.gained(then).mean.error == pytest.approx(0, abs=1e-6), "the same years"


def test_asks_are_priced_on_the_years_of_the_clause_prices(pricer: Pricer) -> None:
    assert len(pricer.net) == min(len(pricer.year.years), YEARS)

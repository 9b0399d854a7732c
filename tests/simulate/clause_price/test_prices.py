"""The traps of pricing clauses, each on a contract made for it; and the examples."""

import numpy as np
import pytest

from fairterms.contract.value import read
from fairterms.simulate.clause_price.declared_neutral import DeclaredNeutral
from fairterms.simulate.clause_price.price_list import OTHERS, ClausePrice, ClausePrices
from fairterms.simulate.clause_price.prices import price
from fairterms.simulate.years import Years, net_gains
from fairterms.units.quantity import FRACTION
from fairterms.units.refusal import Refusal
from tests.payment.earlier_clause import RESULT
from tests.payment.one_clause import contract
from tests.simulate.clause_price.made_up import costs, example, years_around, years_of
from tests.simulate.clause_price.struck import DEAL, declared

YEARS = costs(3_200)
FIXED = [
    declared("result", name)
    for name in ("minimum_savings_rate", "sharing_rate", "minimum_loss_rate", "loss_rate")
]
"""Terms of the earlier clause that stay in force: only what follows is priced."""


def fee(name: str, dollars: str) -> str:
    return (
        f'[[clause]]\nid = "{name}"\nmodel = "formula"\n'
        f'steps = [{{ name = "fee", value = "{dollars}" }}]\n'
    )


def cap(name: str, of: str, dollars: str) -> str:
    return f'[[clause]]\nid = "{name}"\nmodel = "cap"\nof = "{of}"\npaid_cap = "{dollars}"\n'


def prices_of(clauses: str, years: Years = YEARS) -> dict[str, ClausePrice]:
    found = price(DEAL, contract(RESULT + clauses), years, FIXED)
    return {each.id: each for each in found.prices}


def adds_up(found: ClausePrices) -> bool:
    for measure in ("mean", "tail", "loss"):
        total = sum(getattr(each, measure).fair_share.value for each in found.prices)
        whole = getattr(found.in_force, measure).value - getattr(found.struck, measure).value
        if abs(total - whole) > 1e-6:
            return False
    return True


def test_a_flat_fee_has_one_price() -> None:
    found = prices_of(fee("fee", "$7,000.00") + cap("cap", "result", "$20,000.00"))["fee.steps"]
    for measure in (found.mean, found.tail):
        three = (measure.given_the_rest, measure.alone, measure.fair_share)
        assert [one.value for one in three] == pytest.approx([7_000.0] * 3)
        assert [one.error for one in three] == pytest.approx([0.0] * 3, abs=1e-6)


def test_a_minimum_on_gains_and_losses_changes_sign_once_there_is_downside() -> None:
    clauses = """
[[clause]]
id = "savings"
model = "shared_savings"
benchmark = "$1,000,000.00"
minimum_savings_rate = "2 %"
sharing_rate = "50 %"
minimum_loss_rate = "2 %"
loss_rate = "50 %"
"""
    minimum = DeclaredNeutral(
        "savings",
        ("minimum_savings_rate", "minimum_loss_rate"),
        read("0 %"),
        "without the minimum on gains and losses",
    )
    kept = declared("savings", "sharing_rate")
    # Care costs a little more than the benchmark: small losses are likelier than small savings.
    years = costs(3_200, mean=1_012_000, spread=30_000)
    found = price(DEAL, contract(clauses), years, [minimum, kept])
    by_id = {each.id: each.mean for each in found.prices}
    three = by_id["savings.minimum_savings_rate"]
    assert three.alone.value < -3 * three.alone.error < 0
    assert three.given_the_rest.value > 3 * three.given_the_rest.error > 0
    assert three.alone.value < three.fair_share.value < three.given_the_rest.value
    assert adds_up(found)


def test_a_cap_in_the_shadow_of_another_has_a_fair_share_though_striking_it_gives_nothing() -> None:
    found = prices_of(cap("low", "result", "$20,000.00") + cap("high", "low", "$25,000.00"))
    high, low = found["high.paid_cap"].mean, found["low.paid_cap"].mean
    assert high.given_the_rest.value == 0.0
    assert high.fair_share.value == pytest.approx(high.alone.value / 2)
    assert high.fair_share.value < -1_000
    assert low.fair_share.value < high.fair_share.value


def test_terms_that_do_the_same_have_equal_shares() -> None:
    found = prices_of(cap("one", "result", "$20,000.00") + cap("other", "one", "$20,000.00"))
    one, other = found["one.paid_cap"], found["other.paid_cap"]
    for measure in ("mean", "tail", "loss"):
        assert getattr(one, measure).fair_share == getattr(other, measure).fair_share
    assert one.mean.fair_share.value < 0.0 == one.mean.given_the_rest.value


def test_a_clause_that_does_nothing_is_said_to_move_nothing() -> None:
    clauses = cap("low", "result", "$20,000.00") + cap("never", "low", "$900,000.00")
    found = price(DEAL, contract(RESULT + clauses), YEARS, FIXED)
    assert [each.id for each in found.unmoved] == ["never.paid_cap"]
    assert [each.id for each in found.prices] == ["low.paid_cap"]


def test_a_paired_difference_is_known_better_than_either_side() -> None:
    found = price(DEAL, contract(RESULT + cap("cap", "result", "$90,000.00")), YEARS, FIXED)
    (only,) = found.prices
    assert only.mean.given_the_rest.error < found.in_force.mean.error / 5
    assert only.mean.given_the_rest == only.mean.alone == only.mean.fair_share


def test_the_prices_are_those_of_whole_settlements() -> None:
    deal, terms = example("cedar")
    years = years_around(deal, 800)
    found = price(deal, terms, years)
    assert found.in_force.mean.value == pytest.approx(net_gains(deal, terms, years).mean())
    withhold = next(each for each in found.prices if each.id == "withhold.rate")
    struck = terms.replacing(terms.clause("withhold").with_value("rate", read("0 %")))
    gap = net_gains(deal, terms, years) - net_gains(deal, struck, years)
    assert withhold.mean.given_the_rest.value == pytest.approx(gap.mean())
    by_block = gap.reshape(16, -1).mean(axis=1)
    assert withhold.mean.given_the_rest.error == pytest.approx(by_block.std(ddof=1) / 4)
    assert adds_up(found)
    assert found.variants == 2 ** len(found.prices)


def test_a_loss_that_a_clause_makes_likelier_is_above_zero() -> None:
    deal, terms = example("cedar")
    found = price(deal, terms, years_around(deal, 800))
    withhold = next(each for each in found.prices if each.id == "withhold.rate")
    assert withhold.loss.given_the_rest.value > 0 > withhold.mean.given_the_rest.value


def test_the_smallest_terms_are_priced_together_and_all_adds_up() -> None:
    deal, terms = example("willow")
    found = price(deal, terms, years_around(deal, 400), most=4)
    assert len(found.prices) == 4
    together = next(each for each in found.prices if each.id == OTHERS)
    assert together.title == f"{len(together.clauses)} other terms together"
    assert adds_up(found)
    assert found.variants == 16


def test_sampled_shares_add_up_and_price_every_clause_by_itself() -> None:
    deal, terms = example("cedar")
    years = years_around(deal, 400)
    found = price(deal, terms, years, orders=8)
    exact = price(deal, terms, years)
    assert adds_up(found)
    assert (found.orders, found.pairs) == (8, ())
    by_id = {each.id: each for each in exact.prices}
    assert set(by_id) == {each.id for each in found.prices}
    for each in found.prices:
        wanted, sampled = by_id[each.id].mean, each.mean
        assert (sampled.given_the_rest, sampled.alone) == (wanted.given_the_rest, wanted.alone)
        missed = abs(sampled.fair_share.value - wanted.fair_share.value)
        assert missed <= 4 * sampled.fair_share.error


def test_the_error_of_a_sampled_share_knows_the_orders_not_tried() -> None:
    caps = cap("low", "result", "$9,000.00") + cap("middle", "low", "$14,000.00")
    terms = contract(RESULT + caps + cap("high", "middle", "$25,000.00"))
    sampled = {each.id: each.mean for each in price(DEAL, terms, YEARS, FIXED, orders=8).prices}
    for each in price(DEAL, terms, YEARS, FIXED).prices:
        share = sampled[each.id].fair_share
        assert share.error > 1.5 * each.mean.fair_share.error
        assert abs(share.value - each.mean.fair_share.value) < 3 * share.error


def test_pairs_say_who_needs_whom() -> None:
    clauses = """
[[clause]]
id = "savings"
model = "shared_savings"
benchmark = "$1,000,000.00"
minimum_savings_rate = "0 %"
sharing_rate = "50 %"
savings_cap = "$10,000.00"
"""
    found = price(DEAL, contract(clauses + fee("fee", "$90,000.00")), YEARS)
    assert [each.id for each in found.prices][:2] == ["fee.steps", "savings.sharing_rate"]
    strongest = found.pairs[0]
    names = {found.prices[strongest.one].id, found.prices[strongest.other].id}
    assert names == {"savings.sharing_rate", "savings.savings_cap"}
    assert strongest.mean.value < 0  # the cap only takes from what the share gives
    assert all(pair.mean.value == pytest.approx(0.0, abs=1e-6) for pair in found.pairs[1:])


def test_years_in_any_order_have_the_same_prices() -> None:
    deal, terms = example("cedar")
    years = years_around(deal, 320)
    order = np.random.default_rng(1).permutation(320)
    figures = {name: type(one)(one.values[order], one.unit) for name, one in years.figures.items()}
    shuffled = Years(figures, years.blocks[order], {}, years.delivery[order])
    one, other = price(deal, terms, years), price(deal, terms, shuffled)
    for each, same in zip(one.prices, other.prices, strict=True):
        assert each.tail.fair_share.value == pytest.approx(same.tail.fair_share.value)
        assert each.mean.fair_share.error == pytest.approx(same.mean.fair_share.error)


QUALITY = """
[[measure]]
id = "access"
direction = "higher is better"

[[clause]]
id = "quality"
model = "pay_for_performance"
budget = "$10,000.00"
if_must_pass_fails = "nothing is paid"

[[clause.measures]]
measure = "access"
direction = "higher is better"
weight = "100 %"
benchmark = "70 %"
must_pass = true

[[clause]]
id = "bonus"
model = "formula"
steps = [{ name = "bonus", value = "= $1,000.00 * quality.share_after_must_pass" }]
"""


def test_a_strike_that_leaves_nothing_to_settle_is_told() -> None:
    years = years_of(
        {"access.numerator": np.full(64, 80.0), "access.denominator": np.full(64, 100.0)}
    )
    years = Years(
        {name: type(one)(one.values) for name, one in years.figures.items()},
        years.blocks,
        {},
        years.delivery,
    )
    found = price(DEAL, contract(QUALITY), years)
    (told,) = (each for each in found.unpriced if not each.is_part)
    assert told.id == "quality.if_must_pass_fails"
    assert told.why == (
        "without it the contract cannot be settled: quality.share_after_must_pass missing"
    )
    assert {each.id for each in found.prices} == {"quality.budget", "bonus.steps"}


def test_a_contract_that_cannot_be_settled_is_refused() -> None:
    years = years_of({"score": np.full(64, 0.5)}, {"score": FRACTION})
    with pytest.raises(Refusal, match="cost"):
        price(DEAL, contract(RESULT), years)


@pytest.mark.parametrize("orders", [0, 4])
def test_a_contract_where_nothing_moves_has_no_prices(orders: int) -> None:
    found = price(
        DEAL, contract(RESULT + cap("never", "result", "$900,000.00")), YEARS, FIXED, orders=orders
    )
    assert found.prices == ()
    assert found.in_force == found.struck


@pytest.mark.slow
@pytest.mark.parametrize("name", ["cedar", "juniper", "willow"])
def test_the_prices_of_the_examples_add_up(name: str) -> None:
    deal, terms = example(name)
    found = price(deal, terms, years_around(deal, 8_000), most=10)
    assert adds_up(found)
    assert found.years == 8_000
    assert found.blocks == 16

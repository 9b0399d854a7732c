"""Variants are settled in part, and to the same bytes as when each is settled whole."""

from dataclasses import replace

import numpy as np
import pytest

from fairterms.contract.clause import Clause, Contract
from fairterms.contract.deal import Deal, WithoutDeal
from fairterms.payment.book import Book
from fairterms.payment.evaluation import settle_clause
from fairterms.simulate.clause_price import variants as variants_module
from fairterms.simulate.clause_price.priced_clause import candidates
from fairterms.simulate.clause_price.variants import Variants
from fairterms.simulate.years import Years, net_gains
from tests.payment.one_clause import contract
from tests.simulate.clause_price.made_up import costs, example, years_around
from tests.simulate.clause_price.struck import DEAL, found

CAPS = """
[[clause]]
id = "shared"
model = "shared_savings"
benchmark = "$1,000,000.00"
minimum_savings_rate = "0 %"
sharing_rate = "50 %"
minimum_loss_rate = "0 %"
loss_rate = "50 %"

[[clause]]
id = "first"
model = "cap"
of = "shared"
paid_cap = "$20,000.00"

[[clause]]
id = "second"
model = "cap"
of = "first"
paid_cap = "$15,000.00"
"""


def are_same(deal: Deal, terms: Contract, years: Years, masks: list[int]) -> bool:
    """Say whether every variant has the bytes of the same contract settled whole."""
    variants = Variants(deal, terms, candidates(terms, deal).clauses, years)
    return all(
        nets.tobytes() == net_gains(deal, variants.contract(mask), years).tobytes()
        for mask, nets in variants.net_gains(masks)
    )


@pytest.mark.parametrize(("name", "count"), [("cedar", 20), ("juniper", 6), ("willow", 8)])
def test_variants_have_the_bytes_of_whole_settlements(name: str, count: int) -> None:
    deal, terms = example(name)
    bits = len(candidates(terms, deal).clauses)
    masks = [int(mask) for mask in np.random.default_rng(9).integers(0, 1 << bits, count)]
    assert are_same(deal, terms, years_around(deal, 64), [0, (1 << bits) - 1, *masks])


@pytest.mark.slow
@pytest.mark.parametrize("name", ["cedar", "juniper", "willow"])
def test_many_variants_have_the_bytes_of_whole_settlements(name: str) -> None:
    deal, terms = example(name)
    bits = len(candidates(terms, deal).clauses)
    masks = [int(mask) for mask in np.random.default_rng(4).integers(0, 1 << bits, 300)]
    assert are_same(deal, terms, years_around(deal, 300), masks)


def test_a_short_memory_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(variants_module, "REMEMBERED_BYTES", 1)
    deal, terms = example("cedar")
    assert are_same(deal, terms, years_around(deal, 32), list(range(0, 128, 5)))


def test_delivery_and_the_cost_of_the_work_are_taken_off() -> None:
    deal, _ = example("cedar")
    terms = contract(CAPS)
    deal = replace(deal, without_deal=WithoutDeal())
    years = costs(32)
    years = replace(years, delivery=np.arange(32.0))
    assert are_same(deal, terms, years, [0, 3, 7])


def test_a_clause_paid_anyway_and_what_it_takes_are_found() -> None:
    terms = contract(CAPS)
    deal = replace(DEAL, without_deal=WithoutDeal(("first",)))
    assert are_same(deal, terms, costs(32), [0, 1, 2, 3, 7])


def test_forms_that_read_alike_are_settled_once(monkeypatch: pytest.MonkeyPatch) -> None:
    settled: list[str] = []

    def settle_and_note(clause: Clause, book: Book) -> None:
        settled.append(clause.id)
        settle_clause(clause, book)

    monkeypatch.setattr(variants_module, "settle_clause", settle_and_note)
    terms = contract(CAPS)
    caps = [found(terms, "first.paid_cap"), found(terms, "second.paid_cap")]
    variants = Variants(DEAL, terms, caps, costs(16))
    assert len(list(variants.net_gains(range(4)))) == 4
    assert sorted(settled) == ["first"] * 2 + ["second"] * 4 + ["shared"]


def test_every_mask_comes_once() -> None:
    terms = contract(CAPS)
    listed = candidates(terms, DEAL).clauses
    variants = Variants(DEAL, terms, listed, costs(16))
    masks = [mask for mask, _ in variants.net_gains([3, 0, 3, 1])]
    assert sorted(masks) == [0, 1, 3]


def test_a_variant_of_nobody_is_the_contract_as_written() -> None:
    terms = contract(CAPS)
    variants = Variants(DEAL, terms, (), costs(16))
    assert variants.everything == 0
    assert variants.contract(0) == terms

"""What can be struck from a contract, how it is called, and what cannot be."""

from dataclasses import replace

import pytest

from fairterms.contract.deal import WithoutDeal
from fairterms.contract.value import read
from fairterms.simulate.clause_price.declared_neutral import DeclaredNeutral
from fairterms.simulate.clause_price.priced_clause import Unpriced, candidates, strike_all
from fairterms.units.refusal import Refusal
from tests.payment.one_clause import contract
from tests.simulate.clause_price.made_up import example
from tests.simulate.clause_price.struck import DEAL, found

TERMS = contract(
    """
[[clause]]
id = "savings"
title = "Shared savings"
model = "shared_savings"
benchmark = "$1,000,000.00"
minimum_savings_rate = "2 %"
sharing_rate = "50 %"

[[clause]]
id = "tax"
model = "percentage_reduction"
of = "savings"
rate = "2 %"

[[clause]]
id = "limit"
model = "formula"
pays = false
steps = [{ name = "base", value = "$100.00" }, { name = "limit", value = "= base * 2" }]

[[clause]]
id = "ceiling"
model = "cap"
of = "tax"
paid_cap = "= limit"
"""
)


def test_each_term_is_named_by_its_clause_and_by_itself() -> None:
    listed = {each.id: each for each in candidates(TERMS, DEAL).clauses}
    assert list(listed) == [
        "savings.minimum_savings_rate",
        "savings.sharing_rate",
        "tax.rate",
        "ceiling.paid_cap",
    ]
    one = listed["savings.minimum_savings_rate"]
    assert one.title == "Shared savings: the minimum savings rate"
    assert one.words == "without the minimum savings rate"
    assert (one.in_force, one.neutral) == ("2 %", "0 %")
    assert listed["tax.rate"].title == "Tax"


def test_what_has_no_price_says_why() -> None:
    unpriced = candidates(TERMS, DEAL).unpriced
    assert unpriced[0] == Unpriced(
        "savings.benchmark", "savings have no beginning without it; strike the rates", is_part=True
    )
    by_id = {each.id: each for each in unpriced}
    assert not by_id["limit.steps"].is_part
    assert (
        by_id["limit.steps"].why
        == "it prepares a figure; a [[neutral]] of forecast.toml can say what it would be"
    )
    assert by_id["limit.pays"].is_part


def test_what_is_paid_anyway_has_no_price() -> None:
    deal = replace(DEAL, without_deal=WithoutDeal(("savings",)))
    listed = candidates(TERMS, deal)
    assert [each.id for each in listed.clauses] == ["tax.rate", "ceiling.paid_cap"]
    assert listed.unpriced[0] == Unpriced(
        "savings", "the group is paid it with or without this deal"
    )


def test_a_term_that_is_neutral_already_is_not_struck() -> None:
    changed = TERMS.replacing(TERMS.clause("tax").with_value("rate", read("0 %")))
    assert "tax.rate" not in [each.id for each in candidates(changed, DEAL).clauses]


def test_a_strike_changes_its_own_clause_only() -> None:
    struck = strike_all(TERMS, [found(TERMS, "tax.rate")])
    assert [
        one.id for one, other in zip(struck.clauses, TERMS.clauses, strict=True) if one != other
    ] == ["tax"]


def test_a_declared_value_comes_before_the_catalogue() -> None:
    own = DeclaredNeutral("savings", ("sharing_rate",), read("40 %"), "without the higher share")
    listed = {each.id: each for each in candidates(TERMS, DEAL, [own]).clauses}
    one = listed["savings.sharing_rate"]
    assert (one.words, one.neutral) == ("without the higher share", "40 %")
    assert one.apply(TERMS.clause("savings")).terms["sharing_rate"].value == read("40 %")


def test_a_declared_step_gives_a_formula_a_price() -> None:
    own = DeclaredNeutral("limit", ("base",), read("$50.00"), "without the higher base")
    listed = candidates(TERMS, DEAL, [own])
    assert "limit.base" in [each.id for each in listed.clauses]
    assert "limit.steps" not in [each.id for each in listed.unpriced]


def test_a_term_declared_to_have_no_price_has_none() -> None:
    own = DeclaredNeutral("tax", ("rate",), None, "", "the law sets it")
    listed = candidates(TERMS, DEAL, [own])
    assert "tax.rate" not in [each.id for each in listed.clauses]
    assert Unpriced("tax.rate", "the law sets it") in listed.unpriced


@pytest.mark.parametrize(
    ("clause", "term", "subject", "what", "fix"),
    [
        (
            "taxes",
            "rate",
            "[[neutral]] taxes",
            "is no clause of the contract",
            "use one of: savings, tax, limit, ceiling",
        ),
        (
            "limit",
            "rate",
            "[[neutral]] limit.rate",
            "is no term of that clause",
            "use one of: pays, steps, base, limit",
        ),
    ],
)
def test_a_name_that_is_not_there_is_refused(
    clause: str, term: str, subject: str, what: str, fix: str
) -> None:
    with pytest.raises(Refusal) as refusal:
        candidates(TERMS, DEAL, [DeclaredNeutral(clause, (term,), read("0 %"))])
    found = refusal.value
    assert (found.subject, found.what, found.fix) == (subject, what, fix)
    assert "cannot be struck" in found.why


@pytest.mark.parametrize("name", ["cedar", "juniper", "willow"])
def test_the_examples_have_something_to_strike(name: str) -> None:
    deal, terms = example(name)
    listed = candidates(terms, deal)
    ids = [each.id for each in listed.clauses] + [each.id for each in listed.unpriced]
    assert len(listed.clauses) >= 5
    assert len(ids) == len(set(ids))

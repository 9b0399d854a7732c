"""A withhold: part of a payment is kept back and returned as far as quality earns it."""

from decimal import Decimal

import pytest
from hypothesis import given as generated
from hypothesis import settings
from hypothesis import strategies as some

from fairterms.payment.binding import problems
from fairterms.payment.models.withhold import MODEL
from fairterms.units.refusal import Refusal
from tests.payment.earlier_clause import RESULT, agrees_in_floats, cost_for
from tests.payment.one_clause import amount, contract, settle


def withheld(terms: str) -> str:
    """Return a contract that pays benchmark − cost, less a withhold with these terms."""
    return RESULT + f'[[clause]]\nid = "kept"\nmodel = "withhold"\nof = "result"\n{terms}\n'


def figures(gross: Decimal | int, score: str) -> dict[str, str | list[str]]:
    """Return the figures at which the earlier clause pays ``gross`` dollars."""
    return {"cost": cost_for(gross), "quality_score": score}


PLAIN = 'rate = "5 %"'
TIERS = """rate = "5 %"
tiers = [
  { at = "60 %", share = "50 %" },
  { at = "more than 80 %", share = "100 %" },
]"""

CASES = {
    "a full score returns everything": (PLAIN, 200_000, "100 %", "$200,000.00"),
    "a score of nothing returns nothing": (PLAIN, 200_000, "0 %", "$190,000.00"),
    "a score returns its own share": (PLAIN, 200_000, "62.5 %", "$196,250.00"),
    "below the lowest tier": (TIERS, 200_000, "59.9 %", "$190,000.00"),
    "at the lowest tier": (TIERS, 200_000, "60 %", "$195,000.00"),
    "above the lowest tier": (TIERS, 200_000, "60.1 %", "$195,000.00"),
    "exactly 80 % is not more than 80 %": (TIERS, 200_000, "80 %", "$195,000.00"),
    "more than 80 % returns everything": (TIERS, 200_000, "80.1 %", "$200,000.00"),
    "what the group owes is not withheld from": (PLAIN, -50_000, "0 %", "-$50,000.00"),
    "nothing stays nothing": (PLAIN, 0, "0 %", "$0.00"),
    "a withhold of nothing changes nothing": ('rate = "0 %"', 200_000, "0 %", "$200,000.00"),
}


@pytest.mark.parametrize(("terms", "gross", "score", "paid"), CASES.values(), ids=CASES.keys())
def test_what_is_earned_comes_back(terms: str, gross: int, score: str, paid: str) -> None:
    clauses = withheld(terms)
    assert not problems(contract(clauses))
    assert amount(settle(clauses, figures(gross, score))) == paid
    assert agrees_in_floats(clauses, figures(gross, score))


def test_the_steps_add_up_and_the_result_replaces_what_it_took() -> None:
    sheet = settle(withheld(TIERS), figures(200_000, "70 %"))
    steps = {step.name: step.values[0] for step in sheet.steps if step.clause == "kept"}
    assert steps["gross"] == steps["withheld"] + steps["paid_at_once"]
    assert steps["withheld"] == 10_000
    assert steps["returned"] == 5_000
    assert steps["after_withhold"] == steps["paid_at_once"] + steps["returned"]
    assert sheet.payable.figures == ("kept",)


GATES = {
    "nothing to withhold from": (0, "100 %", "rate", False, "there is nothing to withhold from"),
    "something to withhold from": (1, "100 %", "rate", True, "there is nothing to withhold from"),
    "all earned": (9, "100 %", "earned_share", False, "all of it is earned"),
    "not all earned": (9, "99.9 %", "earned_share", True, "all of it is earned"),
}


@pytest.mark.parametrize(
    ("gross", "score", "gate", "bites", "otherwise"), GATES.values(), ids=GATES.keys()
)
def test_the_gate_says_whether_it_bit(
    gross: int, score: str, gate: str, *, bites: bool, otherwise: str
) -> None:
    found = settle(withheld(PLAIN), figures(gross, score)).gate(f"kept.{gate}")
    assert bool(found.bites[0]) is bites
    assert found.otherwise == otherwise


@pytest.mark.parametrize("score", ["100.1 %", "-0.1 %"])
def test_a_score_that_is_no_share_is_refused(score: str) -> None:
    with pytest.raises(Refusal) as refusal:
        settle(withheld(PLAIN), figures(200_000, score))
    assert refusal.value.what == "is not between 0 % and 100 %"


PROBLEMS = {
    "no rate": (TIERS.replace('rate = "5 %"\n', ""), ["missing-number"]),
    "more withheld than is paid": ('rate = "105 %"', ["share-above-one"]),
    "tiers out of order": (TIERS.replace("60", "90"), ["rows-not-rising"]),
    "a better score that earns less": (TIERS.replace("100 %", "40 %"), ["shares-falling"]),
    "a tier that earns nothing stated": (
        f'{PLAIN}\ntiers = [{{ at = "60 %" }}]',
        ["missing-number"],
    ),
    "a tier at no score": (f'{PLAIN}\ntiers = [{{ share = "60 %" }}]', ["missing-number"]),
    "an unknown term": (f'{PLAIN}\nbonus = "5 %"', ["unknown-term"]),
}


@pytest.mark.parametrize(("terms", "codes"), PROBLEMS.values(), ids=PROBLEMS.keys())
def test_terms_that_contradict_each_other_are_problems(terms: str, codes: list[str]) -> None:
    assert [found.code for found in problems(contract(withheld(terms)))] == codes


def test_a_withhold_must_say_whose_payment_it_keeps_back() -> None:
    clauses = withheld(PLAIN).replace('of = "result"\n', "")
    assert [found.code for found in problems(contract(clauses))] == ["missing-of"]


def test_it_is_money_at_risk_for_quality() -> None:
    assert str(MODEL.category(contract(withheld(PLAIN)).clauses[1])) == "LAN 2C, VBPR qip"


SHARES = some.integers(0, 1_000).map(lambda tenths: Decimal(tenths) / 10)


@settings(max_examples=25, deadline=None)
@generated(
    gross=some.decimals(Decimal(-900_000), Decimal(900_000), places=2),
    rate=SHARES,
    score=SHARES,
    better=SHARES,
    terms=some.sampled_from([PLAIN, TIERS]),
)
def test_a_withhold_only_ever_takes_its_rate_and_a_better_score_never_pays_less(
    gross: Decimal, rate: Decimal, score: Decimal, better: Decimal, terms: str
) -> None:
    clauses = withheld(terms.replace('"5 %"', f'"{rate} %"'))
    worse, later = (
        settle(clauses, figures(gross, f"{percent} %")).step("after_withhold").values[0]
        for percent in sorted([score, better])
    )
    assert gross - max(gross, Decimal(0)) * rate / 100 <= worse <= later <= gross
    assert agrees_in_floats(clauses, figures(gross, f"{score} %"))


@settings(max_examples=25, deadline=None)
@generated(gross=some.integers(0, 400_000), rate=SHARES, score=SHARES)
def test_twice_the_payment_pays_back_twice(gross: int, rate: Decimal, score: Decimal) -> None:
    clauses = withheld(f'rate = "{rate} %"')
    once, twice = (
        settle(clauses, figures(times * gross, f"{score} %")).step("after_withhold").values[0]
        for times in (1, 2)
    )
    assert twice == 2 * once

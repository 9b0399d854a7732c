"""Running a contract: order, rounding, what is payable, and what a contract reads."""

from decimal import Decimal

import pytest
from hypothesis import given as generated
from hypothesis import settings
from hypothesis import strategies as some

from fairterms.payment.book import Given
from fairterms.payment.evaluation import (
    model_of,
    open_book,
    paying_clauses,
    run,
    settle_clause,
    survey,
    write_payable,
)
from fairterms.units.number import EXACT, FLOAT
from fairterms.units.quantity import MONEY
from fairterms.units.refusal import Refusal
from tests.payment.earlier_clause import RESULT, cost_for
from tests.payment.one_clause import HEADER, amount, contract, given, settle


def less(name: str, of: str, rate: str = "10 %", *terms: str) -> str:
    lines = (
        f'[[clause]]\nid = "{name}"\nmodel = "percentage_reduction"\nof = "{of}"',
        f'rate = "{rate}"',
        'applies_to = "gains and losses"',
        *terms,
    )
    return "\n".join(lines) + "\n"


def another(name: str) -> str:
    return RESULT.replace('id = "result"', f'id = "{name}"')


def with_header(old: str, new: str) -> str:
    assert old in HEADER
    return HEADER.replace(old, new)


# Order and what is payable


def test_clauses_run_in_written_order_and_a_modifier_replaces_what_it_takes() -> None:
    clauses = RESULT + less("first", "result") + less("second", "first", "50 %")
    worksheet = settle(clauses, {"cost": cost_for(1_000)})
    assert amount(worksheet, "first") == "$900.00"
    assert amount(worksheet) == amount(worksheet, "second") == "$450.00"
    assert [step.clause for step in worksheet.steps][-1] == ""
    assert worksheet.payable.words == "second, to the cent, half up"


PAYING = {
    "two streams": (RESULT + another("other"), ("result", "other")),
    "a stream and what changes it": (RESULT + less("a", "result"), ("a",)),
    "a chain": (RESULT + less("a", "result") + less("b", "a"), ("b",)),
    "one of two is changed": (RESULT + another("other") + less("a", "other"), ("result", "a")),
    "a stream that only prepares a figure": (
        RESULT.replace('id = "result"', 'id = "result"\npays = false'),
        (),
    ),
    "what changes a figure pays nothing": (
        RESULT.replace('id = "result"', 'id = "result"\npays = false') + less("a", "result"),
        (),
    ),
}


@pytest.mark.parametrize(("clauses", "paying"), PAYING.values(), ids=PAYING.keys())
def test_what_pays_and_is_not_taken_is_payable(clauses: str, paying: tuple[str, ...]) -> None:
    assert paying_clauses(contract(clauses)) == paying


def test_taking_one_step_of_a_clause_takes_the_clause() -> None:
    clauses = RESULT + less("a", "result.savings")
    assert paying_clauses(contract(clauses)) == ("a",)


def test_the_contract_may_name_what_is_payable() -> None:
    header = HEADER + 'payable = ["result"]\n'
    clauses = RESULT + less("a", "result")
    worksheet = settle(clauses, {"cost": cost_for(1_000)}, header=header)
    assert amount(worksheet) == "$1,000.00"
    assert worksheet.payable.figures == ("result",)


def test_a_contract_that_pays_nothing_pays_zero() -> None:
    clauses = RESULT.replace('id = "result"', 'id = "result"\npays = false')
    worksheet = settle(clauses, {"cost": cost_for(1_000)})
    assert amount(worksheet) == "$0.00"
    assert worksheet.payable.words == "nothing, to the cent, half up"


# Rounding

ROUNDING = {
    "to the cent, half up, once at the end": ("0.0025", "0.00"),
    "to the cent, half up, after each clause": ("0.01", "0.01"),
    "to the cent, half up, after each dollar step": ("0.00", "0.00"),
    "to the cent, down, after each clause": ("0.00", "0.00"),
    "to the tenth of a cent, half up, once at the end": ("0.0025", "0.003"),
    "to the dollar, up, once at the end": ("0.0025", "1"),
}


@pytest.mark.parametrize(("rule", "amounts"), ROUNDING.items(), ids=ROUNDING.keys())
def test_rounding_happens_where_the_contract_says(rule: str, amounts: tuple[str, str]) -> None:
    header = with_header("to the cent, half up, once at the end", rule)
    clauses = RESULT + less("a", "result", "50 %") + less("b", "a", "50 %")
    worksheet = settle(clauses, {"cost": cost_for(Decimal("0.01"))}, header=header)
    last, paid = amounts
    assert worksheet.result("b").values[0] == Decimal(last)
    assert worksheet.amounts() == [Decimal(paid)]


def test_a_clause_may_round_its_own_result() -> None:
    own = 'rounding = "to the dollar, half up, once at the end"'
    clauses = RESULT + less("a", "result", "50 %", own)
    worksheet = settle(clauses, {"cost": cost_for(3)})
    assert amount(worksheet, "a.after_reduction") == "$1.50"
    assert amount(worksheet, "a.rounded") == amount(worksheet) == "$2.00"
    assert worksheet.step("a.rounded").words == (
        "after reduction, rounded to the dollar, half up, once at the end"
    )


def test_a_result_that_is_not_in_dollars_is_not_rounded_to_cents() -> None:
    header = with_header("once at the end", "after each clause")
    clauses = (
        '[[clause]]\nid = "budget"\nmodel = "benchmark"\nresult = "PMPM"\n'
        'years = [{ weight = "100 %", pmpm = "$41.203 PMPM" }]\n'
    )
    assert amount(settle(clauses, {}, header=header), "budget") == "$41.203 PMPM"


# Many settlements at once


def test_rows_are_settled_independently() -> None:
    results = [Decimal(1_000), Decimal(-500), Decimal(0)]
    costs = {"cost": Given(EXACT.column(1_000_000 - result for result in results), MONEY)}
    clauses = contract(RESULT + less("a", "result", "50 %"))
    assert run(clauses, costs, 3).amounts() == [500, -250, 0]


RESULTS = some.lists(some.integers(-90_000_000, 90_000_000), min_size=1, max_size=6)


@settings(max_examples=25, deadline=None)
@generated(RESULTS)
def test_many_at_once_is_one_by_one_and_floats_agree(cents: list[int]) -> None:
    clauses = contract(RESULT + less("a", "result", "2 %"))
    results = [Decimal(cent) / 100 for cent in cents]

    def columns(kind: object) -> dict[str, Given]:
        chosen = EXACT if kind is EXACT else FLOAT
        return {"cost": Given(chosen.column(1_000_000 - result for result in results), MONEY)}

    together = run(clauses, columns(EXACT), len(results)).amounts()
    alone = [settle(RESULT + less("a", "result", "2 %"), {"cost": cost_for(r)}) for r in results]
    assert together == [one.amounts()[0] for one in alone]
    floated = run(clauses, columns(FLOAT), len(results), FLOAT).payable.values
    assert [float(x) for x in together] == pytest.approx(list(floated), abs=0.0101)


def test_the_same_run_twice_gives_the_same_bytes() -> None:
    clauses = contract(RESULT)
    first, second = (
        run(clauses, given({"cost": "$1.23"}, FLOAT), 1, FLOAT).payable.values.tobytes()
        for _ in range(2)
    )
    assert first == second


def test_a_missing_figure_stops_the_run() -> None:
    with pytest.raises(Refusal, match="cost: missing"):
        run(contract(RESULT), {}, 1)


# What a contract reads


def test_a_survey_finds_figures_terms_thresholds_and_silences() -> None:
    clauses = (
        '[[clause]]\nid = "s"\nmodel = "shared_savings"\nbenchmark = "$41.20 PMPM"\n'
        'minimum_savings_rate = "2 %"\nsharing_rate = "50 %"\nloss_cap = "$5.00"\n'
    )
    found = survey(contract(clauses))
    assert set(found.wanted) == {"member_months", "cost"}
    assert found.asked == {("s", "member_months"), ("s", "cost")}
    assert found.terms_read >= {("s", "benchmark"), ("s", "sharing_rate")}
    assert ("s", "loss_cap") not in found.terms_read
    assert found.thresholds == {("s", ("minimum_savings_rate",))}
    assert found.silent == {("s", "shared_from"): "first dollar"}
    assert found.unknown == ()
    assert found.worksheet.step("savings").words == "benchmark − cost"


def test_a_survey_names_what_stands_for_nothing() -> None:
    clauses = RESULT + '[[clause]]\nid = "c"\nmodel = "cap"\nof = "result"\n'
    found = survey(contract(clauses + 'paid_cap = "10 % of bnchmark"\n'))
    assert found.unknown == (("c", "bnchmark"),)


def test_a_survey_needs_no_number_the_contract_does_not_state() -> None:
    found = survey(contract(RESULT + less("a", "result", "not stated")))
    assert ("a", "rate") in found.terms_read


@settings(max_examples=20, deadline=None)
@generated(some.integers(-90_000_000, 90_000_000))
def test_a_run_reads_what_the_survey_announced_whatever_the_figures(cents: int) -> None:
    clauses = RESULT + less("a", "result")
    announced = [step.id for step in survey(contract(clauses)).worksheet.steps]
    ran = settle(clauses, {"cost": cost_for(Decimal(cents) / 100)})
    assert [step.id for step in ran.steps] == announced


def test_a_clause_knows_its_model() -> None:
    clause = contract(RESULT).clauses[0]
    assert model_of(clause).title == "Shared savings"
    with pytest.raises(KeyError):
        model_of(contract('[[clause]]\nid = "a"\nmodel = "nothing"\n').clauses[0])


def test_clauses_settled_one_by_one_in_an_open_book_are_a_run() -> None:
    terms = contract(RESULT + less("a", "result"))
    figures = given({"cost": cost_for(1_000)}, FLOAT)
    book = open_book(terms, figures, 1, FLOAT)
    for clause in terms.clauses:
        settle_clause(clause, book)
    write_payable(terms, book, paying_clauses(terms))
    whole = run(terms, figures, 1, FLOAT)
    assert [(step.id, step.values.tobytes()) for step in book.steps.values()] == [
        (step.id, step.values.tobytes()) for step in whole.steps
    ]


def test_a_clause_is_settled_after_steps_kept_from_another_run() -> None:
    terms = contract(RESULT + less("a", "result"))
    figures = given({"cost": cost_for(1_000)}, FLOAT)
    whole = run(terms, figures, 1, FLOAT)
    book = open_book(terms, {}, 1, FLOAT)
    book.steps["result.settlement"] = book.results["result"] = whole.result("result")
    settle_clause(terms.clause("a"), book)
    assert book.results["a"].values.tobytes() == whole.result("a").values.tobytes()

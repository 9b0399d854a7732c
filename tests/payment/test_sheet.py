"""The sheet a formula writes on: terms and figures out, steps and gates in."""

from collections.abc import Mapping
from decimal import Decimal

import numpy as np
import pytest
from hypothesis import given as generated
from hypothesis import settings
from hypothesis import strategies as some

from fairterms.payment.arithmetic import evaluate
from fairterms.payment.book import Book
from fairterms.payment.sheet import MEMBER_MONTHS, Sheet
from fairterms.payment.worksheet import Step
from fairterms.units import rounding
from fairterms.units.number import EXACT, FLOAT, NumberKind
from fairterms.units.quantity import FRACTION, MONEY, count, per
from fairterms.units.refusal import Refusal
from tests.payment.one_clause import contract, given

RULE = "to the cent, half up, once at the end"


def sheet(
    terms: str = "",
    figures: Mapping[str, str | list[str]] | None = None,
    kind: NumberKind = EXACT,
    rule: str = RULE,
    *,
    is_probe: bool = False,
) -> Sheet:
    """Open the sheet of a clause with these terms, in a run with these figures."""
    clause = contract(f'[[clause]]\nid = "own"\nmodel = "formula"\n{terms}\n').clauses[0]
    book = Book(kind, 1, rounding.parse(rule), given(figures or {}, kind), evaluate, is_probe)
    return Sheet(clause, book, {"how": "plainly"})


def book_of(open_sheet: Sheet) -> Book:
    return open_sheet._book


# What a formula reads


def test_a_number_comes_in_its_own_unit_and_a_percentage_as_a_fraction() -> None:
    terms = 'rate = "2 %"\nfee = "$120.00 per visit"\nlimit = "30 visits"'
    opened = sheet(terms)
    assert opened.number("rate") == Decimal("0.02")
    assert opened.number("fee") == 120
    assert opened.number("limit") == 30
    assert isinstance(sheet(terms, kind=FLOAT).number("rate"), float)
    assert (opened.unit("fee"), opened.unit("limit")) == (per("visit"), count("visit"))


def test_a_missing_number_is_refused_and_never_assumed() -> None:
    with pytest.raises(Refusal) as refused:
        sheet().number("rate")
    assert str(refused.value) == (
        "own.rate: missing\n"
        "      why: a number that moves money is never assumed\n"
        "      fix: find it in the contract and write rate in the clause, or ask the plan for it"
    )


def test_a_number_the_contract_does_not_state_is_refused_with_its_section() -> None:
    terms = (
        'rate = { not_stated = "as determined by Plan", section = "Exhibit B, 2", '
        'ask = "state the rate" }'
    )
    with pytest.raises(Refusal) as refused:
        sheet(terms).number("rate")
    assert refused.value.what == (
        'the contract does not state it (the text says: "as determined by Plan")'
    )
    assert refused.value.fix == "state the rate"
    with pytest.raises(Refusal) as plain:
        sheet('rate = "not stated"').number("rate")
    assert plain.value.fix == "ask the plan to state rate"


def test_a_number_the_contract_does_not_state_stops_no_probe() -> None:
    assert sheet('rate = "not stated"', is_probe=True).number("rate")[0] == 1


def test_a_choice_is_read_or_taken_plainly_and_the_silence_is_noted() -> None:
    assert sheet('how = "strangely"').word("how") == "strangely"
    silent = sheet()
    assert silent.word("how") == "plainly"
    assert book_of(silent).silent == {("own", "how"): "plainly"}


def test_names_and_yes_or_no_are_read() -> None:
    opened = sheet('one = "phq9"\nmany = ["phq9", "access"]\nyes = true\nno = false')
    assert opened.names("one") == ("phq9",)
    assert opened.names("many") == ("phq9", "access")
    assert opened.is_yes("yes")
    assert not opened.is_yes("no")
    assert not opened.is_yes("absent")
    assert opened.has("no")
    assert not opened.has("absent")


def test_rows_give_their_own_cells() -> None:
    rows = '[{ at = "0 %", share = "10 %" }, { at = "more than 50 %", share = "20 %" }]'
    first, second = sheet(f"ladder = {rows}").rows("ladder")
    assert first.number("share") == Decimal("0.1")
    assert second.number("share") == Decimal("0.2")
    half = EXACT.column([Decimal("0.5")])
    assert first.reaches(half, "at")[0]
    assert not second.reaches(half, "at")[0]
    with pytest.raises(Refusal, match=r"own\.limit: missing"):
        first.number("limit")


DOLLARS = {
    'cap = "$5,000.00"': "5000",
    'cap = "10 % of benchmark"': "1000",
    'cap = "$41.20 PMPM"': "4120",
    'cap = ["$5,000.00", "10 % of benchmark", "$41.20 PMPM"]': "1000",
    'cap = "= benchmark / 4"': "2500",
    'cap = { by = "members", rows = [["0 members", "$1.00 PMPM"], ["9 members", "$2.00 PMPM"]] }': (
        "200"
    ),
}


@pytest.mark.parametrize(("terms", "amount"), DOLLARS.items(), ids=DOLLARS.keys())
def test_an_amount_is_turned_into_dollars(terms: str, amount: str) -> None:
    figures = {
        "benchmark": "$10,000.00",
        "member_months": "100 member-months",
        "members": "10 members",
    }
    exact = sheet(terms, figures)
    assert exact.column(exact.dollars("cap"))[0] == Decimal(amount)
    floated = sheet(terms, figures, FLOAT)
    assert floated.column(floated.dollars("cap"))[0] == pytest.approx(float(amount))


def test_a_base_may_be_written_as_a_person_says_it() -> None:
    opened = sheet('cap = "10 % of Total-cost of care"', {"Total_cost_of_care": "$50.00"})
    assert opened.dollars("cap")[0] == 5


def test_a_figure_is_read_under_another_name_where_reads_says_so() -> None:
    opened = sheet('reads = { cost = "drug_cost" }', {"cost": "$1.00", "drug_cost": "$2.00"})
    assert opened.figure("cost", MONEY, "what it cost")[0] == 2
    assert book_of(opened).asked == {("own", "cost")}
    assert list(book_of(opened).wanted) == ["drug_cost"]


def test_a_figure_may_be_read_from_an_earlier_step() -> None:
    opened = sheet('reads = { cost = "budget.net" }', {"cost": "$1.00"})
    book_of(opened).write(Step("budget", "net", EXACT.column([Decimal(7)]), MONEY, ""))
    assert opened.figure("cost", MONEY, "what it cost")[0] == 7


def test_a_figure_of_a_step_s_name_is_not_the_step() -> None:
    opened = sheet(figures={"budget": "$1.00"})
    book_of(opened).write(Step("budget", "net", EXACT.column([Decimal(7)]), MONEY, ""))
    assert opened.figure("budget", MONEY, "what was budgeted")[0] == 1


def test_the_unit_of_a_term_is_that_of_its_first_value() -> None:
    opened = sheet(
        'many = ["2 %", "$5.00"]\nformula = "= cost * 2"\n'
        'table = { by = "members", rows = [["1 member", "$5.00 per visit"]] }',
        {"cost": "$1.00"},
    )
    assert opened.unit("many") == FRACTION
    assert opened.unit("table") == per("visit")
    assert opened.unit("formula") == MONEY


def test_what_other_clauses_pay_is_taken_together_or_one_by_one() -> None:
    opened = sheet('of = ["one", "two.share"]')
    for clause, name, amount in (("one", "earned", 3), ("two", "share", 4), ("two", "last", 9)):
        column = EXACT.column([Decimal(amount)])
        book_of(opened).write(Step(clause, name, column, MONEY, ""))
    assert opened.taken()[0] == 7
    assert [part[0] for part in opened.taken_each()] == [3, 4]
    assert sheet().taken()[0] == 0


# Thresholds


@pytest.mark.parametrize(
    ("term", "below", "at", "above"),
    [
        ("2 %", False, True, True),
        ("at least 2 %", False, True, True),
        ("more than 2 %", False, False, True),
    ],
)
def test_a_threshold_is_reached_by_equality_unless_it_says_more_than(
    term: str, *, below: bool, at: bool, above: bool
) -> None:
    opened = sheet(f'minimum = "{term}"')
    values = EXACT.column([Decimal("0.019"), Decimal("0.02"), Decimal("0.021")])
    assert opened.reaches(values, "minimum").tolist() == [below, at, above]
    limit = EXACT.full(3, Decimal("0.02"))
    assert opened.reaches_amount(values, limit, "minimum").tolist() == [below, at, above]


@pytest.mark.parametrize(
    ("term", "below", "at", "above"),
    [("at most 2 %", True, True, False), ("less than 2 %", True, False, False)],
)
def test_an_upper_limit_is_kept_by_equality_unless_it_says_less_than(
    term: str, *, below: bool, at: bool, above: bool
) -> None:
    values = EXACT.column([Decimal("0.019"), Decimal("0.02"), Decimal("0.021")])
    assert sheet(f'limit = "{term}"').stays_within(values, "limit").tolist() == [below, at, above]


def test_thresholds_are_noted_with_their_place() -> None:
    opened = sheet('minimum = "2 %"\nladder = [{ at = "0 %" }, { at = "5 %" }]')
    opened.reaches(opened.zero(), "minimum")
    opened.rows("ladder")[1].reaches(opened.zero(), "at")
    assert book_of(opened).thresholds == {("own", ("minimum",)), ("own", ("ladder", 1, "at"))}


# Tables

STEPS = (
    'rate = { by = "members", rows = '
    '[["100 members", "5 %"], ["200 members", "4 %"], ["400 members", "2 %"]] }'
)
LINE = STEPS.replace("rows", "interpolate = true, rows")


@pytest.mark.parametrize("kind", [EXACT, FLOAT], ids=["exact", "float"])
@pytest.mark.parametrize(
    ("members", "stepped", "interpolated"),
    [
        (100, "0.05", "0.05"),
        (150, "0.05", "0.045"),
        (199, "0.05", "0.0401"),
        (200, "0.04", "0.04"),
        (201, "0.04", "0.0399"),
        (300, "0.04", "0.03"),
        (400, "0.02", "0.02"),
        (9_999, "0.02", "0.02"),
    ],
)
def test_a_table_goes_in_steps_or_along_a_line(
    members: int, stepped: str, interpolated: str, kind: NumberKind
) -> None:
    figures = {"members": f"{members} members"}
    for terms, expected in ((STEPS, stepped), (LINE, interpolated)):
        found = sheet(terms, figures, kind).number("rate")[0]
        assert float(found) == pytest.approx(float(expected))


def test_below_its_first_row_a_table_in_steps_is_refused_and_a_line_stays_level() -> None:
    figures = {"members": "99 members"}
    with pytest.raises(Refusal) as refused:
        sheet(STEPS, figures).number("rate")
    assert refused.value.what == "is below the first row of the table (100 members)"
    assert sheet(LINE, figures).number("rate")[0] == Decimal("0.05")


# What a formula writes


def test_a_step_remembers_what_was_read_since_the_step_before() -> None:
    opened = sheet('rate = "2 %"\nother = "3 %"', {"cost": "$50.00"})
    opened.step("first", opened.figure("cost", MONEY, "") * opened.number("rate"), MONEY, "one")
    opened.step("second", opened.number("other"), FRACTION, "two")
    first, second = book_of(opened).steps.values()
    assert (first.id, first.terms, first.figures) == ("own.first", ("rate",), ("cost",))
    assert (second.terms, second.figures, second.words) == (("other",), (), "two")
    assert book_of(opened).terms_read == {("own", "rate"), ("own", "other")}


def test_a_step_is_a_column_even_when_its_value_is_one_number() -> None:
    opened = sheet('rate = "2 %"')
    assert opened.step("rate", opened.number("rate"), FRACTION, "").shape == (1,)


@pytest.mark.parametrize(
    ("rule", "dollars", "share"),
    [
        ("to the cent, half up, after each dollar step", "0.13", "0.125"),
        ("to the cent, half even, after each dollar step", "0.12", "0.125"),
        ("to the cent, half up, after each clause", "0.125", "0.125"),
        (RULE, "0.125", "0.125"),
    ],
)
def test_only_dollar_steps_are_rounded_and_only_where_the_contract_says(
    rule: str, dollars: str, share: str
) -> None:
    opened = sheet(rule=rule)
    assert opened.step("dollars", Decimal("0.125"), MONEY, "")[0] == Decimal(dollars)
    assert opened.step("share", Decimal("0.125"), FRACTION, "")[0] == Decimal(share)


def test_a_clause_s_own_rounding_goes_before_the_contract_s() -> None:
    opened = sheet('rounding = "to the dollar, down, after each dollar step"')
    assert opened.step("dollars", Decimal("1.99"), MONEY, "")[0] == 1


def test_a_float_never_slips_into_an_exact_step() -> None:
    with pytest.raises(TypeError):
        sheet().step("mixed", np.array([0.5]), MONEY, "")


def test_a_gate_covers_every_row() -> None:
    opened = sheet()
    assert opened.gate("cap", bites=True, otherwise="below the cap").tolist() == [True]
    (gate,) = book_of(opened).gates
    assert (gate.id, gate.otherwise) == ("own.cap", "below the cap")


# Arithmetic that needs care


def test_dividing_by_zero_is_refused_and_a_mean_of_nothing_is_zero() -> None:
    opened = sheet()
    five, none = opened.spread(Decimal(5)), opened.zero()
    with pytest.raises(Refusal) as refused:
        opened.divide(five, none, "the number of members")
    assert str(refused.value).startswith(
        "the number of members: is zero, and something is divided by it\n"
        "      why: the clause own cannot be worked out with it"
    )
    assert opened.divide(five, opened.spread(Decimal(2)), "two")[0] == Decimal("2.5")
    assert opened.mean(five, none)[0] == 0
    assert opened.mean(five, opened.spread(Decimal(2)))[0] == Decimal("2.5")


def test_a_probe_divides_by_zero_without_refusing() -> None:
    probe = sheet(is_probe=True)
    assert probe.divide(probe.spread(Decimal(5)), probe.zero(), "nothing")[0] == 5


def test_a_refusal_concerns_any_row_and_no_probe() -> None:
    mask = np.array([False, True])
    with pytest.raises(Refusal, match=r"cost: is negative"):
        sheet().refuse_where(mask, "cost", "is negative", "check it")
    sheet().refuse_where(~mask & mask, "cost", "is negative", "check it")
    sheet(is_probe=True).refuse_where(mask, "cost", "is negative", "check it")


@pytest.mark.parametrize("kind", [EXACT, FLOAT], ids=["exact", "float"])
def test_choosing_works_row_by_row_and_keeps_the_kind(kind: NumberKind) -> None:
    opened = sheet(kind=kind)
    found = opened.choose(np.array([True]), 1, kind.column([Decimal("2.5")]))
    assert found[0] == 1
    assert found.dtype == (object if kind.is_exact else np.float64)
    assert isinstance(found[0], Decimal if kind.is_exact else float)


@settings(max_examples=25, deadline=None)
@generated(some.decimals(Decimal(-1000), Decimal(1000), places=4))
def test_a_sheet_rounds_as_its_kind_does(value: Decimal) -> None:
    cent = Decimal("0.01")
    opened = sheet()
    assert (
        opened.round(value, cent, "down")[0] == EXACT.round(EXACT.column([value]), cent, "down")[0]
    )


def test_member_months_are_a_count() -> None:
    assert count("member-month") == MEMBER_MONTHS

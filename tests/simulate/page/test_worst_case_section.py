"""The proved worst case is shown as what it is: a limit, or the lack of one."""

import re
from dataclasses import replace

import pytest

from fairterms.contract.clause import Figure
from fairterms.publish import structure
from fairterms.publish.blocks import Callout
from fairterms.simulate.page.worst_case_section import figure, worst_case_blocks
from fairterms.simulate.results.worst_case import Unlimited, WorstCase, worst_case
from fairterms.units.quantity import FRACTION, MONEY, Unit, count
from tests.payment.one_clause import contract
from tests.simulate.results.small_deals import CAPPED, COSTS, TWO_SIDED
from tests.simulate.small_outlook import records_of, table_of, words_of

TERMS = contract(CAPPED)
NO_END = {"cost": (800_000.0, float("inf"))}


@pytest.fixture(scope="module")
def capped() -> WorstCase:
    return worst_case(TERMS, NO_END)


def test_a_loss_is_what_the_deal_can_take(capped: WorstCase) -> None:
    blocks = worst_case_blocks(capped, 2027, TERMS)
    (callout,) = records_of(blocks, Callout)
    assert callout.title == "The deal can take $40,000 from what the group is paid anyway."
    assert callout.kind == "note"
    assert "In 2027, within the ranges" in words_of(blocks)
    structure.check(structure.with_anchors(blocks))


def test_the_worst_year_is_shown_figure_by_figure_with_units(capped: WorstCase) -> None:
    table = table_of(worst_case_blocks(capped, 2027, TERMS), "worst-case-year")
    assert [row.cells for row in table.rows] == [
        (name.replace("_", " "), f"{value:,.0f}") for name, value in capped.year.items()
    ]
    declared = replace(TERMS, figures=tuple(Figure(name, MONEY) for name in capped.year))
    table = table_of(worst_case_blocks(capped, 2027, declared), "worst-case-year")
    assert all(str(row.cells[1]).startswith("$") for row in table.rows)


@pytest.mark.parametrize(
    ("value", "unit", "shown"),
    [
        (2_375_000.4, MONEY, "$2,375,000"),
        (-200_000.0, MONEY, "−$200,000"),
        (9_000_000.0, None, "9,000,000"),
        (1.0, count("risk decision"), "1 risk decision"),
        (60_048.4, count("member-month"), "60,048 member-months"),
        (0.255, FRACTION, "25.5 %"),
        (-0.004, count("visit"), "0 visits"),
    ],
)
def test_a_figure_is_rounded_as_people_count_it(
    value: float, unit: Unit | None, shown: str
) -> None:
    assert figure(value, unit) == shown


def test_counts_of_a_measure_are_patients(capped: WorstCase) -> None:
    year = {"response.numerator": 190.2, "visits.90837": 12.0}
    blocks = worst_case_blocks(replace(capped, year=year), 2027, TERMS)
    rows = [row.cells for row in table_of(blocks, "worst-case-year").rows]
    assert rows == [("response, numerator", "190 patients"), ("visits, 90837", "12")]


def test_limits_are_named_by_their_clause_and_never_by_a_name_of_the_code(
    capped: WorstCase,
) -> None:
    text = words_of(worst_case_blocks(capped, 2027, TERMS))
    assert capped.limits
    titles = {one.id: one.title or one.id.capitalize() for one in TERMS.clauses}
    for one in capped.limits:
        assert f"{titles[one.clause]}: {one.term.replace('_', ' ')}, " in text
    assert not re.search(r"\w_\w|\w\.\w+_", text)


def test_a_clause_that_no_term_limits_is_named(capped: WorstCase) -> None:
    endless = replace(capped, unlimited=(Unlimited("late_interest", "late_amount"),))
    text = words_of(worst_case_blocks(endless, 2027, TERMS))
    assert "late interest: it follows late amount." in text


def test_a_deal_that_never_takes_says_what_it_adds_at_least(capped: WorstCase) -> None:
    (callout,) = records_of(worst_case_blocks(replace(capped, amount=250.0), 2027, TERMS), Callout)
    assert callout.title == "The deal can add as little as $250."


def test_a_loss_without_any_limit_is_a_warning() -> None:
    found = worst_case(contract(TWO_SIDED), NO_END)
    assert found.amount is None
    (callout,) = records_of(worst_case_blocks(found, 2027, contract(TWO_SIDED)), Callout)
    assert callout.kind == "warning"
    assert callout.title == "No limit on the loss could be proved."


def test_a_loss_that_only_the_figures_limit_is_a_warning_too() -> None:
    found = worst_case(contract(TWO_SIDED), COSTS)
    assert found.amount is not None
    (callout,) = records_of(worst_case_blocks(found, 2027, contract(TWO_SIDED)), Callout)
    assert callout.kind == "warning"
    assert callout.title.startswith("The deal can take $250,000 ")

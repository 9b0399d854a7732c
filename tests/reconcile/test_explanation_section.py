"""The page's words: what differs, what reproduces it, what cannot be told apart, what is left."""

from dataclasses import replace

from fairterms.contract.figure_set import FigureSet, read_toml
from fairterms.outcomes.small_cells.audience import Audience
from fairterms.publish.blocks import Block
from fairterms.publish.number_blocks import Table
from fairterms.publish.structure import everything
from fairterms.reconcile.bridge import build
from fairterms.reconcile.comparison import Comparison, compare
from fairterms.reconcile.explanation import explain
from fairterms.reconcile.explanation_section import explanation_blocks
from tests.payment.one_clause import contract
from tests.reconcile.hypotheses.planted import YEAR, compared, proposals, statement
from tests.settle.deals import CLAUSES, figures, savings

TERMS = savings()


def blocks(found: Comparison, audience: Audience = Audience.GROUP) -> tuple[Block, ...]:
    explanation = explain(found, most_together=1)
    return explanation_blocks(found, explanation, build(found, explanation), audience)


def words(found: Comparison) -> str:
    return "\n".join(str(one) for one in blocks(found))


def test_a_statement_that_agrees_says_so() -> None:
    said = words(compared(TERMS, figures()))
    assert "every line comes out as the statement prints it" in said
    assert "The agreed terms reproduce every line. No assumption is needed." in said


def test_the_first_difference_is_told_with_both_numbers() -> None:
    one = proposals("reduction", TERMS, figures())["sequestration left out"]
    said = words(compared(TERMS, figures(), one))
    assert (
        "the first line that differs is “sequestration”: the statement prints $49,440.00, and the "
        "terms give $48,451.20."
    ) in said
    assert "One assumption reproduces the plan's number\"" in said
    assert "If the reduction of 2 % is left out, in “sequestration” (Exhibit B, 4)." in said
    assert "The amount agrees." in said


def test_ties_are_told_as_ties() -> None:
    again = '[[clause]]\nid = "fee"\nmodel = "percentage_reduction"\nof = "sequestration"\n'
    terms = contract(CLAUSES + again + 'rate = "2 %"\napplies_to = "gains only"\n')
    one = proposals("reduction", terms, figures())["fee left out"]
    whole = statement(terms, figures(), one)
    said = words(compare(terms, replace(whole, lines=(*whole.lines[:3], whole.lines[-1])), YEAR))
    assert (
        "Two explanations give the same numbers, and the statement cannot tell them apart. It also "
        "comes out if the reduction of 2 % is left out, in “sequestration” (Exhibit B, 4)."
    ) in said


def test_an_assumption_that_leaves_a_rest_explains_a_part() -> None:
    one = proposals("reduction", TERMS, figures())["sequestration left out"]
    said = words(compared(TERMS, figures(), one, rest="137.55"))
    assert "One assumption explains a part of the difference" in said
    assert "+$137.55 of the amount stays unexplained." in said


def test_what_nothing_explains_is_told_with_what_to_do() -> None:
    said = words(compared(TERMS, figures(), rest="137.55"))
    assert "No assumption reproduces the plan's number" in said
    assert "+$137.55 stays unexplained. Ask the plan for its worksheet of this amount." in said


def test_without_figures_of_our_own_the_page_says_what_to_do() -> None:
    said = words(compare(TERMS, statement(TERMS, figures()), YEAR))
    assert "Give them to see how much of the difference comes from figures." in said


def test_borrowed_figures_are_named() -> None:
    whole = statement(TERMS, figures())
    few = replace(whole, lines=tuple(line for line in whole.lines if line.id != "cost"))
    said = words(compare(TERMS, few, YEAR, figures()))
    assert "does not print these figures; ours were used: cost." in said


VISITS = """
[[figure]]
id = "patients"
unit = "patients"

[[clause]]
id = "pay"
model = "formula"
steps = [{ name = "pay", value = "= patients * $100.00 per patient" }]
"""


def few_patients(number: int) -> FigureSet:
    return read_toml(f'[given]\npatients = "{number} patients"\n', "year.toml")


def line_by_line(audience: Audience) -> Table:
    terms = contract(VISITS)
    printed = statement(terms, few_patients(12))
    found = compare(terms, printed, YEAR, few_patients(9))
    page = everything(blocks(found, audience))
    return next(one for one in page if isinstance(one, Table) and one.anchor == "line-by-line")


def test_counts_of_few_people_stay_in_the_groups_own_room() -> None:
    assert line_by_line(Audience.GROUP).rows[0].cells[3:] == ("9 patients", "3 patients")
    assert line_by_line(Audience.OUTSIDE).rows[0].cells[3:] == ("1 to 10", "not shown")


def test_a_count_that_fell_keeps_the_hyphen_of_its_unit() -> None:
    ours = figures(member_months="120,900 member-months")
    found = compare(TERMS, statement(TERMS, figures()), YEAR, ours)
    assert "−900 member-months" in words(found)


def test_every_anchor_of_the_section_is_its_own() -> None:
    one = proposals("reduction", TERMS, figures())["sequestration left out"]
    page = everything(blocks(compared(TERMS, figures(), one, rest="9.00")))
    anchors = [anchor for each in page if (anchor := getattr(each, "anchor", ""))]
    assert len(anchors) == len(set(anchors)) == 6

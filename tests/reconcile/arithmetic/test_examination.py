"""All checks together: a sound statement is left in peace, and what is found can be looked up."""

from fairterms.reconcile.arithmetic.examination import CHECKS, examine
from fairterms.reconcile.statement.statement import Statement, StatementLine
from fairterms.reconcile.statement.submission import Submission
from fairterms.units.quantity import parse
from tests.reconcile.made_report import sent


def test_a_sound_statement_has_no_discrepancy() -> None:
    examination = examine(sent())
    assert examination.discrepancies == ()
    assert len(examination.agreements) == len(examination.outcomes) > 150


def test_every_check_names_itself_as_its_module_does() -> None:
    assert [check.name for check in CHECKS.values()] == list(CHECKS)
    assert len({check.title for check in CHECKS.values()}) == len(CHECKS)


def test_comparisons_and_discrepancies_are_counted_check_by_check() -> None:
    examination = examine(sent({("med-rx-cost", ("ppo", "Region 2")): 39000}))
    counts = {name: (compared, differing) for name, compared, differing in examination.compared}
    assert counts["sums"] == (21, 1)
    assert counts["stars"] == (2, 0)


def test_what_was_found_about_a_line_can_be_looked_up() -> None:
    examination = examine(sent({("avg-risk-score", ()): 0.5}))
    assert [one.check for one in examination.about("avg-risk-score")] == ["weighted_averages"]
    assert examination.about("revenue") == ()


def test_a_discrepancy_carries_the_fewest_people_its_lines_are_about() -> None:
    # 24 member-months of a year are at least two people.
    numbers = {("member-months", ("ppo", "Region 2")): 24, ("ccf", ("ppo", "Region 2")): 900}
    found = examine(sent(numbers), [CHECKS["sums"]]).about("ccf/ppo")
    assert [one.people for one in found] == [2]


def test_a_statement_of_another_form_is_examined_by_its_lines_alone() -> None:
    def line(name: str, value: str, *scope: str) -> StatementLine:
        return StatementLine(name, "Cost", parse(value), "med-cost", "", scope)

    lines = (line("a", "$100.00"), line("b", "$60.00", "north"), line("c", "$50.00", "south"))
    found = examine(Submission(Statement("plan.csv", lines))).discrepancies
    assert [one.check for one in found] == ["sums"]


def test_an_empty_statement_is_not_compared() -> None:
    assert examine(Submission(Statement("plan.csv", ()))).outcomes == ()

"""A problem is marked as a mistake, or as a number the contract does not give."""

from fairterms.settle.workbench.marked_problem import MarkedProblem, mark
from fairterms.units.problem import Problem


def test_every_part_of_a_problem_is_kept() -> None:
    marked = mark(Problem("terms.toml", 7, "what", "bad-of", "why", "fix", "the line"))
    assert marked == MarkedProblem(7, "what", "why", "fix", "bad-of", "mistake")


def test_a_number_the_contract_does_not_give_is_no_mistake() -> None:
    assert mark(Problem("terms.toml", 7, "a", "not-stated", "b", "c")).severity == "unstated"

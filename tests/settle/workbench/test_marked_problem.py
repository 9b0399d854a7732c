"""A problem is marked as a mistake, or as a number the contract does not give."""

from fairterms.settle.workbench.marked_problem import MOST, MarkedProblem, mark, mark_all
from fairterms.units.problem import Problem


def test_every_part_of_a_problem_is_kept() -> None:
    marked = mark(Problem("terms.toml", 7, "what", "bad-of", "why", "fix", "the line"))
    assert marked == MarkedProblem(7, "what", "why", "fix", "bad-of", "mistake")


def test_a_number_the_contract_does_not_give_is_no_mistake() -> None:
    assert mark(Problem("terms.toml", 7, "a", "not-stated", "b", "c")).severity == "unstated"


def test_only_so_many_problems_are_told_and_how_many_more_there_are() -> None:
    problems = [Problem("terms.toml", line, "a", "x", "b", "c") for line in range(1, MOST + 3)]
    assert len(mark_all(problems[:MOST])) == MOST
    *told, last = mark_all(problems)
    assert [one.line for one in told] == list(range(1, MOST + 1))
    assert (last.line, last.what) == (0, "2 more problems are not listed")

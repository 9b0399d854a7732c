"""Without the budget measures earn nothing; without a rule every measure counts by itself."""

from decimal import Decimal

from fairterms.contract.clause import Clause
from fairterms.contract.value import Row
from fairterms.simulate.clause_price.neutral_term import (
    NeutralTerm,
    NeutralTerms,
    amount_like,
    both,
    change_cell,
    change_rows,
    set_to,
    without_cells,
)

_LEAST = set_to("budget_minimum", "$0.00", "the least the budget can be", "no minimum")
_BUDGET = set_to("budget", "$0.00", "the budget")


def _rows_with(clause: Clause, cell: str) -> list[Row]:
    value = clause.terms["measures"].value if "measures" in clause.terms else ()
    rows = value if isinstance(value, tuple) else (value,)
    return [row for row in rows if isinstance(row, Row) and cell in row.cells]


def _score_few(clause: Clause) -> Clause:
    """Score every measure that has a single patient."""
    one = change_cell("minimum_denominator", lambda value: amount_like(value, Decimal(1)))
    return change_rows(clause, "measures", one)


def _pass_all(clause: Clause) -> Clause:
    """Let no measure cost the others anything."""
    return change_rows(clause, "measures", without_cells("must_pass"))


def _share_earned(clause: Clause) -> dict[str, str]:
    """Name the step that says what is earned when no measure must be passed."""
    return {"share_after_must_pass": "earned_share" if "ladder" in clause.terms else "points"}


def _no_challenge(clause: Clause) -> Clause:
    return change_rows(clause, "measures", without_cells("challenge")).without("challenge_pool")


NEUTRAL = NeutralTerms(
    "pay_for_performance",
    (
        NeutralTerm("budget", _BUDGET.name, "nothing is paid", both(_BUDGET, _LEAST)),
        _LEAST,
        NeutralTerm(
            "if_too_few",
            "the minimum number of patients",
            "a measure counts from its first patient on",
            _score_few,
            lambda clause: bool(_rows_with(clause, "minimum_denominator")),
        ),
        NeutralTerm(
            "if_must_pass_fails",
            "the must-pass rule",
            "a failed measure costs only its own weight",
            _pass_all,
            lambda clause: bool(_rows_with(clause, "must_pass")),
            _share_earned,
        ),
        NeutralTerm(
            "challenge_pool", "the challenge pool", "unearned money stays unearned", _no_challenge
        ),
    ),
    {
        "measures": "they are what the budget is earned by; strike the budget",
        "improvement": "it says how another term is read",
        "ladder": "it is how the budget is earned; strike the budget",
    },
)

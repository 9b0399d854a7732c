"""A statement as a record."""

from decimal import Decimal

import pytest

from fairterms.reconcile.statement.statement import Statement, StatementLine
from fairterms.units.quantity import MONEY, Quantity


def line(name: str, ours: str = "", code: str = "", scope: tuple[str, ...] = ()) -> StatementLine:
    return StatementLine(name, name, Quantity(Decimal(1), MONEY), code, scope=scope, ours=ours)


def test_a_line_is_found_by_its_id() -> None:
    one = line("a")
    assert Statement("f", (one,)).line("a") is one
    with pytest.raises(KeyError):
        Statement("f", (one,)).line("b")


def test_the_line_that_shows_a_figure_is_of_the_whole_and_the_only_one() -> None:
    whole, part = line("a", "cost"), line("b", "cost", scope=("HMO",))
    assert Statement("f", (part, whole)).showing("cost") is whole
    assert Statement("f", (part,)).showing("cost") is None
    assert Statement("f", (whole, line("c", "cost"))).showing("cost") is None


def test_parts_are_the_lines_one_step_deeper_of_the_same_code() -> None:
    whole = line("a", code="x")
    hmo, ppo = (line(name, code="x", scope=(name,)) for name in ("HMO", "PPO"))
    deeper = line("d", code="x", scope=("HMO", "North"))
    other = line("e", code="y", scope=("HMO",))
    found = Statement("f", (whole, hmo, ppo, deeper, other))
    assert found.parts(whole) == (hmo, ppo)
    assert found.parts(hmo) == (deeper,)
    assert Statement("f", (line("a"), line("b", scope=("HMO",)))).parts(line("a")) == ()

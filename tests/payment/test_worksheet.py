"""A worksheet: steps and gates, found by name."""

from decimal import Decimal

import numpy as np
import pytest

from fairterms.payment.worksheet import Gate, Step, Worksheet
from fairterms.units.number import EXACT
from fairterms.units.quantity import MONEY, count


def step(clause: str, name: str, amount: str) -> Step:
    return Step(clause, name, EXACT.column([Decimal(amount)]), MONEY, "in words")


def gate(clause: str, name: str) -> Gate:
    return Gate(clause, name, np.array([True]), "it did not apply")


SHEET = Worksheet(
    (
        step("one", "share", "1"),
        step("one", "earned", "2"),
        step("two", "share", "3"),
        step("two", "rounded", "4"),
        step("three", "only", "6"),
        step("", "payable", "5"),
    ),
    (gate("one", "cap"), gate("one", "minimum"), gate("two", "cap"), gate("three", "floor")),
)


@pytest.mark.parametrize(
    ("name", "amount"),
    [
        ("one.share", 1),
        ("two.share", 3),
        ("earned", 2),
        ("one", 2),
        ("two", 4),
        ("three", 6),
        ("payable", 5),
    ],
)
def test_a_step_is_found_by_its_whole_name_its_bare_name_or_its_clause(
    name: str, amount: int
) -> None:
    assert SHEET.step(name).values[0] == amount


@pytest.mark.parametrize("name", ["share", "nobody", "one.rounded"])
def test_a_name_that_means_nothing_or_two_steps_is_a_key_error(name: str) -> None:
    with pytest.raises(KeyError):
        SHEET.step(name)


def test_the_result_of_a_clause_is_its_last_step() -> None:
    assert SHEET.result("one").name == "earned"
    assert SHEET.result("two").name == "rounded"
    with pytest.raises(KeyError):
        SHEET.result("four")


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("one.cap", "one.cap"),
        ("two.cap", "two.cap"),
        ("minimum", "one.minimum"),
        ("three", "three.floor"),
        ("two", "two.cap"),
    ],
)
def test_a_gate_is_found_by_its_whole_name_its_bare_name_or_its_clause(
    name: str, found: str
) -> None:
    assert SHEET.gate(name).id == found


@pytest.mark.parametrize("name", ["cap", "one", "nobody"])
def test_a_name_that_means_no_gate_or_two_is_a_key_error(name: str) -> None:
    with pytest.raises(KeyError):
        SHEET.gate(name)


def test_the_payable_amount_is_the_last_step() -> None:
    assert SHEET.payable.id == "payable"
    assert SHEET.amounts() == [Decimal(5)]


def test_amounts_are_dollars_or_our_own_mistake() -> None:
    visits = Step("", "payable", EXACT.column([Decimal(5)]), count("visit"), "")
    with pytest.raises(AssertionError):
        Worksheet((visits,), ()).amounts()

"""When money comes is read from what the contract says; what it does not say is listed."""

import tomllib
from decimal import Decimal

import pytest

from fairterms.simulate.results.cash_declaration import CashDeclaration, Part, Undated, read_cash
from fairterms.units.notes import Notes
from tests.payment.one_clause import contract
from tests.simulate.results.small_deals import CAPPED, WITHHOLD

TERMS = WITHHOLD + CAPPED


def read(text: str, terms: str = TERMS) -> tuple[CashDeclaration, list[str]]:
    """Return what is read and the problems told."""
    section = tomllib.loads(text, parse_float=Decimal).get("cash", {})
    notes = Notes("forecast.toml", (), {})
    found = read_cash(section, notes, contract(terms))
    return found, [problem.what for problem in notes.problems()]


def test_a_clause_is_paid_in_months_and_shares() -> None:
    text = """
[cash.withhold]
paid = [{ months = [1, 12], share = "95 %" }, { month = 17, share = "5 %" }]
section = "B-2"
[cash.result]
paid = [{ month = 22, share = "100 %" }]
"""
    found, problems = read(text)
    assert problems == []
    assert found.undated == ()
    withhold, result = found.schedules
    assert withhold.parts == (Part(1, 12, 0.95), Part(17, 17, 0.05))
    assert (withhold.section, result.section) == ("B-2", "")
    assert found.steps == ()


def test_steps_may_be_paid_apart_and_are_kept() -> None:
    text = """
[cash."withhold.paid_at_once"]
paid = [{ months = [2, 13], share = "100 %" }]
[cash."withhold.returned"]
not_stated = "no day is named"
"""
    found, problems = read(text)
    assert problems == []
    assert found.steps == ("withhold.paid_at_once", "withhold.returned")
    assert [one.name for one in found.of_clause("withhold")] == ["withhold.paid_at_once"]
    assert found.undated == (Undated("withhold.returned", "no day is named"), Undated("result"))
    assert str(found.undated[0]) == (
        "The contract does not say when withhold.returned is paid (no day is named)."
    )


def test_silence_is_never_filled_in() -> None:
    found, problems = read("")
    assert problems == []
    assert found.schedules == ()
    assert [str(one) for one in found.undated] == [
        "The contract does not say when withhold is paid.",
        "The contract does not say when result is paid.",
    ]


@pytest.mark.parametrize(
    ("paid", "what"),
    [
        ('[{ month = 0, share = "100 %" }]', "a part of result cannot be read"),
        ('[{ month = 37, share = "100 %" }]', "a part of result cannot be read"),
        ('[{ months = [5, 3], share = "100 %" }]', "a part of result cannot be read"),
        ('[{ month = 5, months = [1, 3], share = "100 %" }]', "a part of result cannot be read"),
        ('[{ month = 5, share = "$100.00" }]', "a part of result cannot be read"),
        ("[{ month = 5, share = 1 }]", "a part of result cannot be read"),
        ("[{ month = 5 }]", "a part of result cannot be read"),
        ('["May"]', "a part of result cannot be read"),
        ('[{ month = 5, share = "60 %" }]', "the parts of result add to 60.0 %"),
        ("[]", "result has no months"),
        ('"in May"', "result has no months"),
    ],
)
def test_what_cannot_be_read_is_a_problem_and_no_guess(paid: str, what: str) -> None:
    found, problems = read(f"[cash.result]\npaid = {paid}\n")
    assert problems == [what]
    assert found.schedules == ()
    assert Undated("result") in found.undated


def test_names_nothing_reads_are_problems() -> None:
    found, problems = read('[cash.resutl]\npaid = [{ month = 5, share = "100 %" }]\n')
    assert problems == ['there is no clause called "resutl"']
    text = '[cash.result]\npaid = [{ month = 5, share = "100 %" }]\nday = 3\n'
    assert read(text)[1] == ['there is no cash key called "day"']
    assert found.schedules == ()


def test_a_step_of_an_earlier_year_may_be_named_in_every_year() -> None:
    terms = """
[[clause]]
id = "advance"
model = "formula"
steps = [
  { value = [{ name = "july", value = "$5.00" }, { name = "all", value = "= july" }], from = 2027-01-01 },
  { value = [{ name = "none", value = "$0.00" }], from = 2027-07-01 },
]
"""  # noqa: E501
    found, problems = read(
        '[cash."advance.july"]\npaid = [{ month = 7, share = "100 %" }]\n', terms
    )
    assert problems == []
    assert found.steps == ("advance.july",)


def test_a_clause_is_not_told_whole_and_in_steps() -> None:
    every = 'paid = [{ month = 5, share = "100 %" }]\n'
    problems = read(f'[cash.withhold]\n{every}[cash."withhold.returned"]\n{every}')[1]
    assert problems == ["withhold is told twice: whole, and by its step withhold.returned"]

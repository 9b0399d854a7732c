"""[[neutral]] in forecast.toml: what it may say, and what is said back when it is wrong."""

import pytest

from fairterms.contract.clause import Clause
from fairterms.contract.value import read
from fairterms.simulate.clause_price.declared_neutral import DeclaredNeutral, read_neutrals
from fairterms.units.notes import Notes
from fairterms.units.positions import parse
from tests.payment.one_clause import contract

TERMS = contract(
    """
[[clause]]
id = "savings"
model = "shared_savings"
benchmark = "$1,000,000.00"
minimum_savings_rate = "2 %"
sharing_rate = "50 %"
minimum_loss_rate = "3 %"
loss_rate = "50 %"

[[clause]]
id = "charge"
model = "formula"
steps = [{ name = "base", value = "$100.00" }, { name = "charge", value = "= base * 2" }]
"""
)


def reading(text: str) -> tuple[tuple[DeclaredNeutral, ...], list[str]]:
    document, positions = parse(text)
    notes = Notes("forecast.toml", tuple(text.splitlines()), positions)
    found = read_neutrals(document.get("neutral"), notes)
    return found, [f"{one.line}: {one.what} [{one.code}]" for one in notes.problems()]


def struck(entry: str, clause: str) -> Clause:
    (one,), problems = reading(f"[[neutral]]\n{entry}")
    assert problems == []
    return one.strike().strike(TERMS.clause(clause))


def test_nothing_declared_is_nothing() -> None:
    assert reading("") == ((), [])


def test_several_terms_are_struck_together() -> None:
    found = struck(
        'clause = "savings"\nterm = ["minimum_savings_rate", "minimum_loss_rate"]\nvalue = "0 %"',
        "savings",
    )
    names = ("minimum_savings_rate", "minimum_loss_rate")
    assert [found.terms[name].value for name in names] == [read("0 %")] * 2


def test_a_term_may_be_left_out() -> None:
    found = struck('clause = "savings"\nterm = "loss_rate"\nvalue = "left out"', "savings")
    assert "loss_rate" not in found.terms


def test_a_step_of_a_formula_is_given_another_value() -> None:
    found = struck('clause = "charge"\nterm = "base"\nvalue = "$0.00"', "charge")
    steps = found.terms["steps"].value
    assert isinstance(steps, tuple)
    assert [str(step) for step in steps] == [
        "name base, value $0.00",
        "name charge, value = base * 2",
    ]


def test_words_say_what_is_struck() -> None:
    (one,), _ = reading(
        '[[neutral]]\nclause = "charge"\nterm = "base"\nvalue = "$0.00"\n'
        'words = "without the charge"'
    )
    assert one.strike().words == "without the charge"
    (plain,), _ = reading('[[neutral]]\nclause = "a"\nterm = "paid_cap"\nvalue = "$0.00"')
    assert plain.strike().words == "without paid cap"


def test_a_term_may_have_no_price() -> None:
    (one,), problems = reading(
        '[[neutral]]\nclause = "charge"\nterm = "base"\nnot_priced = "the law sets it"'
    )
    assert (one.why_not, problems) == ("the law sets it", [])


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ('neutral = "0 %"', "1: neutral is not a list of entries [bad-neutral]"),
        (
            '[[neutral]]\nterm = "rate"\nvalue = "0 %"',
            "1: a neutral value names no clause and term [missing]",
        ),
        (
            '[[neutral]]\nclause = "tax"\nvalue = "0 %"',
            "1: a neutral value names no clause and term [missing]",
        ),
        (
            '[[neutral]]\nclause = "tax"\nterm = "rate"',
            "1: tax.rate has no neutral value [missing]",
        ),
        (
            '[[neutral]]\nclause = "tax"\nterm = "rate"\nvalue = "0 %"\nnot_priced = "x"',
            "1: tax.rate has no neutral value [missing]",
        ),
        (
            '[[neutral]]\nclause = "tax"\nterm = "rate"\nvalue = 0',
            "4: the number 0 has no unit [not-a-quantity]",
        ),
        (
            '[[neutral]]\nclause = "tax"\nterm = "rate"\nvalue = "0 %"\nword = "x"',
            '5: there is no key of a neutral value called "word" [unknown-key-of-a-neutral-value]',
        ),
    ],
)
def test_what_is_wrong_is_told(text: str, problem: str) -> None:
    _, problems = reading(text)
    assert problems == [problem]

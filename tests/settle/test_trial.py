"""A trial says which step differs first, by how much, and from which clause."""

from fairterms.contract.canonical import terms_hash
from fairterms.settle.script import read_text
from fairterms.settle.trial import Trial, try_script
from tests.settle.deals import savings

GIVEN = """
title = "At the minimum"
[given]
member_months = "120,000 member-months"
cost = "$4,845,120.00"
"""


def trial(rest: str, given: str = GIVEN) -> Trial:
    return try_script(savings(), read_text(given + rest, "x.toml"))


def test_a_right_script_passes() -> None:
    assert trial('[expect]\nsavings = "$98,880.00"\npayable = "$48,451.20"\n').passed


def test_there_is_no_tolerance() -> None:
    found = trial('[expect]\npayable = "$48,451.21"\n')
    assert not found.passed
    assert found.differences[0].by == "$0.01"


def test_the_first_difference_in_the_arithmetic_comes_first_with_its_clause() -> None:
    wrong = '[expect]\npayable = "$1.00"\nsavings.share = "$2.00"\n'
    first = trial(wrong).differences[0]
    assert first.subject == "savings.share"
    assert first.source == "savings, 01-agreement.pdf, Exhibit B, 2(c)"
    assert first.by == "$49,438.00"


def test_a_step_nobody_writes_is_a_difference() -> None:
    assert trial('[expect]\nsavings.bonus = "$1.00"\n').differences[0].got == "no one step"


def test_a_cap_that_must_not_bite_and_its_reason_are_compared() -> None:
    right = '[not_applied]\nsavings_cap = "The share of savings does not exceed the cap."\n'
    wrong = '[not_applied]\nsavings_cap = "quality was too low"\n'
    assert trial(right).passed
    assert "does not exceed the cap" in trial(wrong).differences[0].got
    bites = GIVEN.replace("$4,845,120.00", "$3,000,000.00")
    assert trial(right, bites).differences[0].got == "bites"


def test_a_refusal_can_be_expected() -> None:
    without = GIVEN.replace('cost = "$4,845,120.00"\n', "")
    assert trial('[refuse]\ncost = "missing"\n', without).passed
    assert not trial('[refuse]\ncost = "missing"\n').passed
    assert trial('[expect]\npayable = "$1.00"\n', without).differences[0].expected == "an amount"
    assert not trial('[refuse]\ncost = "negative"\n', without).passed


def test_a_script_may_run_some_clauses_only() -> None:
    only = 'clauses = ["savings"]\n' + GIVEN + '[expect]\npayable = "$49,440.00"\n'
    assert trial("", only).passed
    unknown = 'clauses = ["saving"]\n' + GIVEN + '[expect]\npayable = "$49,440.00"\n'
    assert trial("", unknown).differences[0].got == "no clause of that name"


def test_changed_terms_are_noticed() -> None:
    same = f'agreed = {{ terms = "{terms_hash(savings())}" }}\n'
    other = 'agreed = { terms = "sha256:0" }\n'
    expect = '[expect]\npayable = "$48,451.20"\n'
    assert not trial(expect, same + GIVEN).terms_changed
    assert trial(expect, other + GIVEN).terms_changed


def test_a_script_with_problems_never_passes() -> None:
    assert not trial("").passed

"""What differs between two versions is said term by term, in plain words."""

from dataclasses import replace

import pytest

from fairterms.contract.clause import Contract
from fairterms.contract.reader import read_text
from fairterms.decide.trial_run.changed_terms import changed_terms
from tests.decide.trial_run.made_up import TEXT
from tests.simulate.small_outlook import small_contract


def version(*changes: tuple[str, str]) -> Contract:
    text = TEXT
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    found = read_text(text).contract
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        (
            'budget = "$2.00 PMPM"',
            'budget = "$2.25 PMPM"',
            "Performance payment: budget: $2.25 PMPM instead of $2.00 PMPM.",
        ),
        (
            'at = "45 %"',
            'at = "48 %"',
            "Performance payment: measures, response, tiers, no. 1, at: 48 % instead of 45 %.",
        ),
        (
            "must_pass = true",
            "must_pass = false",
            "Performance payment: measures, response, must pass: no instead of yes.",
        ),
        (
            'of = "performance"',
            'of = "withhold"',
            "Annual limit: whose result it takes: withhold instead of performance.",
        ),
        (
            'quality_score = "performance.share_after_must_pass"',
            'quality_score = "performance.points"',
            (
                "Withheld amount: what it reads: quality score from performance, points instead "
                "of quality score from performance, share after must pass."
            ),
        ),
        (
            "ends = 2028-12-31",
            "ends = 2029-12-31",
            "Last day: 2029-12-31 instead of 2028-12-31.",
        ),
        (
            "half up",
            "half even",
            (
                "Rounding: to the cent, half even, once at the end instead of to the cent, half "
                "up, once at the end."
            ),
        ),
        (
            'paid_cap = "$6,000.00"\n',
            "",
            "Annual limit: paid cap: $6,000.00 is left out.",
        ),
        (
            'id = "annual_limit"\ntitle = "Annual limit"',
            'id = "other"\ntitle = "Other limit"',
            "Other limit: a new clause.",
        ),
    ],
)
def test_each_change_is_said(old: str, new: str, words: str) -> None:
    found = [one.words for one in changed_terms(version(), version((old, new)))]
    assert found[0] == words


def test_a_clause_that_is_gone_is_said() -> None:
    found = changed_terms(version(('id = "annual_limit"', 'id = "cap"')), small_contract())
    assert {one.words for one in found} == {
        "Annual limit: a new clause.",
        "Annual limit: the clause is left out.",
    }


def test_another_order_is_another_contract() -> None:
    first = small_contract()
    turned = replace(first, clauses=tuple(reversed(first.clauses)))
    (found,) = changed_terms(first, turned)
    assert found.title == "Order of the clauses"


def test_the_same_terms_do_not_differ_whatever_their_lines() -> None:
    moved = version(("[[measure]]", "# a remark\n\n[[measure]]"))
    assert changed_terms(version(), moved) == ()

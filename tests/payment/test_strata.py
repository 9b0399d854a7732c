"""Rates by stratum: one rate or several, the figures each reads, and rows like one another."""

import pytest

from fairterms.contract.clause import Clause
from fairterms.payment.arithmetic import evaluate
from fairterms.payment.book import Book
from fairterms.payment.sheet import Sheet
from fairterms.payment.strata import check, rate_terms, strata
from fairterms.units.number import EXACT
from fairterms.units.quantity import PMPM
from fairterms.units.rounding import Rounding
from tests.payment.one_clause import contract

HEAD = '[[clause]]\nid = "c"\nmodel = "capitation"\n'
FLAT = 'rate = "$5.00 PMPM"\n'


def rates(*names: str) -> str:
    rows = ", ".join(
        f'{{ stratum = "{name}", rate = "${at}.00 PMPM" }}' for at, name in enumerate(names)
    )
    return f"rates = [{rows}]\n"


def clause(terms: str) -> Clause:
    return contract(HEAD + terms).clause("c")


def sheet(terms: str) -> Sheet:
    rounding = Rounding("cent", "half up", "once at the end")
    return Sheet(clause(terms), Book(EXACT, 1, rounding, {}, evaluate), {})


def test_one_rate_is_one_stratum_that_reads_the_plain_figures() -> None:
    (everybody,) = strata(sheet(FLAT), "stratum")
    assert everybody.name == ""
    assert everybody.of("member_months") == "member_months"
    assert everybody.words == ""
    assert everybody.cells.number("rate") == 5


def test_each_row_is_a_stratum_with_figures_of_its_own() -> None:
    children, adults = strata(sheet(rates("children", "young_adults")), "stratum")
    assert children.of("member_months") == "member_months.children"
    assert adults.words == ", young adults"
    assert [one.cells.number("rate") for one in (children, adults)] == [0, 1]


def test_one_row_alone_need_not_be_a_list() -> None:
    (only,) = strata(sheet('rates = { stratum = "all", rate = "$5.00 PMPM" }\n'), "stratum")
    assert only.of("members") == "members.all"


@pytest.mark.parametrize(
    ("terms", "whats"),
    [
        (FLAT, []),
        (rates("a", "b"), []),
        ("", ["the clause gives no rate"]),
        (FLAT + rates("a"), ["the clause gives both rate and rates"]),
        (rates("a", "b", "a"), ['"a" has 2 rates']),
        (rates("young adults"), ['"young adults" cannot name a stratum']),
        (rates("ages-18"), ['"ages-18" cannot name a stratum']),
        ('rates = [{ rate = "$1.00 PMPM" }]\n', ['"" cannot name a stratum']),
    ],
)
def test_rates_that_cannot_be_told_apart_are_objected_to(terms: str, whats: list[str]) -> None:
    assert [objection.what for objection in check(clause(terms), "stratum")] == whats


@pytest.mark.parametrize(
    ("terms", "term", "code"),
    [
        ("", "", "missing-number"),
        (FLAT + rates("a"), "rates", "two-rates"),
        (rates("a", "a"), "rates", "repeated-row"),
        (rates("a b"), "rates", "bad-name"),
    ],
)
def test_an_objection_points_to_its_term(terms: str, term: str, code: str) -> None:
    found = [(one.term, one.code) for one in check(clause(terms), "stratum")]
    assert found == [(term, code)]


def test_a_model_declares_one_rate_and_rows_of_rates() -> None:
    one, many = rate_terms("population", "what a month is paid", (PMPM,))
    assert (one.name, one.is_required, one.meaning) == (
        "rate",
        False,
        "what a month is paid, the same for everybody",
    )
    assert [(cell.name, cell.is_required, cell.is_names) for cell in many.columns] == [
        ("population", True, True),
        ("rate", True, False),
    ]

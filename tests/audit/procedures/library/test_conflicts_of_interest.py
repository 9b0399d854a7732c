"""Everybody makes a return each year, and nobody takes part where they are tied."""

from dataclasses import replace
from datetime import date

import pytest

from fairterms.audit.procedures.conflict import Conflict, ConflictRegister
from fairterms.audit.procedures.evidence import Evidence
from fairterms.audit.procedures.observed import Holds, Observed
from tests.audit.procedures.made_up import ON, held, of, ran

NIL = Conflict("lead", "nil", "", "", "", None, None, date(2028, 9, 4))
TIE = Conflict(
    *("lead", "family", "a brother works there", "plan", "not in money"),
    since=date(2025, 1, 1),
    until=None,
    declared=date(2028, 9, 4),
    mitigation="leaves the room",
    matters=("claims",),
    recused_from=("claims",),
)
WORK = replace(TIE, kind="own work", until=date(2027, 6, 30), matters=(), recused_from=())
BEGAN = date(2028, 9, 11)


def found(*conflicts: Conflict, began: date = BEGAN) -> tuple[Observed, ...]:
    register = ConflictRegister(("lead",), began, conflicts)
    return ran("conflicts_of_interest", Evidence(on=ON, conflicts=register))


def test_a_nil_return_is_a_return() -> None:
    assert held(found(NIL)) == [Holds.YES]


@pytest.mark.parametrize(
    ("day", "holds"),
    [
        (date(2027, 10, 20), Holds.YES),
        (date(2027, 10, 19), Holds.NO),
        (date(2028, 10, 21), Holds.NO),
    ],
)
def test_a_return_counts_for_twelve_months_and_not_before_it_is_made(
    day: date, holds: Holds
) -> None:
    assert held(found(replace(NIL, declared=day))) == [holds]


def test_nobody_forgets_to_make_one() -> None:
    assert found()[0].seen == "There is no return."
    assert held(found()) == [Holds.NO]


def test_an_interest_with_something_done_about_it_holds() -> None:
    assert held(found(TIE)) == [Holds.YES] * 3


def test_an_interest_nothing_was_done_about_is_found() -> None:
    bare = replace(TIE, mitigation="")
    assert of(found(bare), "Something was done").holds is Holds.NO


def test_taking_part_where_one_is_tied_is_found() -> None:
    part = replace(TIE, matters=("claims", "list"))
    one = of(found(part), "stayed out")
    assert (one.holds, one.seen) == (Holds.NO, "They took part in: list.")


def test_an_interest_that_ended_before_the_engagement_asks_for_nothing() -> None:
    assert held(found(replace(TIE, until=date(2028, 9, 10), matters=("list",)))) == [Holds.YES]
    assert len(found(replace(TIE, until=BEGAN))) == 3


def test_a_fee_that_hangs_on_the_result_never_holds() -> None:
    fee = replace(TIE, kind="fees on results")
    assert of(found(fee), "whatever is found").holds is Holds.NO


@pytest.mark.parametrize(
    ("began", "matters", "recused", "holds"),
    [
        (date(2028, 6, 30), (), (), Holds.YES),
        (date(2028, 6, 29), (), (), Holds.NO),
        (date(2028, 6, 29), ("books",), ("books",), Holds.YES),
        (date(2028, 6, 29), ("books",), (), Holds.NO),
    ],
)
def test_nobody_audits_their_own_work_of_the_last_twelve_months(
    began: date, matters: tuple[str, ...], recused: tuple[str, ...], holds: Holds
) -> None:
    work = replace(WORK, matters=matters, recused_from=recused)
    assert of(found(work, began=began), "work of their own").holds is holds

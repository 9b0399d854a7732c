"""A measure needs cases, scores and raters who agree; few people are never shown."""

from dataclasses import replace
from decimal import Decimal

import pytest

from fairterms.audit.procedures.evidence import Evidence
from fairterms.audit.procedures.measure_check import MeasureCheck
from fairterms.audit.procedures.observed import Holds, Observed
from fairterms.audit.procedures.rater_agreement import RaterTable
from tests.audit.procedures.made_up import held, ran

GOOD = MeasureCheck(
    *("response", "C-2.2", 1918, 30, 1000, 200, Decimal("0.2")),
    RaterTable(52, 0, 14, 54),
    Decimal("0.6"),
)


def found(check: MeasureCheck) -> tuple[Observed, ...]:
    return ran("measure_validity", Evidence(measures=(check,)))


def test_a_sound_one_holds() -> None:
    assert held(found(GOOD)) == [Holds.YES] * 3
    assert [one.figure for one in found(GOOD)] == ["1,918 cases", "20.0 %", "0.77 factor"]


def test_thirty_cases_are_enough_and_twenty_nine_are_not() -> None:
    assert found(replace(GOOD, cases=30))[0].holds is Holds.YES
    assert found(replace(GOOD, cases=29))[0].holds is Holds.NO


def test_one_score_more_missing_is_too_many() -> None:
    assert found(replace(GOOD, missing_scores=201))[1].holds is Holds.NO
    none_due = replace(GOOD, expected_scores=0, missing_scores=0)
    assert found(none_due)[1].holds is Holds.NOT_TESTED


@pytest.mark.parametrize(
    ("raters", "holds"),
    [
        (RaterTable(40, 15, 15, 30), Holds.NO),
        (RaterTable(40, 0, 0, 0), Holds.NOT_TESTED),
        (None, Holds.NOT_TESTED),
    ],
)
def test_raters_who_do_not_agree_or_are_not_there(raters: RaterTable | None, holds: Holds) -> None:
    assert found(replace(GOOD, raters=raters))[2].holds is holds


def test_kappa_exactly_at_the_least_is_enough() -> None:
    at = replace(GOOD, raters=RaterTable(20, 5, 10, 15), least_agreement=Decimal("0.4"))
    assert found(at)[2].holds is Holds.YES
    assert found(replace(at, least_agreement=Decimal("0.4000001")))[2].holds is Holds.NO


def test_few_people_are_never_shown() -> None:
    few = replace(
        GOOD, cases=7, expected_scores=40, missing_scores=3, raters=RaterTable(30, 2, 3, 25)
    )
    seen = found(few)
    assert held(seen) == [Holds.NO, Holds.YES, Holds.YES]
    assert [one.figure for one in seen] == ["1 to 10 cases", "", ""]
    said = " ".join(one.expected + one.seen for one in seen)
    assert not any(number in said for number in ("7", "3.", " 3 ", "0.8"))

"""Six topics are looked at, and each gap is a risk or is borne by somebody for a time."""

from dataclasses import replace
from datetime import date

import pytest

from fairterms.audit.procedures.diligence import TOPICS, Diligence, Waiver
from fairterms.audit.procedures.evidence import Evidence
from fairterms.audit.procedures.observed import Holds, Observed
from tests.audit.procedures.made_up import ON, held, ran

LOOKED = Diligence("solvency", date(2026, 9, 15), "its accounts")
GAP = replace(LOOKED, gap="capital fell")
WAIVER = Waiver("enough", "owner", ON)


def solvency(*looked: Diligence, risks: frozenset[str] | None = frozenset({"r"})) -> Observed:
    found = ran("due_diligence", Evidence(on=ON, diligence=looked, risks=risks))
    assert len(found) == len(TOPICS)
    return found[TOPICS.index("solvency")]


def test_a_topic_nobody_looked_at_is_not_tested() -> None:
    found = ran("due_diligence", Evidence(on=ON, diligence=(LOOKED,), risks=None))
    assert held(found).count(Holds.NOT_TESTED) == len(TOPICS) - 1
    assert solvency(replace(LOOKED, looked_on=date(2029, 1, 1))).holds is Holds.NOT_TESTED


@pytest.mark.parametrize(
    ("looked", "holds"),
    [
        (LOOKED, Holds.YES),
        (GAP, Holds.NO),
        (replace(GAP, risk="r"), Holds.YES),
        (replace(GAP, risk="other"), Holds.NO),
        (replace(GAP, waiver=WAIVER), Holds.YES),
        (replace(GAP, waiver=replace(WAIVER, expires=date(2028, 10, 19))), Holds.NO),
    ],
)
def test_a_gap_is_a_risk_or_a_waiver_that_still_counts(looked: Diligence, holds: Holds) -> None:
    assert solvency(looked).holds is holds


def test_a_risk_without_a_register_is_not_tested() -> None:
    assert solvency(replace(GAP, risk="r"), risks=None).holds is Holds.NOT_TESTED


def test_the_newest_look_counts() -> None:
    later = replace(GAP, looked_on=date(2027, 1, 1))
    assert solvency(LOOKED, later).holds is Holds.NO
    assert solvency(later, LOOKED).holds is Holds.NO


def test_every_gap_of_the_newest_day_is_looked_at() -> None:
    looked = (replace(GAP, risk="r"), replace(GAP, gap="a claim is open"), LOOKED)
    found = ran("due_diligence", Evidence(on=ON, diligence=looked, risks=frozenset({"r"})))
    seen = tuple(one for one in found if one.where == "due diligence: solvency")
    assert held(seen) == [Holds.YES, Holds.NO, Holds.YES]
    assert "A claim is open." in seen[1].seen

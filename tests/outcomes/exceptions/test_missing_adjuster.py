"""What the case mix lacks, and what that costs a group."""

from decimal import Decimal

import pytest

from fairterms.outcomes.exceptions.missing_adjuster import GroupShare, examine, per_patient
from fairterms.outcomes.exceptions.scan import Direction, Found
from fairterms.outcomes.exceptions.subgroup import Attribute, KnownAt, Subgroup, choose
from fairterms.units.refusal import Refusal
from tests.outcomes.exceptions.made_up_cohort import PLANTED, STAY, STOPPED

SHARE = GroupShare(patients=400, members=50)
PRICE = per_patient(Decimal(-300), 400)


def found(subgroup: Subgroup, observed: int = 120, expected: float = 80.0) -> Found:
    return Found(subgroup, Direction.MORE, 9.0, 11.0, 2.0, 200, observed, expected)


def test_a_gap_is_stated_for_the_groups_own_patients() -> None:
    gap = examine(found(PLANTED), {"age", "severity"}, SHARE, PRICE)
    assert gap.missing == ("prior hospital stay",)
    assert gap.in_case_mix == ("age",)
    assert gap.excess_patients == pytest.approx(0.2 * 50)
    assert gap.rate_change == pytest.approx(10 / 400)
    assert gap.dollars == Decimal("-3000.00")
    assert gap.verdict == "The case mix does not have prior hospital stay. It has age."


def test_a_fact_in_bands_is_the_fact_it_is_made_from() -> None:
    band = Attribute("age band", ("young", "old"), KnownAt.INTAKE, fact="age")
    gap = examine(found(choose({band: ["young"]})), {"age"}, SHARE, PRICE)
    assert gap.missing == ()
    assert gap.verdict == (
        "The case mix has every fact of the subgroup, but not in this form: "
        "the gap is in how it counts age."
    )


def test_a_callable_prices_the_change_of_the_rate() -> None:
    asked = []

    def price(change: float) -> Decimal:
        asked.append(change)
        return Decimal(7)

    assert examine(found(PLANTED), {"age"}, SHARE, price).dollars == 7
    assert asked == [pytest.approx(0.025)]


def test_a_group_without_such_patients_loses_nothing() -> None:
    gap = examine(found(PLANTED), {"age"}, GroupShare(patients=400, members=0), PRICE)
    assert gap.dollars == 0


def test_a_fact_known_later_is_refused() -> None:
    with pytest.raises(Refusal) as caught:
        examine(found(choose({STOPPED: ["yes"], STAY: ["yes"]})), {"age"}, SHARE, PRICE)
    assert str(caught.value) == (
        "stopped early: known only after intake\n"
        "      why: treatment itself can move a patient in or out, so a poor result could excuse"
        " itself\n"
        "      fix: describe the patients by facts recorded at intake, or leave this fact out"
    )


def test_a_gap_of_everybody_is_no_gap_of_the_case_mix() -> None:
    with pytest.raises(Refusal, match="it is all patients"):
        examine(found(Subgroup(())), {"age"}, SHARE, PRICE)


def test_more_failures_never_cost_less() -> None:
    costs = [examine(found(PLANTED, each), (), SHARE, PRICE).dollars for each in (60, 80, 90, 150)]
    assert costs == sorted(costs, reverse=True)
    assert costs[1] == 0

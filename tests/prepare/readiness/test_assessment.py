from pathlib import Path

import pytest

from fairterms.prepare.readiness.assessment import judge
from fairterms.prepare.readiness.criterion import CRITERIA, Standing, When
from fairterms.prepare.readiness.declaration import Declaration, People
from fairterms.prepare.readiness.declaration_reader import read
from fairterms.prepare.readiness.situation import Chance, Situation, SizePoint
from tests.prepare.readiness.made_up import amount, shown

EXAMPLES = Path(__file__).parents[3] / "examples"


def example(name: str, situation: Situation) -> dict[str, Standing]:
    declaration = read(EXAMPLES / name)
    assert declaration is not None
    return {one.criterion.name: one.standing for one in judge(declaration, situation).judged}


def test_every_criterion_is_judged_once() -> None:
    readiness = judge(Declaration(), Situation())
    assert [one.criterion.name for one in readiness.judged] == list(CRITERIA)
    assert sum(len(readiness.of(one)) for one in Standing) == len(CRITERIA)


def test_first_steps_come_by_time_and_then_by_urgency() -> None:
    declaration = read(EXAMPLES / "cedar")
    assert declaration is not None
    steps = judge(declaration, Situation()).first_steps
    order = [Standing.NOT_YET, Standing.UNKNOWN, Standing.WATCH]
    places = [(list(When).index(one.when), order.index(one.standing)) for one in steps]
    assert places == sorted(places)
    assert len({place for place, _ in places}) > 1
    assert all(one.standing is not Standing.READY for one in steps)


def test_the_most_urgent_criterion_stands_first() -> None:
    declaration = read(EXAMPLES / "cedar")
    assert declaration is not None
    readiness = judge(declaration, Situation())
    standings = [one.standing for one in readiness.by_urgency]
    order = [Standing.NOT_YET, Standing.UNKNOWN, Standing.WATCH, Standing.READY]
    assert standings == sorted(standings, key=order.index)
    assert sorted(one.criterion.name for one in readiness.by_urgency) == list(CRITERIA)


def test_sizes_are_ordered_and_the_group_knows_its_own() -> None:
    points = (SizePoint(50, Chance(0.1)), SizePoint(20, Chance(0.2)))
    readiness = judge(
        Declaration(people=People(amount("38"))),
        Situation(loss_by_size=points, clinicians_on_record=shown(12)),
    )
    assert [one.clinicians for one in readiness.sizes] == [20, 50]
    assert readiness.clinicians == 38
    assert judge(Declaration(), Situation(clinicians_on_record=shown(12))).clinicians == 12
    assert judge(Declaration(), Situation()).clinicians is None


def test_willow_is_ready_with_little_to_watch() -> None:
    situation = Situation(
        has_targets=True,
        has_downside=True,
        counts_total_cost=True,
        loss_by_size=(SizePoint(45, Chance(0.1, 0.003), Chance(0.08)),),
        reserve_needed=amount("210000"),
        cost_to_comply=amount("296880"),
        full_time_needed=amount("3.07"),
        cost_growth_target=amount("0.0375"),
    )
    found = example("willow", situation)
    assert Standing.NOT_YET not in found.values()
    assert Standing.UNKNOWN not in found.values()
    assert {name for name, standing in found.items() if standing is Standing.WATCH} == {
        "size",
        "care_outside_control",
        "dependence",
        "state_goals",
        "impactability",
        "years_of_measured_care",
    }


def test_cedar_has_much_to_mend_before_it_signs() -> None:
    situation = Situation(
        has_targets=True,
        has_downside=False,
        counts_total_cost=False,
        cost_to_comply=amount("75300"),
        years_on_record=shown(3),
    )
    found = example("cedar", situation)
    late = {name for name, standing in found.items() if standing is Standing.NOT_YET}
    assert late == {
        "coordination_roles",
        "dependence",
        "expertise",
        "implementation_budget",
        "staff",
        "technology",
    }


@pytest.mark.parametrize(
    ("needed", "standing"), [("5.2", Standing.READY), ("5.3", Standing.NOT_YET)]
)
def test_juniper_has_the_people_its_own_contract_asks_for(needed: str, standing: Standing) -> None:
    situation = Situation(has_downside=True, full_time_needed=amount(needed))
    assert example("juniper", situation)["staff"] is standing

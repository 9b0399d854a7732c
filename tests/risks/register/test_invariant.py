"""Rules between records: each is broken once, and told at the record at fault."""

from dataclasses import replace
from datetime import date

from fairterms.risks.register.breach import Breach
from fairterms.risks.register.invariant import breaches, objective_units
from fairterms.risks.register.objective import Holder
from fairterms.risks.register.register import Register
from fairterms.risks.register.risk import Status
from fairterms.risks.register.value import SharedValue
from fairterms.units.quantity import MONEY, count, parse
from tests.risks.register.made_up import computed, estimate, impact, objective, risk

SOUND = Register(
    objectives=(objective(),), risks=(risk(),), impacts=(impact(),), estimates=(estimate("one"),)
)
DAY = date(2026, 10, 12)


def the_breach(register: Register) -> Breach:
    (found,) = breaches(register)
    return found


def test_a_sound_register_breaks_nothing() -> None:
    assert breaches(SOUND) == ()
    assert breaches(Register()) == ()


def test_an_open_risk_touches_an_objective_and_a_closed_one_need_not() -> None:
    lone = replace(SOUND, risks=(risk(), risk("lone")))
    assert (the_breach(lone).id, the_breach(lone).code) == ("lone", "no-impact")
    assert breaches(replace(SOUND, risks=(risk(), risk("lone", status=Status.CLOSED)))) == ()


def test_an_impact_stands_once() -> None:
    twice = replace(SOUND, impacts=(impact(), impact("again"), impact("else", ref="withhold")))
    assert (the_breach(twice).id, the_breach(twice).code) == ("again", "impact-twice")


def test_a_shared_objective_rests_on_a_value_that_both_sides_adopted() -> None:
    shared = replace(SOUND, objectives=(objective(holder=Holder.SHARED, value="care"),))
    half = SharedValue("care", "Care helps.", {"group": DAY})
    found = the_breach(replace(shared, values=(half,)))
    assert (found.id, found.key, found.code) == ("pay", "holder", "not-adopted")
    assert "the plan has not adopted" in found.what
    none = the_breach(replace(shared, values=(SharedValue("care", "Care helps."),)))
    assert "the group and the plan have not adopted" in none.what
    both = SharedValue("care", "Care helps.", {"group": DAY, "plan": DAY})
    assert breaches(replace(shared, values=(both,))) == ()


def test_an_objective_of_one_side_may_serve_a_value_of_one_side() -> None:
    half = SharedValue("care", "Care helps.", {"group": DAY})
    assert breaches(replace(SOUND, values=(half,), objectives=(objective(value="care"),))) == ()


def test_a_loss_is_counted_in_the_objectives_unit() -> None:
    people = replace(SOUND, estimates=(estimate("one", unit=count("patient")),))
    found = the_breach(people)
    assert (found.id, found.key, found.code) == ("one", "severity", "unit-differs")
    days = replace(people, objectives=(objective(unit="1 day"),))
    assert the_breach(days).what == "the loss of one is in patients, and its objective is in days"
    in_dollars = replace(SOUND, objectives=(objective(unit="1 patient"),), estimates=(computed(),))
    assert the_breach(in_dollars).key == "from_contract"


def test_a_target_is_in_the_objectives_unit_or_a_percentage_of_percentage_points() -> None:
    points = objective(unit="1 percentage points")
    mixed = replace(SOUND, objectives=(replace(points, target=parse("80 %")),), estimates=())
    assert breaches(mixed) == ()
    days = replace(objective(), target=parse("10 days"))
    assert the_breach(replace(SOUND, objectives=(days,))).key == "target"


def test_every_impact_has_the_unit_of_its_objective() -> None:
    lost = impact("lost", objective="nothing")
    assert objective_units(replace(SOUND, impacts=(impact(), lost))) == {"late_pay": MONEY}

"""An impossible world cannot be made."""

from dataclasses import replace
from datetime import date

import pytest

from fairterms.outcomes.synthetic.presets import PRESETS, PRIVATE_PRACTICE
from fairterms.outcomes.synthetic.world import Attendance, Providers, World
from fairterms.reference.instrument import INSTRUMENTS


def test_impossible_worlds_are_refused() -> None:
    with pytest.raises(AssertionError, match="every clinic has a clinician"):
        Providers(clinics=3, clinicians=2)
    with pytest.raises(AssertionError, match="somebody responds"):
        replace(PRIVATE_PRACTICE.course, still_share=0.97)
    with pytest.raises(AssertionError, match="time goes on"):
        replace(PRIVATE_PRACTICE, last_day=date(2020, 1, 1))
    with pytest.raises(AssertionError, match="a group has patients"):
        replace(PRIVATE_PRACTICE, patients=0)


def test_days_are_counted_with_both_ends() -> None:
    one_day_less = replace(PRIVATE_PRACTICE, last_day=date(2024, 1, 2))
    assert one_day_less.days == 2
    assert PRIVATE_PRACTICE.days == 366 + 365 + 365


def test_who_drops_out_loses_half_of_the_plan_on_average() -> None:
    assert Attendance(visits=18.0, dropout=0.2).planned_visits == pytest.approx(20.0)


@pytest.mark.parametrize("world", PRESETS.values(), ids=PRESETS)
def test_scales_are_those_of_the_catalogue(world: World) -> None:
    for scale in (world.depression, world.anxiety):
        known = INSTRUMENTS[scale.instrument]
        assert known.item_count == scale.items
        assert known.loinc is not None
        assert known.loinc.total == scale.loinc_code


def test_a_preset_has_its_own_name() -> None:
    assert all(name == world.name for name, world in PRESETS.items())

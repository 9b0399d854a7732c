"""Years drawn again: the bytes of the panel, and no patient drawn twice."""

from dataclasses import replace

import numpy as np

from fairterms.simulate.drivers.assumptions import replanned, shifted
from fairterms.simulate.drivers.redraw import SameChance
from fairterms.simulate.forecast.declaration import Delivery
from fairterms.simulate.forecast.panel import fingerprint, shard
from tests.simulate.drivers.small_year import plan, years


def test_the_same_assumptions_give_the_bytes_of_the_panel() -> None:
    chance = SameChance()
    for _ in range(2):  # drawn, then remembered
        assert fingerprint(chance.years(plan(), 64)) == fingerprint(years().part(0, 64))
    assert len(chance.lists) == len(chance.counts) == 1


def test_other_assumptions_give_the_bytes_of_their_own_panel_after_others_were_drawn() -> None:
    chance = SameChance()
    chance.years(plan(), 64)
    for factor in ("trend", "staffing", "completion", "attribution", "coding"):
        other = replanned(plan(), shifted(plan().declared, factor, 0.1))
        again = chance.years(other, 64)
        assert fingerprint(again) == fingerprint(shard(other, 0, 64)), factor


def test_what_does_not_move_patients_draws_none_of_them_again() -> None:
    chance = SameChance()
    chance.years(plan(), 64)
    chance.years(replanned(plan(), shifted(plan().declared, "staffing", -0.1)), 64)
    assert len(chance.lists) == 1
    chance.years(replanned(plan(), shifted(plan().declared, "trend", 0.1)), 64)
    assert len(chance.lists) == 2
    assert len(chance.counts) == 1  # what care costs changes no answer


def test_another_level_of_a_measure_is_drawn_again() -> None:
    chance, small = SameChance(), plan()
    chance.years(small, 64)
    values = dict(small.expected.values)
    top = values["response.numerator"]
    values["response.numerator"] = replace(top, amount=top.amount / 2)  # type: ignore[union-attr,type-var]
    other = replace(small, expected=replace(small.expected, values=values))
    assert fingerprint(chance.years(other, 64)) == fingerprint(shard(other, 0, 64))


def test_what_giving_care_costs_is_kept() -> None:
    declared = replace(plan().declared, deliveries=(Delivery("visits.90837", 40.0),))
    dear = replace(plan(), declared=declared)
    again, whole = SameChance().years(dear, 64), shard(dear, 0, 64)
    assert whole.delivery.any()
    assert np.array_equal(again.delivery, whole.delivery)

"""Stresses change one thing and leave the rest."""

from dataclasses import replace

from fairterms.simulate.capacity import stress
from fairterms.simulate.capacity.practice import Loss, Surge
from tests.simulate.capacity.made_up_practices import GROUP


def test_each_stress_changes_what_it_names_and_nothing_else() -> None:
    surge = stress.surge_in_demand(GROUP, 0.2, 4, 8)
    assert surge == replace(GROUP, surges=(Surge(1.2, 4, 8),))
    assert stress.loss_of_staff(GROUP, 3, 9) == replace(GROUP, losses=(Loss(3, 9),))
    missed = stress.missed_visits(GROUP, 0.2)
    assert missed == replace(GROUP, care=replace(GROUP.care, no_show=0.2))
    longer = stress.longer_care(GROUP, 1.5)
    assert longer.care.visits_per_episode == 19.5
    assert replace(longer, care=GROUP.care) == GROUP


def test_stresses_add_up() -> None:
    both = stress.loss_of_staff(stress.loss_of_staff(GROUP, 3, 9), 2, 9)
    assert both.losses == (Loss(3, 9), Loss(2, 9))


def test_nobody_waits_for_plenty_of_clinicians() -> None:
    assert stress.unlimited(GROUP).staff.posts >= 10 * GROUP.staff.posts

"""A gaming clinic changes its own patients' rows, as many as it says, and looks better for it."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from fairterms.outcomes.synthetic.assessments import totals
from fairterms.outcomes.synthetic.draws import Draws, Flags
from fairterms.outcomes.synthetic.forms import add_points
from fairterms.outcomes.synthetic.truths import GamingClinic, plant
from tests.outcomes.synthetic.groups import Group, group, world

GAMING = plant(["gaming-clinic"])


@pytest.fixture(scope="module")
def honest() -> Group:
    return group(world(patients=6000))


@pytest.fixture(scope="module")
def gamed() -> Group:
    return group(world(patients=6000), GAMING)


def there(found: Group) -> Flags:
    return GamingClinic().who(found.staff, found.block.clinician)


def first_totals(found: Group, who: Flags) -> list[float]:
    made = found.block.occasions
    total = totals(made.depression)
    keep = made.is_first & who[made.patient] & ~np.isnan(total)
    return [float(one) for one in total[keep]]


def test_first_scores_heap_at_10_and_are_missing_just_below(honest: Group, gamed: Group) -> None:
    before, after = first_totals(honest, there(honest)), first_totals(gamed, there(gamed))
    assert len(before) == len(after)
    raised = gamed.counts["first scores inflated"]
    assert raised > 30
    assert after.count(10) - before.count(10) == raised
    below = [7.0, 8.0, 9.0]
    assert sum(map(before.count, below)) - sum(map(after.count, below)) == raised


def test_other_clinics_first_scores_are_as_they_were(honest: Group, gamed: Group) -> None:
    assert first_totals(honest, ~there(honest)) == first_totals(gamed, ~there(gamed))


def test_patients_not_doing_well_are_sent_home(honest: Group, gamed: Group) -> None:
    visits = [
        np.bincount(one.block.visits.patient, ~one.block.visits.is_missed, 6000)
        for one in (honest, gamed)
    ]
    shorter = visits[1] < visits[0]
    assert not shorter[~there(gamed)].any()
    # Some are sent home after the records end, where nobody can see it.
    assert 0.6 * gamed.counts["discharged early"] < shorter.sum()
    assert shorter.sum() <= gamed.counts["discharged early"]


def test_patients_are_passed_on_to_other_clinics_after_some_visits(
    honest: Group, gamed: Group
) -> None:
    made = gamed.block.visits
    moved = made.clinician != gamed.block.clinician[made.patient]
    assert np.unique(made.patient[moved]).size == gamed.counts["transferred"] > 10
    assert there(gamed)[made.patient[moved]].all()
    assert not GamingClinic().who(gamed.staff, made.clinician[moved]).any()
    assert made.place[moved].min() >= GamingClinic().after_visits
    still = honest.block.visits
    assert (still.clinician == honest.block.clinician[still.patient]).all()


def test_later_forms_are_left_out_for_those_who_have_gained_little(
    honest: Group, gamed: Group
) -> None:
    assert gamed.counts["later forms not given"] > 100
    here, before = there(gamed), honest.block.occasions
    after = gamed.block.occasions
    fewer = (before.visit >= 0).sum() - (after.visit >= 0).sum()
    assert fewer > 0
    assert np.array_equal(
        before.depression[~here[before.patient]], after.depression[~here[after.patient]]
    )


def test_excluding_diagnoses_follow_bad_scores_of_the_clinic(honest: Group, gamed: Group) -> None:
    made = gamed.block.diagnoses
    code = made.codes.index(GamingClinic().exclusion_code)
    added = made.code == code
    assert added.sum() == gamed.counts["excluded after a bad score"] > 10
    assert GamingClinic().exclusion_code not in honest.block.diagnoses.codes
    assert (made.day[added] > gamed.block.people.first_day[made.patient[added]]).all()


def test_a_group_without_a_gaming_clinic_counts_nothing(honest: Group) -> None:
    assert honest.counts == {}


@given(st.lists(st.integers(0, 3), min_size=9, max_size=9), st.integers(0, 27), st.integers(0, 99))
def test_points_are_added_as_far_as_they_fit(answers: list[int], points: int, seed: int) -> None:
    form = np.array([answers])
    raised = add_points(form, np.array([points]), Draws(seed, 0).uniform("items", 1, 9))
    assert raised.sum() == min(form.sum() + points, 27)
    assert ((raised >= form) & (raised <= 3)).all()

"""Planted faults are there to be found, and a world without them has nothing to find."""

from dataclasses import replace

import numpy as np
import pytest

from fairterms.outcomes.comparison.random_intercept import fit
from fairterms.outcomes.synthetic.presets import NHS_LIKE
from fairterms.outcomes.synthetic.truths import (
    NAMES,
    CaseMixGap,
    GamingClinic,
    HarmedSubgroup,
    Plants,
    conflict,
    plant,
)
from tests.outcomes.synthetic.groups import (
    Group,
    columns_of,
    finished,
    group,
    logit,
    response,
    world,
)


def spread(found: Group) -> float:
    """The spread of clinics as the room of comparisons sees it, in logits."""
    made = found.block
    depression, _ = finished(made)
    come = np.bincount(
        made.visits.patient[~made.visits.is_missed], minlength=made.people.number.size
    )
    clinic = found.staff.clinic[made.clinician][come >= 2]
    keep = depression.is_paired & (depression.first >= 10)
    is_better = (depression.last <= depression.first / 2)[keep]
    return float(fit(is_better.astype(int), clinic[keep], depression.first[keep, None]).sigma)


@pytest.mark.slow
def test_providers_differ_as_much_as_declared_and_not_at_all_in_the_null_world() -> None:
    lived = world("nhs-like", 12_000, clinics=60)
    lived = replace(lived, providers=replace(lived.providers, clinician_correlation=0.0))
    assert spread(group(lived)) == pytest.approx(0.35, abs=0.09)
    assert spread(group(lived, plant(["null-world"]))) < 0.1


def test_the_null_world_has_no_effect_at_all() -> None:
    staff = group(plants=plant(["null-world"])).staff
    assert not staff.effect.any()


@pytest.mark.slow
def test_a_harmed_subgroup_does_worse_by_as_much_as_declared() -> None:
    lived = world(patients=15_000)
    without, planted = group(lived), group(lived, plant(["harmed-subgroup"]))
    who = HarmedSubgroup().who(lived, planted.block.people)
    assert 0.08 < who.mean() < 0.16
    assert planted.counts["patients in the subgroup"] == who.sum()
    shift = logit(response(planted.block, who)) - logit(response(without.block, who))
    assert shift == pytest.approx(HarmedSubgroup().effect, abs=0.45)
    assert response(planted.block, ~who) == response(without.block, ~who)


def test_a_subgroup_is_known_at_intake() -> None:
    found = group(plants=plant(["harmed-subgroup"])).block.people
    who = HarmedSubgroup().who(world(), found)
    assert found.age[who].max() < 30
    assert found.circumstance(world(), "housing")[who].all()


def test_a_case_mix_gap_makes_one_clinics_patients_more_ill_and_changes_nobody_elses() -> None:
    without, planted = group(), group(plants=plant(["case-mix-gap"]))
    there = planted.staff.clinic[planted.block.clinician] == CaseMixGap().clinic
    gap = planted.block.people.severity - without.block.people.severity
    assert np.allclose(gap[there], CaseMixGap().added)
    assert not gap[~there].any()
    assert np.array_equal(planted.staff.effect, without.staff.effect)


@pytest.mark.parametrize("name", ["harmed-subgroup", "gaming-clinic", "payer-redefinition"])
def test_a_fault_leaves_who_the_patients_are_as_it_was(name: str) -> None:
    without, planted = group(), group(plants=plant([name]))
    for column, values in columns_of(planted.block.people).items():
        assert np.array_equal(values, columns_of(without.block.people)[column]), column


def test_faults_are_planted_together() -> None:
    chosen = plant(["harmed-subgroup", "gaming-clinic"])
    assert chosen == Plants(HarmedSubgroup(), GamingClinic())


@pytest.mark.parametrize("name", NAMES)
def test_every_fault_can_be_planted_alone(name: str) -> None:
    assert plant([name]) == NAMES[name] != Plants()
    assert conflict([name], NHS_LIKE) == ""


@pytest.mark.parametrize(
    ("names", "clinics", "said"),
    [
        (
            ["null-world", "harmed-subgroup"],
            6,
            "in the null world no provider differs, so harmed-subgroup cannot be planted in it",
        ),
        (["gaming-clinic"], 1, "gaming-clinic needs at least 2 clinics, and there are 1"),
        (["case-mix-gap"], 2, "case-mix-gap needs at least 3 clinics, and there are 2"),
        (["null-world", "case-mix-gap"], 6, ""),
    ],
)
def test_faults_that_cannot_be_together_are_told(names: list[str], clinics: int, said: str) -> None:
    assert conflict(names, world(clinics=clinics)) == said


def test_a_null_world_with_a_difference_in_it_cannot_be_made() -> None:
    with pytest.raises(AssertionError, match="nobody differs"):
        plant(["null-world", "gaming-clinic"])

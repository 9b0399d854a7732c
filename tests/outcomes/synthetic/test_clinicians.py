"""Clinics and clinicians differ as much as declared, and patients come to them by size alone."""

from dataclasses import replace

import numpy as np
import pytest

from fairterms.outcomes.synthetic import clinicians
from fairterms.outcomes.synthetic.draws import Draws
from fairterms.outcomes.synthetic.world import LOGISTIC_VARIANCE, Providers
from tests.outcomes.synthetic.groups import group, world


def test_effects_spread_as_declared() -> None:
    many = world(clinics=500)
    staff = clinicians.make(many, Draws(7, 0))
    assert staff.clinic_effect.std() == pytest.approx(0.35, rel=0.1)
    # Centred within a clinic of four, a quarter of the variance is gone.
    left = staff.clinician_effect.std() / np.sqrt(3 / 4)
    assert left == pytest.approx(many.providers.clinician_sigma, rel=0.15)


def test_the_correlation_of_one_clinicians_patients_is_the_declared_one() -> None:
    sigma = Providers(clinician_correlation=0.05).clinician_sigma
    assert sigma**2 / (sigma**2 + LOGISTIC_VARIANCE) == pytest.approx(0.05)


def test_effects_are_centred_on_the_patients_treated() -> None:
    staff = clinicians.make(world(), Draws(7, 0))
    assert staff.share @ staff.effect == pytest.approx(0, abs=1e-12)
    assert staff.share.sum() == pytest.approx(1)


def test_patients_come_by_size_and_not_by_illness() -> None:
    found = group(world(patients=12_000))
    share = np.bincount(found.block.clinician, minlength=24) / 12_000
    assert np.abs(share - found.staff.share).max() < 0.01
    assert (
        abs(
            np.corrcoef(found.staff.effect[found.block.clinician], found.block.people.severity)[
                0, 1
            ]
        )
        < 0.03
    )


def test_every_clinic_has_its_clinicians() -> None:
    providers = replace(world().providers, clinicians=7, clinics=3)
    staff = clinicians.make(replace(world(), providers=providers), Draws(7, 0))
    assert np.bincount(staff.clinic).tolist() == [3, 2, 2]

"""Made-up clinics and clinicians: their sizes, and how well their patients truly do."""

from dataclasses import dataclass

import numpy as np

from fairterms.outcomes.synthetic.draws import Draws, Floats, Whole
from fairterms.outcomes.synthetic.world import World

LICENCES = (("LCSW", 0.35), ("LPC", 0.30), ("LMFT", 0.15), ("PsyD", 0.12), ("PhD", 0.08))
SPECIALTIES = {
    "LCSW": "clinical social work",
    "LPC": "counseling",
    "LMFT": "marriage and family therapy",
    "PsyD": "psychology",
    "PhD": "psychology",
}


@dataclass(frozen=True, eq=False)
class Staff:
    """Clinicians of a group.

    Attributes
    ----------
    clinic
        The clinic of each, from 0; shape (clinicians,).
    share
        The share of the group's patients each treats; shape (clinicians,).
    clinic_effect
        True effects of clinics, in logits of a good outcome; shape (clinics,).
    clinician_effect
        True effects of clinicians within their clinic; shape (clinicians,).
    licence
        Places in :data:`LICENCES`; shape (clinicians,).
    """

    clinic: Whole
    share: Floats
    clinic_effect: Floats
    clinician_effect: Floats
    licence: Whole

    @property
    def effect(self) -> Floats:
        """The whole true effect of each clinician, in logits; shape (clinicians,)."""
        found: Floats = self.clinic_effect[self.clinic] + self.clinician_effect
        return found


def make(world: World, draws: Draws) -> Staff:
    """Make up clinics and clinicians.

    Notes
    -----
    Effects are centred on the patients treated, so that a group of any size has the world's mean.
    """
    providers = world.providers
    clinic = np.arange(providers.clinicians, dtype=np.int64) % providers.clinics
    size = np.exp(providers.size_sigma * draws.normal("caseload", providers.clinicians))
    share = size / size.sum()
    of_clinics = providers.clinic_sigma * draws.normal("clinic effect", providers.clinics)
    of_clinicians = providers.clinician_sigma * draws.normal(
        "clinician effect", providers.clinicians
    )
    of_clinics = of_clinics - share @ of_clinics[clinic]
    treated = np.bincount(clinic, share)
    of_clinicians -= (np.bincount(clinic, share * of_clinicians) / treated)[clinic]
    licence = draws.choose(
        "licence", np.array([share for _, share in LICENCES]), providers.clinicians
    )
    return Staff(clinic, share, of_clinics, of_clinicians, licence)


def assign(staff: Staff, draws: Draws, count: int) -> Whole:
    """Draw the clinician of each patient, without regard to how ill they are."""
    return draws.choose("clinician", staff.share, count)

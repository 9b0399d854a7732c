"""Faults that can be planted in a made-up group; each is declared, and what is true is kept apart.

An analysis is scored by what it finds of them, and by what it finds in a world without any.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from fairterms.outcomes.synthetic.clinicians import Staff
from fairterms.outcomes.synthetic.draws import Flags, Whole
from fairterms.outcomes.synthetic.people import People
from fairterms.outcomes.synthetic.world import World


@dataclass(frozen=True)
class HarmedSubgroup:
    """Patients whom the same care helps less; facts known at intake say who they are.

    Attributes
    ----------
    from_age, below_age
        Years at the first visit.
    factor
        The circumstance they share.
    effect
        What it does to a good outcome, in logits; below 0.
    """

    from_age: int = 18
    below_age: int = 30
    factor: str = "housing"
    effect: float = -1.2

    def who(self, world: World, people: People) -> Flags:
        """Return who is of the subgroup; shape (patients,)."""
        age = people.age
        found: Flags = (
            (age >= self.from_age)
            & (age < self.below_age)
            & people.circumstance(world, self.factor)
        )
        return found


@dataclass(frozen=True)
class GamingClinic:
    """A clinic that looks better than it is; its care is that of the others.

    Attributes
    ----------
    clinic
        Which, from 0.
    inflated
        Share of first PHQ-9 totals of 7 to 9 that are raised to 10.
    follow_up_kept
        Share of later forms asked for when a patient is not doing well; the others are not given.
    discharged
        Share of patients not doing well after so many visits who are sent home.
    transferred
        Share of the rest of them who go on with another clinic.
    excluded
        Share of later PHQ-9 totals as bad as the first that bring a diagnosis which excludes.
    exclusion_code
        That diagnosis, in ICD-10-CM.
    after_visits
        When it is seen who does not do well.
    """

    clinic: int = 1
    inflated: float = 0.6
    follow_up_kept: float = 0.35
    discharged: float = 0.35
    transferred: float = 0.35
    excluded: float = 0.4
    exclusion_code: str = "F319"
    after_visits: int = 5

    def who(self, staff: Staff, clinician: Whole) -> Flags:
        """Return whose clinician works there; shape of ``clinician``."""
        found: Flags = staff.clinic[clinician] == self.clinic
        return found


@dataclass(frozen=True)
class CaseMixGap:
    """A clinic whose patients are more ill; its care is that of the others.

    Attributes
    ----------
    clinic
        Which, from 0.
    added
        How much more ill, in standard deviations of patients.
    """

    clinic: int = 2
    added: float = 0.6

    def make_sicker(self, people: People, staff: Staff, clinician: Whole) -> People:
        """Return the patients with those of the clinic more ill."""
        added = self.added * (staff.clinic[clinician] == self.clinic)
        return replace(people, severity=people.severity + added, anxiety=people.anxiety + added)


@dataclass(frozen=True)
class PayerRedefinition:
    """A plan whose statement counts other days than the contract.

    Attributes
    ----------
    agreed, used
        Days after the first score in which a later score counts, both included.
    """

    agreed: tuple[int, int] = (120, 240)
    used: tuple[int, int] = (60, 120)


@dataclass(frozen=True)
class Plants:
    """What is planted; nothing, unless it is named.

    Attributes
    ----------
    is_null
        No provider differs from another: whatever is found about one is false.
    """

    harmed_subgroup: HarmedSubgroup | None = None
    gaming_clinic: GamingClinic | None = None
    case_mix_gap: CaseMixGap | None = None
    payer_redefinition: PayerRedefinition | None = None
    is_null: bool = False

    def __post_init__(self) -> None:
        differs = self.gaming_clinic is not None or self.harmed_subgroup is not None
        assert not (self.is_null and differs), "in the null world nobody differs"

    def world(self, world: World) -> World:
        """Return the world without any difference between providers where there is none."""
        if not self.is_null:
            return world
        same = replace(world.providers, clinic_sigma=0.0, clinician_correlation=0.0)
        return replace(world, providers=same)


NAMES: Mapping[str, Plants] = MappingProxyType(
    {
        "harmed-subgroup": Plants(harmed_subgroup=HarmedSubgroup()),
        "gaming-clinic": Plants(gaming_clinic=GamingClinic()),
        "case-mix-gap": Plants(case_mix_gap=CaseMixGap()),
        "payer-redefinition": Plants(payer_redefinition=PayerRedefinition()),
        "null-world": Plants(is_null=True),
    }
)
"""What can be planted, by the name it is asked for with."""
FEWEST_CLINICS: Mapping[str, int] = MappingProxyType({"gaming-clinic": 2, "case-mix-gap": 3})
"""So many clinics a fault needs: it has one of them, and others to compare with."""


def plant(names: Iterable[str]) -> Plants:
    """Return faults by their names.

    Raises
    ------
    KeyError
        When there is none of that name.

    Examples
    --------
    >>> plant(["harmed-subgroup"]).harmed_subgroup.below_age
    30
    """
    chosen = [NAMES[name] for name in names]
    return Plants(
        next((one.harmed_subgroup for one in chosen if one.harmed_subgroup), None),
        next((one.gaming_clinic for one in chosen if one.gaming_clinic), None),
        next((one.case_mix_gap for one in chosen if one.case_mix_gap), None),
        next((one.payer_redefinition for one in chosen if one.payer_redefinition), None),
        any(one.is_null for one in chosen),
    )


def conflict(names: Iterable[str], world: World) -> str:
    """Say why faults cannot be planted together in a world; empty when they can.

    Examples
    --------
    >>> from fairterms.outcomes.synthetic.presets import NHS_LIKE
    >>> conflict(["null-world", "gaming-clinic"], NHS_LIKE)
    'in the null world no provider differs, so gaming-clinic cannot be planted in it'
    """
    chosen = sorted(set(names))
    differs = [name for name in chosen if name in {"gaming-clinic", "harmed-subgroup"}]
    if "null-world" in chosen and differs:
        return (
            f"in the null world no provider differs, so {' and '.join(differs)} cannot be "
            "planted in it"
        )
    for name, least in FEWEST_CLINICS.items():
        if name in chosen and world.providers.clinics < least:
            return f"{name} needs at least {least} clinics, and there are {world.providers.clinics}"
    return ""

"""The ten kinds of objective that a risk of the library can hurt."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType


class Whose(StrEnum):
    """Whom an objective belongs to."""

    GROUP = "group"
    PLAN = "plan"
    PUBLIC = "public"
    SHARED = "shared"


@dataclass(frozen=True)
class ObjectiveKind:
    """A kind of objective.

    Attributes
    ----------
    id
        ``"O1"`` to ``"O10"``.
    name
        In a few words.
    meaning
        What it means, in a sentence.
    whose
        Whom it belongs to first.
    measure, unit
        An example of how to measure it, and the unit. The target is for the two sides to set.
    is_public
        Whether missing it harms people outside the contract; such harm counts beside a loss.
    """

    id: str
    name: str
    meaning: str
    whose: Whose
    measure: str
    unit: str
    is_public: bool = False

    def __post_init__(self) -> None:
        assert self.meaning.endswith("."), f"{self.id}: a meaning is a sentence"
        assert all((self.name, self.measure, self.unit)), f"{self.id} can be measured"


_KINDS = (
    ObjectiveKind(
        "O1",
        "A margin that keeps the group solvent",
        "The contract pays what the work costs, and a bad year can be borne.",
        Whose.GROUP,
        "income of the contract less the full cost of earning it, in a year",
        "$",
    ),
    ObjectiveKind(
        "O2",
        "Correct pay, on time",
        "What was earned is paid, to the cent and by the agreed day.",
        Whose.SHARED,
        "money paid after its due day or in another amount, in a year",
        "$",
    ),
    ObjectiveKind(
        "O3",
        "Measurement that is valid",
        "A result tells how patients are and how care was, and chance is told apart from it.",
        Whose.SHARED,
        "patients in care with a first and a later score",
        "%",
    ),
    ObjectiveKind(
        "O4",
        "Access to care, without a break",
        "People find care in time and keep it as long as they need it; where they do not, the "
        "public bears the harm.",
        Whose.PUBLIC,
        "new patients who wait longer than ten business days",
        "patients per year",
        is_public=True,
    ),
    ObjectiveKind(
        "O5",
        "Equal chances of getting well",
        "Poverty, language or severity do not decide who is treated and who recovers; where they "
        "do, the public bears the harm.",
        Whose.PUBLIC,
        "gap in response between groups of patients",
        "percentage points",
        is_public=True,
    ),
    ObjectiveKind(
        "O6",
        "Clinical judgment that is free",
        "Treatment follows what this patient needs, and neither a form nor a reward.",
        Whose.GROUP,
        "treatment plans changed against the clinician's judgment",
        "plans per year",
    ),
    ObjectiveKind(
        "O7",
        "Work that people can sustain",
        "Clinicians and staff can do the work in their hours, and stay.",
        Whose.GROUP,
        "hours of administration per clinician in a week",
        "hours per week",
    ),
    ObjectiveKind(
        "O8",
        "Privacy of what patients tell",
        "Records are seen by those who must see them and by nobody else; a breach harms people "
        "who never signed the contract.",
        Whose.PUBLIC,
        "records released without a basis",
        "records per year",
        is_public=True,
    ),
    ObjectiveKind(
        "O9",
        "Conduct within the law",
        "Payments, reports and reviews stand up when a regulator looks at them.",
        Whose.SHARED,
        "events that must be reported to a regulator",
        "events per year",
    ),
    ObjectiveKind(
        "O10",
        "Fair dealing between the two sides",
        "Both sides know what they agree to, share gains and losses, and may speak up.",
        Whose.SHARED,
        "requests of either side that are not answered in time",
        "requests per year",
    ),
)

OBJECTIVE_KINDS: Mapping[str, ObjectiveKind] = MappingProxyType({kind.id: kind for kind in _KINDS})
"""Every kind, by id, in order. Sources: our choice."""

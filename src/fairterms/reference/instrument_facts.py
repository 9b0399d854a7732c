"""The published numbers of an instrument: bands, cuts, reliability, change, codes, licence."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import pairwise
from types import MappingProxyType

from fairterms.reference.evidence import Basis


class Direction(StrEnum):
    """What a higher score means."""

    HIGHER_IS_WORSE = "higher is worse"
    HIGHER_IS_BETTER = "higher is better"


@dataclass(frozen=True)
class Band:
    """A named part of the range: from ``lowest`` up to the next band."""

    name: str
    lowest: float


@dataclass(frozen=True)
class Bands:
    """One published division of the range into bands.

    Attributes
    ----------
    name
        A slug a contract can name.
    bands
        From the lowest score up; together they cover the whole range.
    basis
        Where the division is from.
    scoring
        The scoring it belongs to; empty when the instrument has only one.
    """

    name: str
    bands: tuple[Band, ...]
    basis: Basis
    scoring: str = ""

    def __post_init__(self) -> None:
        edges = [band.lowest for band in self.bands]
        assert len(edges) >= 2, f"{self.name}: one band divides nothing"
        assert all(low < high for low, high in pairwise(edges)), f"{self.name}: bands rise"

    @property
    def edges(self) -> tuple[float, ...]:
        """The lowest score of each band."""
        return tuple(band.lowest for band in self.bands)

    @property
    def names(self) -> tuple[str, ...]:
        """The bands' names, from the lowest scores up."""
        return tuple(band.name for band in self.bands)


@dataclass(frozen=True)
class Caseness:
    """A cut that parts cases from others.

    Attributes
    ----------
    name
        A slug a contract can name: ``"standard"``, ``"nhs"``, ``"women"``.
    cut
        In points of the score. A case lies at or beyond it, on the worse side.
    population
        Whom the cut was published for.
    basis
        Where it is from.
    includes_cut
        False where a score exactly at the cut is no case.
    scoring
        The scoring it belongs to; empty when the instrument has only one.
    sensitivity, specificity
        As fractions, where known.
    """

    name: str
    cut: float
    population: str
    basis: Basis
    includes_cut: bool = True
    scoring: str = ""
    sensitivity: float | None = None
    specificity: float | None = None


class ReliabilityKind(StrEnum):
    """Which kind of consistency a coefficient speaks of."""

    ALPHA = "internal consistency"
    RETEST = "test-retest"


@dataclass(frozen=True)
class Reliability:
    """A reliability coefficient; it belongs to a sample, not to the form.

    Attributes
    ----------
    value
        Between 0 and 1.
    kind
        Internal consistency or test-retest. For change between two days the second is the honest
        one.
    population
        The sample.
    basis
        Where it is from.
    scale
        The subscale; empty for the total.
    """

    value: float
    kind: ReliabilityKind
    population: str
    basis: Basis
    scale: str = ""

    def __post_init__(self) -> None:
        assert 0 < self.value < 1, "a reliability lies between 0 and 1"

    @property
    def name(self) -> str:
        """Kind and value, with the subscale where it is one's."""
        part = f" of {self.scale}" if self.scale else ""
        return f"{self.kind} {self.value:g}{part}"


class ChangeKind(StrEnum):
    """What a size of change shows."""

    RELIABLE = "reliable change"
    CLINICAL = "clinically significant change"
    MINIMAL = "minimal important difference"


class ChangeUnit(StrEnum):
    """How a size of change is counted."""

    POINTS = "points"
    FRACTION = "fraction of the first score"


@dataclass(frozen=True)
class Change:
    """A published size of change that counts.

    Attributes
    ----------
    name
        A slug a contract can name: ``"nhs"``, ``"kounali-2022"``.
    value
        In points, or as a fraction of the first score (0.21 is 21 per cent).
    kind
        Beyond chance, or the least that patients notice.
    population
        The sample or programme it is for.
    basis
        Where it is from.
    unit
        Points unless it says otherwise.
    scale
        The subscale; empty for the total.

    Notes
    -----
    A change counts when it is at least ``value``.
    """

    name: str
    value: float
    kind: ChangeKind
    population: str
    basis: Basis
    unit: ChangeUnit = ChangeUnit.POINTS
    scale: str = ""

    def __post_init__(self) -> None:
        assert self.value > 0, "a change that counts is above 0"


@dataclass(frozen=True)
class Cluster:
    """Items of which some number must reach a value.

    Attributes
    ----------
    name
        The cluster's name.
    items
        Numbers, from 1.
    at_least
        How many of them must reach it.
    points
        The value an item must reach.
    """

    name: str
    items: tuple[int, ...]
    at_least: int
    points: int

    def __post_init__(self) -> None:
        assert 1 <= self.at_least <= len(self.items), f"{self.name}: how many of how many?"


@dataclass(frozen=True)
class Criterion:
    """A rule over clusters of items; all clusters must be met.

    Attributes
    ----------
    name
        What it suggests, such as a provisional diagnosis.
    clusters
        All of them.
    basis
        Where it is from.
    """

    name: str
    clusters: tuple[Cluster, ...]
    basis: Basis


@dataclass(frozen=True)
class Subscale:
    """A part of a form with a score of its own.

    Attributes
    ----------
    name
        A slug.
    items
        Numbers, from 1.
    basis
        Where the keying is from.
    bands, caseness
        Of this subscale; empty where none is published.
    """

    name: str
    items: tuple[int, ...]
    basis: Basis
    bands: tuple[Bands, ...] = ()
    caseness: tuple[Caseness, ...] = ()

    def __post_init__(self) -> None:
        assert len(set(self.items)) == len(self.items) > 0, f"{self.name}: an item twice"


class MayEmbed(StrEnum):
    """Whether the words of the items may be shipped."""

    YES = "yes"
    ON_CONDITIONS = "on conditions"
    NO = "no"


@dataclass(frozen=True)
class Licence:
    """Under which conditions a form may be used.

    Attributes
    ----------
    words
        The conditions, in our words.
    may_embed_text
        Whether item wording may be shipped with a program.
    basis
        Where it is from.
    """

    words: str
    may_embed_text: MayEmbed
    basis: Basis


def _none() -> Mapping[str, str]:
    return MappingProxyType({})


@dataclass(frozen=True)
class Loinc:
    """The codes a record system may carry.

    Attributes
    ----------
    basis
        Where the codes are from.
    panel, total
        Of the whole form, and of its total score; empty where not known.
    items
        Of the items, in order; empty where not known.
    answers
        Of the answers, from the fewest points up; empty where not known.
    often_mistaken
        Codes that are easily taken for this form's, and what they are.
    """

    basis: Basis
    panel: str = ""
    total: str = ""
    items: tuple[str, ...] = ()
    answers: tuple[str, ...] = ()
    often_mistaken: Mapping[str, str] = field(default_factory=_none)

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes that name this form; those of items may be shared with other forms."""
        return tuple(code for code in (self.panel, self.total) if code)

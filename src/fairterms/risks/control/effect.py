"""What a control is said to do to one impact: a row of the risk-control matrix."""

from dataclasses import dataclass
from enum import Enum

from fairterms.risks.control.impossible import Impossible


class Side(Enum):
    """What a control acts on: how often it happens, or how much each event costs."""

    FREQUENCY = "frequency"
    SEVERITY = "severity"


_WHY = "the loss that remains is worked out from it, so it is never guessed"


@dataclass(frozen=True)
class Leaves:
    """The share of events, or of each event's loss, that a control leaves.

    Attributes
    ----------
    low, likely, high
        Fractions above 0; 0.4 leaves 40 %. All three alike where one number was given. A number
        above 1 says that the control raises the risk.

    Examples
    --------
    >>> Leaves(0.3, 0.4, 0.8).mean
    0.45
    >>> Leaves.exactly(0.4).mean
    0.4
    """

    low: float
    likely: float
    high: float

    def __post_init__(self) -> None:
        """Refuse a perfect control, and a range that does not rise."""
        if not min(self.low, self.likely, self.high) > 0:
            raise Impossible(
                "leaves",
                "leaves is not above 0 %",
                "no control stops everything, and a risk that cannot happen is none",
                'write what remains with the control, such as leaves = "5 %"',
            )
        if not self.low <= self.likely <= self.high:
            raise Impossible(
                "leaves",
                "leaves does not rise from its lowest to its highest share",
                _WHY,
                'write the lowest, the likely and the highest share: leaves = ["30 %", "40 %", '
                '"60 %"]',
            )

    @classmethod
    def exactly(cls, share: float) -> "Leaves":
        """Return one share without a range."""
        return cls(share, share, share)

    @property
    def is_range(self) -> bool:
        """Whether a range was given."""
        return self.low < self.high

    @property
    def mean(self) -> float:
        """The mean share.

        Notes
        -----
        (low + 4 × likely + high) / 6, the mean of a PERT distribution with its usual weight.
        """
        if not self.is_range:
            return self.likely
        return (self.low + 4 * self.likely + self.high) / 6


@dataclass(frozen=True)
class Effect:
    """What one control is said to do to one impact, on one side.

    Attributes
    ----------
    control, impact
        Their ids. Control, impact and side together stand once.
    acts_on
        Frequency or severity.
    leaves
        What remains with the control in place.
    rationale
        Why so much is claimed.
    """

    control: str
    impact: str
    acts_on: Side
    leaves: Leaves
    rationale: str

    def __post_init__(self) -> None:
        """Refuse a claim without a reason."""
        if not self.rationale:
            raise Impossible(
                "rationale",
                "this effect does not say why so much is claimed",
                _WHY,
                'add rationale = "late files fell by half in the pilot of 2026"',
            )

    @property
    def key(self) -> tuple[str, str, Side]:
        """What may stand only once."""
        return self.control, self.impact, self.acts_on

    @property
    def multiplier(self) -> float:
        """The mean share left, as a factor on frequency or severity."""
        return self.leaves.mean

    @property
    def raises_risk(self) -> bool:
        """Whether the mean share left is above 100 %: the control makes this worse."""
        return self.multiplier > 1

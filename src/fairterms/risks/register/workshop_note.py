"""A line from a SWOT or PESTLE workshop: one thought under one heading."""

from dataclasses import dataclass
from enum import Enum

from fairterms.risks.control.impossible import Impossible


class Frame(Enum):
    """The two sheets a workshop fills."""

    SWOT = "swot"
    PESTLE = "pestle"

    @property
    def headings(self) -> tuple[str, ...]:
        """The headings of the sheet, in their usual order."""
        return _HEADINGS[self]

    @property
    def key(self) -> str:
        """What the file calls a heading of this sheet."""
        return {Frame.SWOT: "side", Frame.PESTLE: "theme"}[self]


_HEADINGS = {
    Frame.SWOT: ("strength", "weakness", "opportunity", "threat"),
    Frame.PESTLE: (
        "political",
        "economic",
        "social",
        "technological",
        "legal",
        "environmental",
    ),
}

_WHY = "a sheet is read heading by heading"


@dataclass(frozen=True)
class WorkshopNote:
    """One thought of a workshop.

    Attributes
    ----------
    frame
        The sheet it stands on.
    heading
        The heading it stands under.
    text
        The thought, in one sentence.
    risk
        The id of the risk it led to; empty where it led to none.
    """

    frame: Frame
    heading: str
    text: str
    risk: str = ""

    def __post_init__(self) -> None:
        """Refuse a heading the sheet does not have, and a note without words."""
        if self.heading not in self.frame.headings:
            what = f'"{self.heading}" is no heading of this sheet'
            fix = f"write one of: {', '.join(self.frame.headings)}"
            raise Impossible(self.frame.key, what, _WHY, fix)
        if not self.text:
            what = f"the note under {self.heading} has no words"
            raise Impossible("text", what, _WHY, "write the thought, or take the note out")

"""Ready indicators: what a user may take, with bounds of their own."""

from dataclasses import dataclass

from fairterms.monitor.indicators.indicator import DIRECTIONS, Source
from fairterms.monitor.indicators.sample_period import CADENCES
from fairterms.units.catalogue import Catalogue


@dataclass(frozen=True)
class ReadyIndicator:
    """An indicator without a deal: it holds no bound that anybody agreed on.

    Attributes
    ----------
    name
        Its module's name.
    meaning
        What it says, in a sentence without its full stop.
    source
        What it is taken from.
    unit
        As the file writes it: "%", "$ PMPM", "days".
    of
        What the denominator counts, plural; empty where there is none.
    direction
        Which way is better.
    lead_time, cadence, due_within
        As the file writes them.
    why_it_leads
        Why it moves before the loss, in a sentence.
    counted
        What belongs into the number and what does not, in a sentence.
    amber, red
        Where one might begin: suggestions that nobody takes over unseen. Sources: our choice.
    """

    name: str
    meaning: str
    source: Source
    unit: str
    of: str
    direction: str
    lead_time: str
    cadence: str
    due_within: str
    why_it_leads: str
    counted: str
    amber: str
    red: str

    def __post_init__(self) -> None:
        assert self.direction in DIRECTIONS, f"{self.name}: an unknown direction"
        assert self.cadence in CADENCES, f"{self.name}: an unknown cadence"
        sentences = (self.why_it_leads, self.counted)
        assert all(one.endswith(".") for one in sentences), f"{self.name}: no full sentence"

    @property
    def said(self) -> dict[str, str]:
        """What it says for keys of the file that the user leaves out; bounds are never among it."""
        found = {
            "meaning": self.meaning,
            "from": self.source.value,
            "unit": self.unit,
            "of": self.of,
            "direction": self.direction,
            "lead_time": self.lead_time,
            "cadence": self.cadence,
            "due_within": self.due_within,
        }
        return {key: words for key, words in found.items() if words}


READY = Catalogue("fairterms.monitor.indicators.library", "INDICATOR", ReadyIndicator)
"""Every ready indicator, by the name of its module."""

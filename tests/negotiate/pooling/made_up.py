"""Made-up summaries in few words."""

from datetime import date

from fairterms.negotiate.pooling.summary import MeasureCount, Summary, seal
from fairterms.units.period import Period

YEAR = Period(date(2026, 1, 1), date(2026, 12, 31))
WORDS = "PHQ-9 at least 50 % below the first score"


def count(reached: int, people: int, name: str = "response", words: str = WORDS) -> MeasureCount:
    return MeasureCount(name, words, reached, people)


def summary(label: str, *measures: MeasureCount, months: int = 12_000) -> Summary:
    """Return a sealed summary; its nonce is its label's letters, over and over."""
    nonce = (label.encode().hex() * 64)[:64]
    return seal(Summary(label, YEAR, months, measures), nonce)


def three(*measures: tuple[int, int]) -> list[Summary]:
    """Return a summary for each pair of people who reached the measure, and all people."""
    return [summary(f"group {at}", count(*one)) for at, one in enumerate(measures)]

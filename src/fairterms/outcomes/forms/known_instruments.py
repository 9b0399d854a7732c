"""The catalogue of instruments as the records need it, to check rows while they are loaded."""

from decimal import Decimal
from functools import cache

from fairterms.records.instrument import Instruments, KnownInstrument, known
from fairterms.reference.instrument import INSTRUMENTS, Instrument
from fairterms.reference.scoring_rule import Rule, Scoring


@cache
def known_instruments() -> Instruments:
    """Return every instrument of the catalogue, by name.

    Examples
    --------
    >>> phq9 = known_instruments()["phq9"]
    >>> phq9.highest, phq9.item_count, phq9.total_is_sum
    (Decimal('27.0'), 9, True)
    """
    return known(_known(instrument) for instrument in INSTRUMENTS.values())


def _known(instrument: Instrument) -> KnownInstrument:
    """Take the widest range where an instrument has several ways to be scored."""
    scorings = instrument.scorings
    return KnownInstrument(
        instrument.name,
        Decimal(str(float(min(scoring.lowest for scoring in scorings)))),
        Decimal(str(float(max(scoring.highest for scoring in scorings)))),
        frozenset(instrument.loinc.codes) if instrument.loinc is not None else frozenset(),
        instrument.item_count,
        len(scorings) == 1 and _is_plain_sum(scorings[0]),
    )


def _is_plain_sum(scoring: Scoring) -> bool:
    items = scoring.items
    is_sum = scoring.rule is Rule.SUM and scoring.multiplier == 1
    return is_sum and items is not None and not items.reversed

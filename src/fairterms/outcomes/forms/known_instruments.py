"""The recorded instruments as the store must know them to check a row: range, codes, answers."""

from collections.abc import Mapping
from decimal import Decimal
from types import MappingProxyType

from fairterms.outcomes.forms.scoring_terms import ScoringTerms, look_up
from fairterms.records.instrument import Instruments, KnownInstrument, known
from fairterms.reference.instrument import INSTRUMENTS, Instrument
from fairterms.reference.scoring_rule import Rule, Scoring

_NONE: Mapping[str, str] = MappingProxyType({})


def known_instruments(scorings: Mapping[str, str] = _NONE) -> Instruments:
    """Return every recorded instrument as the store knows it.

    Parameters
    ----------
    scorings
        The scoring of each instrument that has several, as the contract names it; a row is then
        held to its range. Without it, a row may lie in the range of any of them: a K10 of 5 points
        is possible when items count from 0. Nothing is judged by that; before a form is scored
        the contract must name one.

    Raises
    ------
    Refusal
        When an instrument or a scoring is not recorded.

    Examples
    --------
    >>> found = known_instruments()
    >>> found["phq9"].highest, sorted(found["phq9"].loinc_codes)
    (Decimal('27'), ['44249-1', '44261-6'])
    >>> found["k10"].lowest, found["k10"].highest
    (Decimal('0'), Decimal('50'))
    >>> known_instruments({"k10": "one-to-five"})["k10"].lowest
    Decimal('10')
    """
    for name, scoring in scorings.items():
        look_up(ScoringTerms(name, scoring))
    return known(
        _known(instrument, _named(instrument, scorings.get(name, "")))
        for name, instrument in INSTRUMENTS.items()
    )


def _named(instrument: Instrument, name: str) -> tuple[Scoring, ...]:
    if not name:
        return instrument.scorings
    return tuple(scoring for scoring in instrument.scorings if scoring.name == name)


def _known(instrument: Instrument, scorings: tuple[Scoring, ...]) -> KnownInstrument:
    return KnownInstrument(
        instrument.name,
        Decimal(repr(min(scoring.lowest for scoring in scorings))),
        Decimal(repr(max(scoring.highest for scoring in scorings))),
        frozenset(instrument.loinc.codes if instrument.loinc is not None else ()),
        instrument.item_count,
        total_is_sum=all(_is_plain_sum(scoring) for scoring in scorings),
    )


def _is_plain_sum(scoring: Scoring) -> bool:
    """Say whether a total is the sum of the answers as they stand on the form."""
    items = scoring.items
    is_sum = scoring.rule is Rule.SUM and scoring.multiplier == 1
    return items is not None and not items.reversed and is_sum

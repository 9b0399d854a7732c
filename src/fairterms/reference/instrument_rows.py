"""An instrument as rows of a table, for a manual page or a report."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from fairterms.reference.evidence import Basis
from fairterms.reference.instrument import Instrument
from fairterms.reference.instrument_facts import (
    Bands,
    Caseness,
    Change,
    ChangeUnit,
    Direction,
    Reliability,
)


@dataclass(frozen=True)
class Row:
    """One published number of an instrument, in words.

    Attributes
    ----------
    what
        What it is.
    value
        With its unit.
    population
        Whom it was published for; empty where that does not matter.
    basis
        Where it is from and how well it is known.
    """

    what: str
    value: str
    population: str
    basis: Basis

    @property
    def is_unconfirmed(self) -> bool:
        """Whether it must be confirmed before money depends on it."""
        return self.basis.is_unconfirmed


def as_rows(instrument: Instrument) -> tuple[Row, ...]:
    """Return everything recorded of an instrument, one row a number, in a fixed order.

    Examples
    --------
    >>> from fairterms.reference.instrument import INSTRUMENTS
    >>> rows = as_rows(INSTRUMENTS["phq2"])
    >>> [row.value for row in rows if row.what == "caseness standard"]
    ['3 or more; sensitivity 83 %, specificity 92 %']
    """
    return tuple(
        row
        for rows in (
            _scoring(instrument),
            _bands(instrument.bands),
            _cases(instrument.caseness, instrument.direction),
            _subscales(instrument),
            _reliability(instrument.reliability),
            _change(instrument.change),
            _criteria(instrument),
            _use(instrument),
        )
        for row in rows
    )


def _scoring(instrument: Instrument) -> Iterator[Row]:
    for scoring in instrument.scorings:
        yield Row(f"scoring {scoring.name}", scoring.words, "", scoring.basis)
    for rule in instrument.missing_items:
        yield Row(f"missing answers, {rule.name}", rule.words, "", rule.basis)


def _bands(entries: Iterable[Bands], part: str = "") -> Iterator[Row]:
    for bands in entries:
        words = ", ".join(f"{band.name} from {band.lowest:g}" for band in bands.bands)
        yield Row(f"bands {bands.name}{part}", words, "", bands.basis)


def _cases(entries: Iterable[Caseness], direction: Direction, part: str = "") -> Iterator[Row]:
    for case in entries:
        shares = (("sensitivity", case.sensitivity), ("specificity", case.specificity))
        known = ", ".join(f"{name} {share * 100:g} %" for name, share in shares if share)
        words = "; ".join(filter(None, (case_words(case, direction), known)))
        yield Row(f"caseness {case.name}{part}", words, case.population, case.basis)


def case_words(case: Caseness, direction: Direction) -> str:
    """Say which scores are cases.

    Examples
    --------
    >>> from fairterms.reference.instrument import INSTRUMENTS
    >>> ors = INSTRUMENTS["ors"]
    >>> [case_words(case, ors.direction) for case in ors.caseness]
    ['less than 25', '25 or less']
    """
    is_high = direction is Direction.HIGHER_IS_WORSE
    if case.includes_cut:
        return f"{case.cut:g} or {'more' if is_high else 'less'}"
    return f"{'more' if is_high else 'less'} than {case.cut:g}"


def _subscales(instrument: Instrument) -> Iterator[Row]:
    for part in instrument.subscales:
        items = ", ".join(str(number) for number in part.items)
        yield Row(f"subscale {part.name}", f"items {items}", "", part.basis)
        of_part = f" of {part.name}"
        yield from _bands(part.bands, of_part)
        yield from _cases(part.caseness, instrument.direction, of_part)


def _reliability(entries: Iterable[Reliability]) -> Iterator[Row]:
    for entry in entries:
        part = f" of {entry.scale}" if entry.scale else ""
        yield Row(f"{entry.kind}{part}", f"{entry.value:.2f}", entry.population, entry.basis)


def _change(entries: Iterable[Change]) -> Iterator[Row]:
    for entry in entries:
        if entry.unit is ChangeUnit.POINTS:
            value = f"{entry.value:g} points"
        else:
            value = f"{entry.value * 100:g} % of the first score"
        yield Row(f"{entry.kind}, {entry.name}", value, entry.population, entry.basis)


def _criteria(instrument: Instrument) -> Iterator[Row]:
    for rule in instrument.criteria:
        words = "; ".join(
            f"{part.at_least} of {len(part.items)} in {part.name} at {part.points} or more"
            for part in rule.clusters
        )
        yield Row(f"criterion {rule.name}", words, "", rule.basis)


def _use(instrument: Instrument) -> Iterator[Row]:
    licence = instrument.licence
    yield Row("licence", licence.words, "", licence.basis)
    yield Row("words of the items may be shipped", licence.may_embed_text, "", licence.basis)
    loinc = instrument.loinc
    if loinc is not None:
        for what, code in (("panel", loinc.panel), ("total", loinc.total)):
            if code:
                yield Row(f"LOINC code of the {what}", code, "", loinc.basis)
        for code, meaning in loinc.often_mistaken.items():
            yield Row(f"not this form: LOINC {code}", meaning, "", loinc.basis)

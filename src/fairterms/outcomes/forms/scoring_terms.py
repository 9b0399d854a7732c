"""How a contract wants forms scored: which scoring, which bands, which cut, which missing rule.

What a contract leaves open is either unambiguous, or assumed and said so, or refused.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

from fairterms.reference.evidence import Basis
from fairterms.reference.instrument import INSTRUMENTS, Instrument
from fairterms.reference.instrument_facts import Bands, Caseness
from fairterms.reference.scoring_rule import MissingItems, Scoring
from fairterms.units.problem import nearest
from fairterms.units.refusal import Refusal


@dataclass(frozen=True)
class ScoringTerms:
    """What a contract says; an empty word is something it does not say.

    Attributes
    ----------
    instrument
        The instrument's name in the catalogue, such as ``"phq9"``.
    scoring
        Which of its scorings, such as ``"one-to-five"``.
    missing_items
        Its rule for missing answers, such as ``"prorate-up-to-2"``.
    bands, caseness
        Which of the published divisions and cuts.
    """

    instrument: str
    scoring: str = ""
    missing_items: str = ""
    bands: str = ""
    caseness: str = ""


@dataclass(frozen=True)
class ScoringRules:
    """The same, looked up.

    Attributes
    ----------
    instrument, scoring, missing_items
        As recorded.
    bands, caseness
        None where the contract names none of several, or none is recorded.
    assumed
        What the contract left open and how it was read, one sentence each.
    unconfirmed
        Which of the numbers used nobody has yet read in their source.
    is_missing_rule_named
        Whether the contract itself names the rule for missing answers.
    """

    instrument: Instrument
    scoring: Scoring
    missing_items: MissingItems
    bands: Bands | None
    caseness: Caseness | None
    assumed: tuple[str, ...]
    is_missing_rule_named: bool

    @property
    def unconfirmed(self) -> tuple[str, ...]:
        """Which of the numbers used nobody has yet read in their source."""
        used: list[tuple[str, Basis]] = [
            (f"scoring {self.scoring.name}", self.scoring.basis),
            (f"missing items {self.missing_items.name}", self.missing_items.basis),
        ]
        if self.bands is not None:
            used.append((f"bands {self.bands.name}", self.bands.basis))
        if self.caseness is not None:
            used.append((f"caseness {self.caseness.name}", self.caseness.basis))
        return tuple(what for what, basis in used if basis.is_unconfirmed)


def look_up(terms: ScoringTerms) -> ScoringRules:
    """Look up what a contract says in the recorded instruments.

    Raises
    ------
    Refusal
        When the instrument, or a word, is not recorded; or when there are several scorings and
        none is named.

    Examples
    --------
    >>> rules = look_up(ScoringTerms("phq9"))
    >>> rules.missing_items.name, rules.bands.name, rules.caseness
    ('prorate-up-to-2', 'standard', None)
    >>> rules.assumed
    ('missing answers as published: prorate-up-to-2', 'no caseness: standard or nhs is not said')
    """
    instrument = _instrument(terms.instrument)
    assumed: list[str] = []
    scoring = _scoring(instrument, terms.scoring)
    missing = instrument.missing_items[0]
    if terms.missing_items:
        missing = _named(instrument, "missing_items", terms.missing_items, instrument.missing_items)
    elif len(instrument.missing_items) > 1:
        assumed.append(f"missing answers as published: {missing.name}")
    bands = _one(instrument, "bands", terms.bands, _of(scoring, instrument.bands), assumed)
    case = _one(instrument, "caseness", terms.caseness, _of(scoring, instrument.caseness), assumed)
    return ScoringRules(
        instrument, scoring, missing, bands, case, tuple(assumed), bool(terms.missing_items)
    )


class _Entry(Protocol):
    """Something recorded under a name."""

    @property
    def name(self) -> str: ...


class _OfScoring(Protocol):
    """Something that belongs to one scoring."""

    @property
    def scoring(self) -> str: ...


_Named = TypeVar("_Named", bound=_Entry)
_Belonging = TypeVar("_Belonging", bound=_OfScoring)


def _instrument(name: str) -> Instrument:
    if name in INSTRUMENTS:
        return INSTRUMENTS[name]
    raise Refusal(
        f'instrument "{name}"',
        "is not recorded",
        "its range and its scoring are not known, so no score can be checked",
        nearest(name, INSTRUMENTS) or f"use one of: {', '.join(INSTRUMENTS)}; or add it",
    )


def _scoring(instrument: Instrument, name: str) -> Scoring:
    if name or len(instrument.scorings) == 1:
        wanted = name or instrument.scorings[0].name
        return _named(instrument, "scoring", wanted, instrument.scorings)
    ways = "; or ".join(f'scoring = "{way.name}" ({way.words})' for way in instrument.scorings)
    raise Refusal(
        instrument.name,
        f"can be scored in {len(instrument.scorings)} ways, and the contract names none",
        "the same total means different things",
        f"ask for {ways}",
    )


def _named(instrument: Instrument, what: str, name: str, entries: Sequence[_Named]) -> _Named:
    for entry in entries:
        if entry.name == name:
            return entry
    names = [entry.name for entry in entries]
    listed = f"use one of: {', '.join(names)}" if names else f"leave {what} out"
    raise Refusal(
        f'{instrument.name}, {what} = "{name}"',
        "is not recorded for this instrument",
        "a rule that nobody published or agreed on cannot be applied",
        nearest(name, names) or listed,
    )


def _of(scoring: Scoring, entries: Sequence[_Belonging]) -> list[_Belonging]:
    return [entry for entry in entries if entry.scoring in ("", scoring.name)]


def _one(
    instrument: Instrument, what: str, name: str, entries: Sequence[_Named], assumed: list[str]
) -> _Named | None:
    """Return the named entry, or the only one, or None with a note of what is open."""
    if name:
        return _named(instrument, what, name, entries)
    if len(entries) > 1:
        choices = " or ".join(entry.name for entry in entries)
        assumed.append(f"no {what}: {choices} is not said")
        return None
    return entries[0] if entries else None

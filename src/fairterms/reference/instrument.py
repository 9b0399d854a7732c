"""An instrument: a questionnaire with its scoring, bands, cuts, change, codes and licence.

An entry of the catalogue ``instruments``. Every number in it carries where it is from and how well
it is known; numbers nobody has read in their source are marked, and results say so.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from fairterms.reference.evidence import Basis
from fairterms.reference.instrument_facts import (
    Bands,
    Caseness,
    Change,
    Criterion,
    Direction,
    Licence,
    Loinc,
    MayEmbed,
    Reliability,
    Subscale,
)
from fairterms.reference.scoring_rule import MissingItems, Rule, Scoring
from fairterms.units.catalogue import Catalogue


class _Published(Protocol):
    """Something with a name and a source."""

    @property
    def name(self) -> str: ...

    @property
    def basis(self) -> Basis: ...


@dataclass(frozen=True)
class Instrument:
    """A questionnaire as published.

    Attributes
    ----------
    name
        The slug contracts and records name it by; the module's name.
    title, version
        Its full name, and which version is meant.
    measures
        What it measures, in a few words.
    respondent, ages
        Who answers, and about whom of which age.
    source
        Where the form itself is from.
    direction
        What a higher score means.
    scorings
        The published ways to score it. Where there are several, a contract must name one.
    missing_items
        What a contract may say about missing answers; the first holds when it says nothing.
    licence
        Under which conditions it may be used.
    bands, caseness, subscales, reliability, change, criteria
        Published numbers; empty where none is known.
    suicide_items
        Items, from 1, whose answer bears on suicide or self-harm. A missing answer to one of them
        is never filled in.
    loinc
        Codes in records; None where none is known.
    anchors
        The answers' words, from the fewest points up.
    item_texts
        The items' words; only where the licence allows.
    notes
        What a reader must know beyond that.
    """

    name: str
    title: str
    version: str
    measures: str
    respondent: str
    ages: str
    source: Basis
    direction: Direction
    scorings: tuple[Scoring, ...]
    missing_items: tuple[MissingItems, ...]
    licence: Licence
    bands: tuple[Bands, ...] = ()
    caseness: tuple[Caseness, ...] = ()
    subscales: tuple[Subscale, ...] = ()
    reliability: tuple[Reliability, ...] = ()
    change: tuple[Change, ...] = ()
    criteria: tuple[Criterion, ...] = ()
    suicide_items: tuple[int, ...] = ()
    loinc: Loinc | None = None
    anchors: tuple[str, ...] = ()
    item_texts: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        assert self.scorings, f"{self.name}: no scoring"
        assert self.missing_items, f"{self.name}: no rule for missing answers"
        names = [what for what, _ in self.bases()]
        assert len(set(names)) == len(names), f"{self.name}: a name twice in {names}"
        self._check_bands()
        self._check_items()
        self._check_words()

    @property
    def takes_items(self) -> bool:
        """Whether single answers can be scored, and not only totals."""
        return all(scoring.items is not None for scoring in self.scorings)

    @property
    def item_count(self) -> int:
        """How many items it has; 0 where only totals are read."""
        items = self.scorings[0].items
        return items.count if items is not None else 0

    def bases(self) -> Iterator[tuple[str, Basis]]:
        """Yield every number's name and basis."""
        groups: tuple[tuple[str, tuple[_Published, ...]], ...] = (
            ("scoring ", self.scorings),
            ("missing items ", self.missing_items),
            ("bands ", self.bands),
            ("caseness ", self.caseness),
            ("subscale ", self.subscales),
            ("", self.reliability),
            ("change ", self.change),
            ("criterion ", self.criteria),
        )
        yield "the form", self.source
        for kind, entries in groups:
            yield from ((f"{kind}{entry.name}", entry.basis) for entry in entries)
        yield "licence", self.licence.basis
        if self.loinc is not None:
            yield "LOINC codes", self.loinc.basis

    @property
    def unconfirmed(self) -> tuple[str, ...]:
        """The numbers nobody has yet read in their source."""
        return tuple(what for what, basis in self.bases() if basis.is_unconfirmed)

    def _scoring_of(self, name: str) -> Scoring:
        """Return the scoring that bands or a cut belong to."""
        names = [""] if len(self.scorings) == 1 else [entry.name for entry in self.scorings]
        assert name in names, f"{self.name}: {name!r} is no scoring to belong to"
        return self.scorings[names.index(name)]

    def _check_bands(self) -> None:
        for bands in self.bands:
            scoring = self._scoring_of(bands.scoring)
            assert bands.edges[0] == scoring.lowest, f"{self.name}: bands begin elsewhere"
            assert bands.edges[-1] <= scoring.highest, f"{self.name}: a band beyond the range"
        for case in self.caseness:
            scoring = self._scoring_of(case.scoring)
            assert scoring.lowest <= case.cut <= scoring.highest, f"{self.name}: {case.name}"

    def _check_items(self) -> None:
        numbers = set(range(1, self.item_count + 1))
        used = [part.items for part in self.subscales]
        used += [cluster.items for rule in self.criteria for cluster in rule.clusters]
        for items in (*used, self.suicide_items):
            assert set(items) <= numbers, f"{self.name}: an item it does not have"
        for rule in self.missing_items:
            assert rule.at_most < max(self.item_count, 1), f"{self.name}: too many may be missing"
            if rule.is_per_subscale:
                parts = sorted(item for part in self.subscales for item in part.items)
                assert parts == sorted(numbers), f"{self.name}: the subscales are not the whole"
                assert {scoring.rule for scoring in self.scorings} == {Rule.SUM}

    def _check_words(self) -> None:
        if self.item_texts:
            assert self.licence.may_embed_text is MayEmbed.YES, f"{self.name}: words not allowed"
            assert len(self.item_texts) == self.item_count, f"{self.name}: words of every item"
        items = self.scorings[0].items
        if self.anchors and items is not None:
            assert len(self.anchors) == items.highest - items.lowest + 1, f"{self.name}: anchors"


INSTRUMENTS = Catalogue("fairterms.reference.instruments", "INSTRUMENT", Instrument)
"""Every instrument, by name."""

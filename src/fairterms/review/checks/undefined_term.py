"""Capitalised words that no one defined."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from fairterms.document import definitions
from fairterms.document.definitions import Definition, Terms, Use
from fairterms.document.document import Document
from fairterms.document.spans import Span
from fairterms.review.authorities import GOOD_PRACTICE
from fairterms.review.check import Check, Detects, Sighting, Theme
from fairterms.review.context import Reading
from fairterms.review.passages import Passage
from fairterms.units.finding import QuoteEvidence, Severity

MOST_TERMS = 5
"""Terms one finding names; more than that no one reads."""
_FEWEST_USES = 2
_FEWEST_USES_OF_ONE_WORD = 3
_FEWEST_UNUSED = 3
"""Definitions without a use from which on they are a sign of a form, and no slip."""
_DUTY = re.compile(
    r"\b(?:shall|must|may|will|agrees?|required|entitled|responsible|subject to|in "
    r"accordance with)\b",
    re.IGNORECASE,
)
_MONEY = re.compile(
    r"\$|%|\b(?:pay\w*|paid|fees?|rates?|reimburs\w+|compensat\w+|costs?|amounts?|withh\w+|bonus\w*|"
    r"savings|penalt\w+|deduct\w*|refund\w*)\b",
    re.IGNORECASE,
)
_CARRIES_DUTIES = re.compile(
    r"\b(?:Standards?|Requirements?|Programs?|Polic(?:y|ies)|Procedures?|Guidelines?|Criteria|"
    r"Measures?|Targets?|Benchmarks?|Thresholds?|Scores?|Ratings?|Bonus(?:es)?|Incentives?|"
    r"Payments?|Fees?|Rates?|Amounts?|Schedules?|Penalt(?:y|ies)|Guarantees?|Withholds?|Adjustments?|"
    r"Periods?|Services|Methodolog(?:y|ies)|Specifications?|Protocols?|Pool|Budget|Factor)$"
)
"""Last words of terms that bind or cost even where they stand only once."""
_PART_OF_AGREEMENT = re.compile(r"\b(?:Exhibit|Attachment|Schedule|Appendix|Addendum|Annex)\b")


def _find(reading: Reading) -> Iterable[Sighting]:
    terms = definitions.find(reading.documents)
    if not terms.definitions:
        return  # an excerpt; what it leaves out is no one's fault
    places = _Places(reading)
    undefined = [uses for uses in _worst(terms, places) if not _is_party(reading, uses[0].term)]
    if undefined:
        yield _undefined(reading, undefined, places)
    outside = [one for one in terms.outside if _is_used(terms, one)]
    if outside:
        yield _outside(outside, places)
    loose = _loose_ends(terms, places)
    if loose is not None:
        yield loose


class _Places:
    """The passages of an agreement by document and place, for quoting a use."""

    def __init__(self, reading: Reading) -> None:
        self._documents: Mapping[str, Document] = {one.name: one for one in reading.documents}
        self._passages: Mapping[tuple[str, int], Passage] = {
            (one.document.name, one.sentence.start): one for one in reading.passages
        }

    def text(self, document: str, span: Span) -> str:
        """Return the sentence that starts where a span does; empty for a heading."""
        passage = self._passages.get((document, span.start))
        return passage.text if passage else ""

    def quote(self, document: str, sentence: Span, words: Span | None = None) -> QuoteEvidence:
        """Quote a sentence, or of a long one what is around some words of it."""
        passage = self._passages.get((document, sentence.start))
        if passage is None:
            return self._line(document, words or sentence)
        if words is None:
            return passage.around(0, len(passage.text))
        start, end = passage.document.reading.inside(words)
        return passage.around(start - passage.start, end - passage.start)

    def _line(self, document: str, span: Span) -> QuoteEvidence:
        source = self._documents[document]
        text = source.text[span.start : span.end]
        return QuoteEvidence(
            document, source.page_at(span.start).number, span.start, span.end, text
        )


def _worst(terms: Terms, places: _Places) -> list[tuple[Use, ...]]:
    """Return the undefined terms that carry duties or money, the most used first."""
    kept: list[tuple[Use, ...]] = []
    for uses in terms.undefined.values():
        binding = [use for use in uses if _binds(places.text(use.document, use.sentence))]
        if binding and _is_worth_telling(uses):
            kept.append((*binding, *(use for use in uses if use not in binding)))
    return sorted(kept, key=lambda uses: -len(uses))


def _is_party(reading: Reading, term: str) -> bool:
    """Say whether a term is what the agreement calls one of its sides."""
    names = f"{reading.parties.plan}|{reading.parties.group}"
    return re.fullmatch(names, term) is not None


def _binds(text: str) -> bool:
    return _DUTY.search(text) is not None or _MONEY.search(text) is not None


def _is_worth_telling(uses: Sequence[Use]) -> bool:
    """Say whether a term stands often enough, or binds by its very name."""
    term = uses[0].term
    if " " not in term:
        return len(uses) >= _FEWEST_USES_OF_ONE_WORD
    return len(uses) >= _FEWEST_USES or _CARRIES_DUTIES.search(term) is not None


def _undefined(reading: Reading, undefined: Sequence[tuple[Use, ...]], places: _Places) -> Sighting:
    """Tell the worst terms in one sighting, with a quotation of each."""
    told = undefined[:MOST_TERMS]
    quotes = [places.quote(u[0].document, u[0].sentence, u[0].span) for u in told]
    unique = list(dict.fromkeys(quotes))
    names = ", ".join(f'"{uses[0].term}" ({_times(len(uses))})' for uses in told)
    more = len(undefined) - len(told)
    rest = f", and {more} more" if more else ""
    return Sighting(
        unique[0],
        tuple(unique[1:]),
        detail=f"Used with capital letters and defined nowhere in what was read: {names}{rest}.",
        subject=f'"{told[0][0].term}"' if len(undefined) == 1 else "",
        asks=(f"Ask for a definition of {_listed([uses[0].term for uses in told])}.",),
        unclear_because="; ".join(_gaps(reading)),
    )


def _gaps(reading: Reading) -> list[str]:
    """Return why a definition may stand in a part of the agreement that was not read.

    A manual is no such part: a term that only a manual defines is one that the agreement does
    not define.
    """
    unread = [gap for gap in reading.gaps if not gap.startswith("not supplied: ")]
    missing = [
        one.name
        for one in reading.outside
        if not one.is_supplied and _PART_OF_AGREEMENT.search(one.name)
    ]
    missing += reading.features.missing_documents
    return [*unread, f"not supplied: {', '.join(missing)}"] if missing else unread


def _times(count: int) -> str:
    return "once" if count == 1 else f"{count} times"


def _listed(terms: Sequence[str]) -> str:
    quoted = [f'"{term}"' for term in terms]
    return quoted[0] if len(quoted) == 1 else f"{', '.join(quoted[:-1])} and {quoted[-1]}"


def _is_used(terms: Terms, definition: Definition) -> bool:
    return any(
        use.span.start >= definition.span.end or use.span.end <= definition.span.start
        for use in terms.defined_uses.get(definition.key, ())
    )


def _outside(outside: Sequence[Definition], places: _Places) -> Sighting:
    """Tell the terms whose meaning is in a document that the plan keeps."""
    told = outside[:MOST_TERMS]
    quotes = list(dict.fromkeys(places.quote(one.document, one.span) for one in told))
    names = _listed([one.term for one in told])
    return Sighting(
        quotes[0],
        tuple(quotes[1:]),
        detail=f"Defined only in a document outside the agreement: {names}.",
        subject="defined elsewhere",
        asks=(f"Ask that the agreement itself defines {names}.",),
    )


def _loose_ends(terms: Terms, places: _Places) -> Sighting | None:
    """Tell definitions that go in a circle, and those that nothing uses: slips, no traps."""
    circular = [pair[0] for pair in terms.circular]
    unused = list(terms.unused)
    ends = [*circular, *unused][:MOST_TERMS]
    if not circular and len(unused) < _FEWEST_UNUSED:
        return None
    quotes = list(dict.fromkeys(places.quote(one.document, one.span) for one in ends))
    return Sighting(
        quotes[0],
        tuple(quotes[1:]),
        detail=" ".join(_says(circular, unused)),
        subject="loose ends",
        severity=Severity.LOW,
    )


def _says(circular: Sequence[Definition], unused: Sequence[Definition]) -> Iterator[str]:
    if circular:
        names = _listed([one.term for one in circular[:MOST_TERMS]])
        yield f"Defined by itself or in a circle: {names}."
    if unused:
        names = _listed([one.term for one in unused[:MOST_TERMS]])
        rest = f" and {len(unused) - MOST_TERMS} more" if len(unused) > MOST_TERMS else ""
        yield f"Defined and never used: {names}{rest}."


CHECK = Check(
    id="undefined-term",
    title="Capitalised but undefined",
    detects=(Detects.ABSENCE,),
    severity=Severity.MEDIUM,
    theme=Theme.DEFINITIONS,
    tactics=("weak_definitions",),
    questions=("gf_q02",),
    lesson="training_1",
    sources=(GOOD_PRACTICE,),
    why=(
        "A capital letter says that a word has a fixed meaning. Where none is given, each side "
        "will read its own into it, and a duty or a payment may hang on that."
    ),
    asks=("Ask that the agreement defines every capitalised term it uses.",),
    wording="Each capitalised term is defined in this Agreement.",
    find=_find,
)

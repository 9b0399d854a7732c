"""The redline: the plan's words struck, ours beside them.

It may be handed over, so it never says what comes second: that stands with the asks.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from fairterms.negotiate.ask.ask import Ask
from fairterms.negotiate.ask.book import AskBook
from fairterms.negotiate.brief.phrasing import requested
from fairterms.publish.blocks import Block, Bullets, Heading, Prose
from fairterms.publish.inline import Deleted, Emphasis, Inline, Inserted, Strong
from fairterms.review import wording
from fairterms.units.finding import QuoteEvidence

ANCHOR = "brief-redline"
MOST_PLACES = 4
"""Further places named of one ask; the rest are counted."""

_HOW = (
    "In the order of the text. Struck words are the plan's, added words are ours, and the others "
    "stay; a word processor shows them as tracked changes. Let counsel read it before it is sent. "
    "What comes second is not in it: it stands with each ask, for you alone."
)


KEPT = frozenset(
    {
        "attribution-method",
        "benchmark-method",
        "bh-record-privacy",
        "care-limiting-incentive",
        "controls-exceptions",
        "gain-loss-asymmetry",
        "group-reward-rule",
        "high-need-payment",
        "leading-indicators",
        "loss-cap",
        "meeting-cadence",
        "network-undisclosed",
        "parity-terms",
        "plain-language",
        "prompt-pay",
        "responsibility-split",
        "retaliation-protection",
        "risk-phase-in",
        "shared-objectives",
        "standard-form-signs",
        "stop-loss",
        "undefined-term",
        "undertreatment-watch",
    }
)
"""Checks whose words are added behind the plan's, which stay: they lack something. Our choice."""
ADVICE: Mapping[str, str] = MappingProxyType(
    {
        "internal-contradiction": "To put right",
        "slogan-rhetoric": "To put right",
        "vague-term": "A test in place of the word, as for a report",
    }
)
"""Checks whose words advise what to put right, and are no words for this place."""
SIGNS = frozenset({"standard-form-signs"})
"""Checks that quote a sign of something, such as a form's code, and no words to change."""


@dataclass
class Passage:
    """Words of the contract, and the asks that would change them.

    Attributes
    ----------
    quote
        The longest quotation of the place; None for what is to be added.
    asks
        What replaces it, the first to ask for first.
    """

    quote: QuoteEvidence | None
    asks: list[Ask] = field(default_factory=list)


def redline_blocks(book: AskBook, places: Mapping[QuoteEvidence, str]) -> list[Block]:
    """Show every change of words that the asks offer.

    Parameters
    ----------
    book
        The asks.
    places
        Where quoted words stand, as one would cite it.
    """
    heading = Heading(2, "The redline", ANCHOR)
    changes = changes_of_words(book, places)
    if not changes:
        return [heading, Prose("There are no words to offer.")]
    return [heading, Prose(_HOW), *changes]


def changes_of_words(book: AskBook, places: Mapping[QuoteEvidence, str]) -> list[Block]:
    """Show the changes alone; nothing where there are none.

    Parameters
    ----------
    book, places
        As for :func:`redline_blocks`.
    """
    changed, added = passages(book)
    blocks: list[Block] = [block for one in changed for block in _changed(one, places)]
    if added:
        blocks.append(Heading(3, "New clauses", f"{ANCHOR}-new"))
        for ask in added:
            blocks += _added(ask)
    return blocks


def passages(book: AskBook) -> tuple[tuple[Passage, ...], tuple[Ask, ...]]:
    """Return the places to change, in the order of the text, and the asks that add a clause.

    Notes
    -----
    An ask whose quotation lies within another's is offered at the same place, so that no words are
    struck twice.
    """
    found: list[Passage] = []
    added = []
    for ask in book.asks:
        quote = _leading(ask)
        if not ask.wording:
            continue
        if quote is None:
            added.append(ask)
            continue
        home = next((one for one in found if _share(one.quote, quote)), None)
        if home is None:
            found.append(Passage(quote, [ask]))
        else:
            home.asks.append(ask)
            home.quote = max((home.quote, quote), key=lambda one: len(one.text) if one else 0)
    return tuple(sorted(found, key=_order)), tuple(added)


def _leading(ask: Ask) -> QuoteEvidence | None:
    if ask.id in SIGNS:
        return None
    quotes = [quote for finding in ask.findings for quote in wording.quotes_of(finding)]
    return quotes[0] if quotes else None


def _share(one: QuoteEvidence | None, other: QuoteEvidence) -> bool:
    """Tell whether one quotation holds the other."""
    if one is None or one.document != other.document:
        return False
    is_within = one.start <= other.start and other.end <= one.end
    return is_within or (other.start <= one.start and one.end <= other.end)


def _order(passage: Passage) -> tuple[str, int]:
    assert passage.quote is not None, "a place to change is quoted"
    return passage.quote.document, passage.quote.start


def _changed(passage: Passage, places: Mapping[QuoteEvidence, str]) -> Iterator[Block]:
    quote = passage.quote
    assert quote is not None, "a place to change is quoted"
    words = wording.tidy(quote.text)
    is_kept = all(one.id in KEPT or one.id in ADVICE for one in passage.asks)
    runs: list[Inline] = [words if is_kept else Deleted(words)]
    for ask in passage.asks:
        if ask.id not in ADVICE:
            runs += [" ", Inserted(ask.wording)]
    yield Prose((Strong(f"{_place(quote, places)}. "), *_why(passage.asks)))
    yield Prose(tuple(runs))
    for ask in passage.asks:
        yield from _beside(ask, quote, places)


def _added(ask: Ask) -> Iterator[Block]:
    yield Prose((Strong("New. "), requested(ask.what)))
    yield Prose((Inserted(ask.wording),))


def _why(asks: Sequence[Ask]) -> list[Inline]:
    return [" ".join(requested(one.what) for one in asks)]


def _beside(ask: Ask, shown: QuoteEvidence, places: Mapping[QuoteEvidence, str]) -> Iterator[Block]:
    """Name the other places that say the same, and what to put right."""
    quotes = (quote for finding in ask.findings for quote in wording.quotes_of(finding))
    others = list(dict.fromkeys(_place(one, places) for one in quotes if one != shown))
    told: list[str] = [one for one in others if one != _place(shown, places)]
    lines: list[tuple[Inline, ...]] = []
    if ask.id in ADVICE:
        lines.append((Strong(f"{ADVICE[ask.id]}: "), Emphasis(ask.wording)))
    if told:
        more = len(told) - MOST_PLACES
        rest = f"; and {more} more" if more > 0 else ""
        lines.append((f"The same is said at: {'; '.join(told[:MOST_PLACES])}{rest}.",))
    if lines:
        yield Bullets(tuple(lines))


def _place(quote: QuoteEvidence, places: Mapping[QuoteEvidence, str]) -> str:
    page = wording.where(quote)
    section = places.get(quote, "")
    # A place without a section is cited by its page alone.
    return page if not section or section.startswith("page ") else f"{section} ({page})"

"""The asks as a page: one table to take into the room, and each ask with its words."""

from collections import Counter
from collections.abc import Sequence
from math import isinf, isnan

from fairterms.negotiate.ask.ask import Ask
from fairterms.negotiate.ask.ask_price import AskPrice, Sort
from fairterms.negotiate.ask.book import AskBook
from fairterms.publish.blocks import Block, Bullets, Callout, Heading, Place, Prose, Quote
from fairterms.publish.inline import Badge, Code, Emphasis, Inline, Link, Severity, Strong, Words
from fairterms.publish.number_blocks import Column, Row, Table
from fairterms.simulate.drivers.wording import HALF, signed_points
from fairterms.simulate.page.wording import dollars, estimate
from fairterms.units.finding import QuoteEvidence
from fairterms.units.finding import Severity as Level

_COLUMNS = (
    Column("Ask"),
    Column("Read as"),
    Column("Worth to the group", "right"),
    Column("In the worst 5 % of years", "right"),
    Column("Chance of a loss", "right"),
    Column("Costs the plan", "right"),
    Column("Worth per plan dollar", "right"),
)
_BADGES: dict[Level, Severity] = {
    Level.CRITICAL: "critical",
    Level.HIGH: "high",
    Level.MEDIUM: "medium",
    Level.LOW: "low",
}
_CAUTION = (
    "The wording is ours and is a starting point: counsel reviews it before it is used. Prices are "
    "in dollars a year, on the same simulated years as the rest of this report. They do not add "
    "up: several asks may protect the same dollars."
)
_FREE = {Sort.IF_USED: "costs nothing unless it happens", Sort.OPEN: "not known"}
_READ_AS = {
    Sort.EXPECTED: "the plan pays it in a mean year",
    Sort.WORK: "work that the plan would pay for",
    Sort.IF_USED: "what is spared if it happens; nobody knows how likely that is",
    Sort.OPEN: "the most that hangs on it",
    Sort.NOT_PRICED: "no term or figure computes it",
}


def ask_blocks(
    book: AskBook, deal: str, anchor: str = "asks", most: int | None = None
) -> list[Block]:
    """Show every ask: the table, what its columns mean, and each ask with its words.

    Parameters
    ----------
    book
        The asks.
    deal
        The deal folder as the reader would name it, for the command that works out a price again.
    anchor
        The anchor of the section; those of the asks begin with it.
    most
        How many asks are shown with their words; all when not given.
    """
    if not book.asks:
        return [Heading(2, "What to ask for", anchor), Prose("There is nothing to ask for.")]
    blocks: list[Block] = [
        Heading(2, "What to ask for", anchor),
        Prose(_CAUTION),
        ask_table(book, anchor, most),
        Prose(_order(book)),
    ]
    first: dict[str, int] = {}
    for number, one in enumerate(book.asks[:most], start=1):
        blocks += _details(number, one, deal, anchor)
        blocks += _criteria(number, book.asks[:number], first, anchor)
    left = len(book.asks) - len(book.asks[:most])
    if left:
        command = Code(f"fairterms negotiate {deal}")
        blocks.append(Prose(("The words of the other asks are in the brief: ", command, ".")))
    return blocks


def ask_table(book: AskBook, anchor: str = "asks", linked: int | None = None) -> Table:
    """Return the table of all asks, the first to ask for first.

    Parameters
    ----------
    book
        The asks.
    anchor
        What the anchors of the asks begin with.
    linked
        How many of the first lead to their words; all when not given.
    """
    shown = len(book.asks[:linked])
    rows = tuple(
        _row(one, book.weight, anchor if number < shown else "")
        for number, one in enumerate(book.asks)
    )
    used = {one.price.sort for one in book.asks}
    meanings = "; ".join(f"{sort.value}: {_READ_AS[sort]}" for sort in Sort if sort in used)
    footnote = f"{HALF} How a price is to be read: {meanings}."
    return Table("The asks", _COLUMNS, rows, footnote, anchor=f"{anchor}-table")


def price_words(price: AskPrice) -> str:
    """Write a price as one sentence."""
    if price.outcome is not None:
        mean, worst = estimate(price.outcome.mean), estimate(price.outcome.worst)
        chance = signed_points(price.outcome.loses)
        return (
            f"{_capital(price.sort.value)}: {mean} on average, {worst} in the worst 5 % of years, "
            f"{chance} percentage points of chance of a loss. {price.words}"
        )
    if price.at_most is not None:
        return f"At most {dollars(price.at_most)}. {price.words}"
    return f"No price in dollars. {price.words}"


def ratio_words(price: AskPrice, weight: float) -> str:
    """Write the worth for each dollar of the plan."""
    ratio = price.ratio(weight)
    if price.sort is Sort.NOT_PRICED or isnan(ratio):
        return "–"
    if not isinf(ratio):
        return f"{ratio:.2f}"
    return _FREE.get(price.sort, "costs the plan nothing")


def _row(one: Ask, weight: float, anchor: str) -> Row:
    price = one.price
    found = price.outcome
    mean, worst, chance = "–", "–", "–"
    if found is not None:
        mean, worst = estimate(found.mean), estimate(found.worst)
        chance = f"{signed_points(found.loses)} points"
    elif price.at_most is not None:
        mean = f"at most {dollars(price.at_most)}"
    cost = "–" if price.plan_cost is None else estimate(price.plan_cost)
    name: list[Inline] = [_short(one)]
    if anchor:
        name = [Link(_short(one), _place(one, anchor))]
    if one.is_must_have:
        name += [" ", Badge("critical", "must-have")]
    cells = (tuple(name), price.sort.value, mean, worst, chance, cost, ratio_words(price, weight))
    return Row(cells)


def _short(one: Ask) -> str:
    words = one.what.rstrip(".").removeprefix("Ask that ").removeprefix("Ask for ").strip()
    return _capital(words)


def _order(book: AskBook) -> str:
    return (
        "The order: must-haves first; then what is worth dollars in a mean year, by its worth for "
        "each dollar of the plan; then what is worth dollars only if something happens, or is "
        "known only at most; then what has no price. "
        f"The worst 5 % of years count {100 * book.weight:.0f} % in that worth."
    )


def _details(number: int, one: Ask, deal: str, anchor: str) -> list[Block]:
    place = _place(one, anchor)
    blocks: list[Block] = [
        Heading(3, f"{number}. {one.what.rstrip('.')}", place),
        Prose((Badge(_BADGES[one.severity], one.severity.value), f" {one.because}")),
        Prose(
            (
                Strong("Price. "),
                price_words(one.price),
                " Work it out again with ",
                _code(one, deal),
                ".",
            )
        ),
    ]
    if one.wording:
        blocks.append(Prose((Strong("Offer: "), Emphasis(f"“{one.wording}”"))))
    if one.fallback is not None:
        blocks.append(Prose(_fallback(one)))
    if one.walk_away:
        blocks.append(Prose((Strong("Where to stop: "), one.walk_away)))
    return [*blocks, *_evidence(one)]


def _criteria(number: int, asks: Sequence[Ask], first: dict[str, int], anchor: str) -> list[Block]:
    """Show the criteria of an ask; those of an earlier one are named by it and not told again.

    Parameters
    ----------
    number, asks
        The ask's number, and the asks up to it.
    first
        Where each criterion was told first; filled here.
    anchor
        What the anchors of the asks begin with.
    """
    told = [(one, first.setdefault(one, number)) for one in asks[-1].criteria]
    items: list[Words] = [one for one, at in told if at == number]
    for at, count in sorted(Counter(at for _, at in told if at != number).items()):
        link = Link(f"ask {at}", _place(asks[at - 1], anchor))
        items.append((f"{count} more, the same as under " if items else "The same as under ", link))
    title = "Criteria that are neither side's wish"
    return [Callout("note", title, (Bullets(tuple(items)),))] if items else []


def _place(one: Ask, anchor: str) -> str:
    return f"{anchor}-{one.id.replace('.', '-').replace('_', '-')}"


def _code(one: Ask, deal: str) -> Code:
    return Code(f"fairterms negotiate {deal} --ask {one.id}")


def _fallback(one: Ask) -> Words:
    assert one.fallback is not None, "the caller looked"
    words: list[Inline] = [Strong("If refused: "), Emphasis(f"“{one.fallback.wording}”")]
    if one.fallback.price is not None:
        words.append(f" {price_words(one.fallback.price)}")
    return tuple(words)


def _evidence(one: Ask) -> list[Block]:
    for finding in one.findings:
        evidence = finding.evidence
        if isinstance(evidence, QuoteEvidence):
            return [Quote(evidence.text, Place(evidence.document, str(evidence.page)))]
    return []


def _capital(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}"

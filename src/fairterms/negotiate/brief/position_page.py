"""Page one: the whole position on one sheet of paper, to sit down with."""

from collections.abc import Iterator

from fairterms.negotiate.ask.ask import Ask
from fairterms.negotiate.ask.ask_price import AskPrice, Sort
from fairterms.negotiate.ask.book import AskBook
from fairterms.negotiate.brief.material import Material
from fairterms.negotiate.brief.phrasing import capital, ended, named, within
from fairterms.publish.blocks import (
    Block,
    Bullets,
    Callout,
    CalloutKind,
    Heading,
    Numbered,
    PageBreak,
    Prose,
)
from fairterms.publish.inline import Inline, Link, Strong
from fairterms.publish.number_blocks import Figures, KeyNumber
from fairterms.simulate.page.wording import about, chance, dollars, estimate

ANCHOR = "brief-position"
NUMBER = "number-line-"
"""What the ids of asks for a missing number begin with."""
LEAST_WANTED, MOST_WANTED = 3, 5
"""How many asks are on page one: the must-haves, as far as there are so many."""
MOST_GIVEN = 3
MOST_REASONS = 2
LINE = 95
"""Letters that surely fit on a line of page one; our choice."""
TABLE_ROOM, ASK_ROOM, GIVEN_ROOM, LIMIT_ROOM = 4 * LINE, 110, 2 * LINE, 2 * LINE
"""Letters of what is on the table, of an ask without its price, of a concession, of a limit."""
WANTED_LINES, GIVEN_LINES = 8, 5
"""Lines for asks and for concessions; what does not fit stands further on."""

_KINDS: dict[str, CalloutKind] = {
    "sign": "answer-sign",
    "negotiate": "answer-negotiate",
    "walk away": "answer-walk-away",
}
_TITLES = {
    "sign": "The group can sign this contract as it stands.",
    "negotiate": "Do not sign yet: negotiate first.",
    "walk away": "Walk away from this text as it stands.",
}
_NOBODY_STOPS = "Nobody has said it: write [appetite] into deal.toml before you talk."
_NOBODY_AGREES = "Nobody has said it: settle before you talk who may agree to what."
_HOW = (
    "Interests before positions: say what you need and why, and ask the same of them. Ask, wait, "
    "repeat the answer. No yes or no under pressure: “We will come back to you in writing.”"
)


def position_blocks(material: Material) -> list[Block]:
    """Return page one, and the page break behind it.

    Parameters
    ----------
    material
        What the brief is made of. Long sentences are cut here; they stand whole further on.
    """
    return [
        Heading(2, "Our position on one page", ANCHOR),
        Prose(
            (
                Strong("On the table. "),
                within(" ".join(ended(one) for one in material.on_the_table[:2]), TABLE_ROOM),
            )
        ),
        _answer(material),
        *_figures(material),
        *_wanted(material),
        *_given(material),
        *_limits(material),
        PageBreak(),
    ]


def wanted(book: AskBook) -> tuple[Ask, ...]:
    """Return the asks of page one: the must-haves, and more where these are few.

    Numbers that the contract does not give are asked for together, before all else.
    """
    one_by_one = [one for one in book.asks if not _is_number(one)]
    musts = sum(one.is_must_have for one in one_by_one)
    return tuple(one_by_one[: min(max(musts, LEAST_WANTED), MOST_WANTED)])


def _is_number(ask: Ask) -> bool:
    return ask.id.startswith(NUMBER)


def concessions(material: Material) -> tuple[str, ...]:
    """Return what the group can give: trades, else the fallback of what the plan pays most for.

    Notes
    -----
    A must-have is never given. Of the others, those that cost the plan most in a mean year come
    first, the least worth to the group for each dollar of the plan first among them; then those
    that ask most of it. Our choice.
    """
    if material.suggestions:
        return material.suggestions[:MOST_GIVEN]
    open_to = [one for one in material.asks.asks if one.fallback and not one.is_must_have]
    open_to.sort(key=lambda one: _cheapness(one, material.asks.weight))
    return tuple(_softer(one) for one in open_to[:MOST_GIVEN])


def _cheapness(ask: Ask, weight: float) -> tuple[float, ...]:
    cost = ask.price.plan_cost
    if cost is None or cost.value <= 0:
        return (1.0, 0.0, -ask.effort.rank, ask.severity.rank)
    return (0.0, round(ask.price.ratio(weight), 1), -cost.value, 0.0)


def _softer(ask: Ask) -> str:
    assert ask.fallback is not None, "the caller looked"
    return ended(f"Instead of “{named(ask.what)}”: {ask.fallback.wording}")


def _answer(material: Material) -> Callout:
    reasons = tuple(within(one, 2 * LINE) for one in material.reasons[:MOST_REASONS])
    kind = _KINDS.get(material.answer, "note")
    title = _TITLES.get(material.answer, capital(material.answer))
    return Callout(kind, title, (Bullets(reasons),) if reasons else ())


def _figures(material: Material) -> Iterator[Block]:
    if material.years is None:
        yield Prose(
            (
                Strong("In figures. "),
                "Nobody has said what a year may bring, so there are no figures: forecast.toml.",
            )
        )
        return
    found, year = material.years.outcome, f"in {material.years.year}, after the work"
    yield Figures(
        (
            KeyNumber("A year on average leaves", estimate(found.mean), year),
            KeyNumber("The worst 5 % of years", estimate(found.worst), "on average"),
            KeyNumber("Chance of a loss", chance(found.loses), year),
        )
    )


def _wanted(material: Material) -> Iterator[Block]:
    book = material.asks
    if not book.asks:
        yield Prose((Strong("What we want most. "), "There is nothing to ask for."))
        return
    shown = wanted(book)
    lines = [*_numbers(book), *(_want(one) for one in shown)]
    fitting = _fitting(lines, WANTED_LINES)
    left = len(book.must_haves) - sum(one.is_must_have for one in shown[: len(fitting)])
    is_all_must = all(one.is_must_have for one in shown)
    told = "not without these" if is_all_must else "must-haves first"
    more = "More must-haves are in the table of asks." if left > _number_count(book) else ""
    words = f"What we want most{f' ({told})' if book.must_haves else ''}. "
    yield Prose((Strong(words), more) if more else (Strong(words),))
    yield Numbered(fitting)
    yield from _dearest(book, shown)


def _numbers(book: AskBook) -> Iterator[str]:
    count = _number_count(book)
    if count:
        noun = "number" if count == 1 else f"{count} numbers"
        yield f"The {noun} that the contract does not give: it cannot be settled without."


def _number_count(book: AskBook) -> int:
    return sum(_is_number(one) for one in book.asks)


def _want(ask: Ask) -> str:
    return f"{within(named(ask.what), ASK_ROOM)}: {worth_words(ask.price)}."


def _dearest(book: AskBook, shown: tuple[Ask, ...]) -> Iterator[Block]:
    """Name the ask worth most in a mean year, where it is not among the first."""
    paid = [one for one in book.asks if one.price.sort is Sort.EXPECTED and one.price.outcome]
    best = max(paid, key=lambda one: one.price.worth(0), default=None)
    if best is not None and best not in shown and best.price.worth(0) > 0:
        words = f"{within(named(best.what), ASK_ROOM)}: {worth_words(best.price)}."
        yield Prose((Strong("Worth most in dollars. "), words))


def _fitting(lines: list[str], room: int) -> tuple[str, ...]:
    """Return as many of the first texts as fit into some lines, one at the least."""
    found: list[str] = []
    used = 0
    for one in lines:
        used += -(-len(one) // LINE)
        if found and used > room:
            break
        found.append(one)
    return tuple(found)


def worth_words(price: AskPrice) -> str:
    """Write what an ask is worth in a few words, without its error.

    Examples
    --------
    >>> from fairterms.negotiate.ask.ask_price import Sort
    >>> worth_words(AskPrice(Sort.OPEN, "The most that hangs on it.", at_most=1234.0))
    'at most $1,234 a year'
    """
    if price.outcome is not None:
        often = " " if price.sort is Sort.EXPECTED else " a year, "
        return f"{about(price.outcome.mean)}{often}{price.sort.value}"
    if price.at_most is not None:
        return f"at most {dollars(price.at_most)} a year"
    return "no price in dollars"


def _given(material: Material) -> Iterator[Block]:
    found = concessions(material)
    if not found:
        yield Prose((Strong("What we can give. "), "Nothing is prepared to be given in return."))
        return
    lead: list[Inline] = [Strong("What we can give, for something in return. ")]
    section = next((one for one in material.trades if isinstance(one, Heading)), None)
    if material.suggestions and section is not None and section.anchor:
        lead.append(Link("All trades", section.anchor))
    yield Prose(tuple(lead))
    yield Bullets(_fitting([within(one, GIVEN_ROOM) for one in found], GIVEN_LINES))


def _limits(material: Material) -> Iterator[Block]:
    stop = " ".join(ended(one) for one in material.where_to_stop) or _NOBODY_STOPS
    agree = " ".join(ended(one) for one in material.who_agrees) or _NOBODY_AGREES
    yield Prose((Strong("Where we stop. "), within(stop, LIMIT_ROOM)))
    yield Prose((Strong("Who may agree to what. "), within(agree, LIMIT_ROOM)))
    yield Prose((Strong("How to speak. "), _HOW))

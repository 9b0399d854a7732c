"""Page one: the whole position on one sheet of paper, to sit down with."""

from collections.abc import Iterator

from fairterms.negotiate.ask.ask import Ask
from fairterms.negotiate.ask.ask_price import AskPrice
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
from fairterms.publish.inline import Inline, Link, Strong, Words
from fairterms.publish.number_blocks import Figures, KeyNumber
from fairterms.simulate.page.wording import about, chance, dollars, estimate

ANCHOR = "brief-position"
LEAST_WANTED, MOST_WANTED = 3, 5
"""How many asks are on page one: the must-haves, as far as there are so many."""
MOST_GIVEN = 3
MOST_REASONS = 3
ROOM = 150
"""Letters that a line of page one may have, so that the page holds it all; our choice."""
NARROW = 110
"""The same for an ask, whose price follows it."""

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
    "Interests before positions: say what you need and why, and ask the same of them.",
    "Ask, then wait. Repeat the answer in your own words; note who said it and for when.",
    "No yes or no under pressure: “We will come back to you in writing.”",
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
                within(" ".join(ended(one) for one in material.on_the_table[:2]), 3 * ROOM),
            )
        ),
        _answer(material),
        *_figures(material),
        *_wanted(material),
        *_given(material),
        *_limits(material),
        PageBreak(),
    ]


def wanted(material: Material) -> tuple[Ask, ...]:
    """Return the asks of page one: the must-haves, and more where these are few."""
    many = min(max(len(material.asks.must_haves), LEAST_WANTED), MOST_WANTED)
    return material.asks.asks[:many]


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


def _cheapness(ask: Ask, weight: float) -> tuple[float, float, int, int]:
    cost = ask.price.plan_cost
    has_cost = cost is not None and cost.value > 0
    ratio = ask.price.ratio(weight) if has_cost else 0.0
    return (0.0 if has_cost else 1.0, ratio, -ask.effort.rank, ask.severity.rank)


def _softer(ask: Ask) -> str:
    assert ask.fallback is not None, "the caller looked"
    return ended(f"Instead of “{named(ask.what)}”: {ask.fallback.wording}")


def _answer(material: Material) -> Callout:
    reasons = tuple(within(one, ROOM) for one in material.reasons[:MOST_REASONS])
    kind = _KINDS.get(material.answer, "note")
    title = _TITLES.get(material.answer, capital(material.answer))
    return Callout(kind, title, (Numbered(reasons),) if reasons else ())


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
    shown = wanted(material)
    if not shown:
        yield Prose((Strong("What we want most. "), "There is nothing to ask for."))
        return
    has_must = any(one.is_must_have for one in shown)
    more = len(material.asks.must_haves) - len(shown)
    told = "not without these" if all(one.is_must_have for one in shown) else "must-haves first"
    words = f"What we want most{f' ({told})' if has_must else ''}. "
    left = f"{more} more must-haves are in the table of asks." if more > 0 else ""
    yield Prose((Strong(words), left) if left else (Strong(words),))
    yield Numbered(tuple(_want(one) for one in shown))


def _want(ask: Ask) -> Words:
    return f"{within(named(ask.what), NARROW)}: {worth_words(ask.price)}."


def worth_words(price: AskPrice) -> str:
    """Write what an ask is worth in a few words, without its error.

    Examples
    --------
    >>> from fairterms.negotiate.ask.ask_price import Sort
    >>> worth_words(AskPrice(Sort.OPEN, "The most that hangs on it.", at_most=1234.0))
    'at most $1,234 a year'
    """
    if price.outcome is not None:
        return f"{about(price.outcome.mean)} a year, {price.sort.value}"
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
    yield Bullets(tuple(within(one, ROOM + NARROW // 2) for one in found))


def _limits(material: Material) -> Iterator[Block]:
    stop = " ".join(ended(one) for one in material.where_to_stop) or _NOBODY_STOPS
    agree = " ".join(ended(one) for one in material.who_agrees) or _NOBODY_AGREES
    yield Prose((Strong("Where we stop. "), within(stop, 2 * ROOM)))
    yield Prose((Strong("Who may agree to what. "), within(agree, 2 * ROOM)))
    yield Prose((Strong("How to speak. "), " ".join(_HOW)))

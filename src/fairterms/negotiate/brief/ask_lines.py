"""One ask as lines of plain text, with the same figures as on the page."""

from collections.abc import Iterator

from fairterms.negotiate.ask.ask import Ask
from fairterms.negotiate.ask.page import price_words, ratio_words
from fairterms.review import wording
from fairterms.simulate.page.wording import estimate
from fairterms.units.finding import QuoteEvidence


def ask_lines(ask: Ask, weight: float) -> tuple[str, ...]:
    """Return all that is known of an ask, a paragraph to a line.

    Parameters
    ----------
    ask
        The ask.
    weight
        How much the worst 5 % of years count in its worth, from 0 to 1.
    """
    must = "must-have, " if ask.is_must_have else ""
    return (
        ask.what,
        f"{ask.id}: {must}{ask.severity.value}. {ask.because}",
        f"Price. {price_words(ask.price)}",
        *_cost(ask, weight),
        *(f"The text ({wording.where(one)}): “{wording.tidy(one.text)}”" for one in _quotes(ask)),
        *([f"Offer: “{ask.wording}”"] if ask.wording else []),
        *_fallback(ask),
        *([f"Where to stop: {ask.walk_away}"] if ask.walk_away else []),
        *(f"Criterion: {one}" for one in ask.criteria),
    )


def _cost(ask: Ask, weight: float) -> Iterator[str]:
    if ask.price.plan_cost is not None:
        yield (
            f"It costs the plan {estimate(ask.price.plan_cost)} a year. Worth for each of its "
            f"dollars: {ratio_words(ask.price, weight)}."
        )
    if ask.price.outcome is not None:
        yield "After ± stands half the 95 % interval of the simulation."


def _quotes(ask: Ask) -> Iterator[QuoteEvidence]:
    for finding in ask.findings[:1]:
        yield from wording.quotes_of(finding)[:1]


def _fallback(ask: Ask) -> Iterator[str]:
    if ask.fallback is not None:
        price = f" {price_words(ask.fallback.price)}" if ask.fallback.price else ""
        yield f"If refused: “{ask.fallback.wording}”{price}"

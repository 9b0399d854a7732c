"""The prices of clauses on a page: a tornado, a table of three prices, sentences and pairs."""

from collections.abc import Callable, Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal
from math import isnan

from fairterms.publish.blocks import Block, Bullets, Heading, Prose
from fairterms.publish.chart.tornado import End, Swing, tornado
from fairterms.publish.number_blocks import Chart, Column, Row, Table
from fairterms.simulate.clause_price.price_list import (
    ClausePrice,
    ClausePrices,
    PairPrice,
    ThreePrices,
)
from fairterms.simulate.clause_price.priced_clause import PricedClause, spoken
from fairterms.simulate.results.estimate import Estimate

STRONG = 0.1
"""A pair is named when it moves a tenth of the largest fair share (our choice) ..."""

CERTAIN = 3.0
"""... and at least so many of its errors (our choice)."""

MOST_PAIRS = 5
"""Pairs named at most."""


def price_blocks(
    found: ClausePrices, titles: Mapping[str, str] | None = None, year: str = ""
) -> list[Block]:
    """Show what every clause is worth to the group, under a heading of the second level.

    Parameters
    ----------
    found
        The prices.
    titles
        Clause to its title, for those without a price; None means their ids, in words.
    year
        The performance year the prices are of; empty to name none.
    """
    blocks: list[Block] = [
        Heading(2, "What each clause is worth", "price-of-clauses"),
        Prose(_opening(found, year)),
    ]
    if found.prices:
        blocks += [
            price_chart(found),
            _table("On average", "price-mean", found, "mean"),
            _table("In the worst 5 % of years", "price-tail", found, "tail"),
            _table("Chance of a loss", "price-loss", found, "loss"),
            Prose(
                "“Given the rest” is what striking the clause today is worth; these prices do not "
                "add up. “Alone” is what it would be worth as the only one of these clauses. The "
                "fair share is its average worth over all orders in which the clauses could be "
                "agreed; fair shares add up to the difference between the deal as written and "
                "the deal without any of them."
            ),
            Heading(3, "Clause by clause", "price-sentences"),
            Bullets(tuple(sentence(each) for each in found.prices)),
        ]
    return [*blocks, *_pair_blocks(found), *_other_blocks(found, titles or {})]


def sentence(found: ClausePrice) -> str:
    """Say in one sentence what striking a clause does."""
    strike = _strike(found)
    mean, tail = found.mean.given_the_rest, found.tail.given_the_rest
    return (
        f"{strike} the deal is worth {_more_or_less(mean, 'on average')} and "
        f"{_more_or_less(tail, 'in a bad year')}; {_chance(found.loss.given_the_rest)}."
    )


def pair_sentence(pair: PairPrice, prices: Sequence[ClausePrice], factor: float = 1.0) -> str:
    """Say in one sentence how two clauses change each other's worth.

    Parameters
    ----------
    pair, prices
        The pair, and the prices it points into.
    factor
        How many standard errors are written after ±.
    """
    one, other = prices[pair.one].title, prices[pair.other].title
    amount = f"{dollars(abs(pair.mean.value))} (± {dollars(factor * pair.mean.error)})"
    if pair.mean.value > 0:
        return (
            f"“{one}” and “{other}”: each is worth more to the group with the other than "
            f"without it, by {amount} on average."
        )
    return (
        f"“{one}” and “{other}”: each is worth less to the group with the other than without it, "
        f"by {amount} on average."
    )


def strong_pairs(found: ClausePrices) -> tuple[PairPrice, ...]:
    """Return the pairs that matter: strong beside the prices, and certain beside their error."""
    largest = max((abs(each.mean.fair_share.value) for each in found.prices), default=0.0)
    return tuple(
        pair
        for pair in found.pairs
        if abs(pair.mean.value) >= STRONG * largest
        and abs(pair.mean.value) > CERTAIN * pair.mean.error
    )[:MOST_PAIRS]


def dollars(amount: float) -> str:
    """Write dollars without cents and with a real minus sign.

    Examples
    --------
    >>> dollars(-1234.5), dollars(0.3), dollars(float("nan"))
    ('−$1,235', '$0', 'not known')
    """
    if isnan(amount):
        return "not known"
    whole = _half_up(amount, Decimal(1))
    return f"{'−' if whole < 0 else ''}${abs(whole):,}"


def points(amount: float) -> str:
    """Write a difference of chances in percentage points.

    Examples
    --------
    >>> points(0.0123), points(-0.5), points(float("nan"))
    ('1.2', '−50.0', 'not known')
    """
    if isnan(amount):
        return "not known"
    shown = _half_up(amount * 100, Decimal("0.1"))
    return f"{'−' if shown < 0 else ''}{abs(shown)}"


def _half_up(amount: float, place: Decimal) -> Decimal:
    return Decimal(repr(float(amount))).quantize(place, ROUND_HALF_UP) + 0


def _factor(found: ClausePrices) -> float:
    """Return how many errors reach to either side of a 95 % interval, as elsewhere on the page."""
    return Estimate(0.0, 0.0, found.blocks).factor()


def _opening(found: ClausePrices, year: str) -> str:
    if not found.prices:
        return "No clause of this contract moves any money in the simulated years."
    worth, without = found.in_force, found.struck
    text = (
        f"The contract is settled with and without each clause on the same {found.years:,} "
        f"simulated years{f' of {year}' if year else ''}, {found.variants:,} variants in all. As "
        f"written it leaves the group {dollars(worth.mean.value)} a year on average "
        f"(± {dollars(_factor(found) * worth.mean.error)}), {dollars(worth.tail.value)} in the "
        f"worst 5 % of years, and a loss in {points(worth.loss.value)} % of years. Without any of "
        f"these clauses it would leave {dollars(without.mean.value)}. The ± is the error of having "
        "simulated only so many years, at 95 %."
    )
    if found.orders:
        text += f" Fair shares come from {found.orders} orders of the clauses."
    return text


def price_chart(found: ClausePrices) -> Chart:
    """Draw what the deal leaves the group a year on average, without one clause at a time."""
    base = found.in_force.mean.value
    swings = [
        Swing(_short(each), (End("without it", _whole(base - each.mean.given_the_rest.value)),))
        for each in found.prices
    ]
    return tornado(
        "What the deal leaves the group a year on average, without one clause",
        End("As written", _whole(base)),
        swings,
        anchor="price-tornado",
    )


def _table(caption: str, anchor: str, found: ClausePrices, measure: str) -> Table:
    write: Callable[[Estimate, float], str] = _in_points if measure == "loss" else _in_dollars
    factor = _factor(found)
    rows = []
    for each in found.prices:
        three: ThreePrices = getattr(each, measure)
        prices = (three.given_the_rest, three.alone, three.fair_share)
        rows.append(
            Row((f"{each.title} ({_reads(each)})", *(write(one, factor) for one in prices)))
        )
    total = getattr(found.in_force, measure).value - getattr(found.struck, measure).value
    whole = points(total) if measure == "loss" else dollars(total)
    rows.append(Row(("All of them", "", "", whole), "total"))
    unit = "percentage points" if measure == "loss" else "dollars a year"
    return Table(
        f"The price of each clause: {caption.lower()}",
        (
            Column("Clause (how it reads without it)"),
            *(Column(title, "right", unit) for title in ("Given the rest", "Alone", "Fair share")),
        ),
        tuple(rows),
        footnote=_footnote(measure),
        anchor=anchor,
    )


def _footnote(measure: str) -> str:
    if measure == "loss":
        return "Above 0 the clause makes a loss more likely."
    return "Below 0 the clause costs the group money."


def _reads(found: ClausePrice) -> str:
    return found.clauses[0].neutral if len(found.clauses) == 1 else "all of them struck"


def _in_dollars(found: Estimate, factor: float) -> str:
    value, half = dollars(found.value), dollars(factor * found.error)
    return value if half == "$0" else f"{value} ± {half}"


def _in_points(found: Estimate, factor: float) -> str:
    value, half = points(found.value), points(factor * found.error)
    return value if half == "0.0" else f"{value} ± {half}"


def _whole(amount: float) -> float:
    return amount if isnan(amount) else float(_half_up(amount, Decimal(1)))


def _short(found: ClausePrice) -> str:
    """Name a clause for a chart: what it does comes first, because a long name loses its end."""
    if len(found.clauses) > 1:
        return found.title
    only = found.clauses[0]
    term = only.words.removeprefix("without ")
    title = only.title.removesuffix(f": {term}")
    return title if title == only.title else f"{term[:1].upper()}{term[1:]} ({title})"


def _strike(found: ClausePrice) -> str:
    if len(found.clauses) > 1:
        return f"Without the {found.title}"
    only = found.clauses[0]
    title = only.title.removesuffix(f": {only.words.removeprefix('without ')}")
    return f"{only.words[:1].upper()}{only.words[1:]} (“{title}”)"


def _more_or_less(found: Estimate, when: str) -> str:
    """Say what striking does: the clause's worth with its sign turned."""
    if dollars(abs(found.value)) == "$0":
        return f"the same {when}"
    return f"{dollars(abs(found.value))} {'less' if found.value > 0 else 'more'} {when}"


def _chance(found: Estimate) -> str:
    shown = points(abs(found.value))
    if shown == "0.0":
        return "a loss is as likely as before"
    way = "less" if found.value > 0 else "more"
    return f"a loss is {shown} percentage points {way} likely"


def _pair_blocks(found: ClausePrices) -> list[Block]:
    strong = strong_pairs(found)
    if not strong:
        return []
    return [
        Heading(3, "Clauses that change each other's worth", "price-pairs"),
        Prose("Bargain over these together: giving up one changes what the other is worth."),
        Bullets(tuple(pair_sentence(pair, found.prices, _factor(found)) for pair in strong)),
    ]


def _other_blocks(found: ClausePrices, titles: Mapping[str, str]) -> list[Block]:
    blocks: list[Block] = []
    together = next((each.clauses for each in found.prices if len(each.clauses) > 1), ())
    if together:
        blocks += [
            Heading(3, "Terms priced together", "price-together"),
            Prose("Each of these moves less than the clauses above."),
            Bullets(tuple(_told(each) for each in together)),
        ]
    if found.unmoved:
        blocks += [
            Heading(3, "Clauses that move nothing in these years", "price-unmoved"),
            Bullets(tuple(_told(each) for each in found.unmoved)),
        ]
    missed = [each for each in found.unpriced if not each.is_part]
    if missed:
        reasons: dict[str, list[str]] = {}
        for each in missed:
            reasons.setdefault(each.why, []).append(_named(each.id, titles))
        blocks += [
            Heading(3, "Clauses without a price of their own", "price-unpriced"),
            Bullets(tuple(f"{'; '.join(names)}: {why}." for why, names in reasons.items())),
        ]
    return blocks


def _told(found: PricedClause) -> str:
    """Say what would be struck, once: some titles name the term already."""
    has_term = found.title.endswith(f": {found.words.removeprefix('without ')}")
    return f"{found.title}." if has_term else f"{found.title} ({found.words})."


def _named(name: str, titles: Mapping[str, str]) -> str:
    """Name a clause or a term by the clause's title; the steps of a formula are the clause."""
    clause, _, term = name.removesuffix(".steps").partition(".")
    title = titles.get(clause, spoken(clause))
    return f"{title}: {spoken(term)}" if term else title

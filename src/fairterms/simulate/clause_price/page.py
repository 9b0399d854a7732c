"""The prices of clauses on a page: a tornado, a table of three prices, sentences and pairs."""

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal
from math import isnan

from fairterms.publish.blocks import Block, Bullets, Heading, Prose
from fairterms.publish.chart.tornado import End, Swing, tornado
from fairterms.publish.number_blocks import Column, Row, Table
from fairterms.simulate.clause_price.price_list import (
    ClausePrice,
    ClausePrices,
    PairPrice,
    ThreePrices,
)
from fairterms.simulate.clause_price.priced_clause import spoken
from fairterms.simulate.clause_price.worth import Estimate

STRONG = 0.1
"""A pair is named when it moves a tenth of the largest fair share (our choice) ..."""

CERTAIN = 3.0
"""... and at least so many of its errors (our choice)."""

MOST_PAIRS = 5
"""Pairs named at most."""


def price_blocks(found: ClausePrices) -> list[Block]:
    """Show what every clause is worth to the group, under a heading of the second level."""
    blocks: list[Block] = [
        Heading(2, "What each clause is worth", "price-of-clauses"),
        Prose(_opening(found)),
    ]
    if found.prices:
        blocks += [
            _chart(found),
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
    return [*blocks, *_pair_blocks(found), *_other_blocks(found)]


def sentence(found: ClausePrice) -> str:
    """Say in one sentence what striking a clause does."""
    strike = _strike(found)
    mean, tail = found.mean.given_the_rest, found.tail.given_the_rest
    return (
        f"{strike} the deal is worth {_more_or_less(mean, 'on average')} and "
        f"{_more_or_less(tail, 'in a bad year')}; {_chance(found.loss.given_the_rest)}."
    )


def pair_sentence(pair: PairPrice, prices: Sequence[ClausePrice]) -> str:
    """Say in one sentence how two clauses change each other's worth."""
    one, other = prices[pair.one].title, prices[pair.other].title
    amount = f"{dollars(abs(pair.mean.value))} (± {dollars(pair.mean.error)})"
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


def _opening(found: ClausePrices) -> str:
    if not found.prices:
        return "No clause of this contract moves any money in the simulated years."
    worth, without = found.in_force, found.struck
    text = (
        f"The contract is settled with and without each clause on the same {found.years:,} "
        f"simulated years, {found.variants:,} variants in all. As written it leaves the group "
        f"{dollars(worth.mean.value)} a year on average (± {dollars(worth.mean.error)}), "
        f"{dollars(worth.tail.value)} in the worst 5 % of years, and a loss in "
        f"{points(worth.loss.value)} % of years. Without any of these clauses it would leave "
        f"{dollars(without.mean.value)}. After ± stands one standard error of the difference."
    )
    if found.orders:
        text += f" Fair shares come from {found.orders} orders of the clauses."
    return text


def _chart(found: ClausePrices) -> Block:
    base = found.in_force.mean.value
    swings = [
        Swing(each.title, (End("without it", base - each.mean.given_the_rest.value),))
        for each in found.prices
    ]
    return tornado(
        "What the deal leaves the group a year on average, without one clause",
        End("As written", base),
        swings,
        anchor="price-tornado",
    )


def _table(caption: str, anchor: str, found: ClausePrices, measure: str) -> Table:
    write = _in_points if measure == "loss" else _in_dollars
    rows = []
    for each in found.prices:
        three: ThreePrices = getattr(each, measure)
        prices = (three.given_the_rest, three.alone, three.fair_share)
        rows.append(Row((f"{each.title} ({_reads(each)})", *(write(one) for one in prices))))
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
        return "Above 0 the clause makes a loss more likely. After ± stands one standard error."
    return "Below 0 the clause costs the group money. After ± stands one standard error."


def _reads(found: ClausePrice) -> str:
    return found.clauses[0].neutral if len(found.clauses) == 1 else "all of them struck"


def _in_dollars(found: Estimate) -> str:
    return f"{dollars(found.value)} ± {dollars(found.error)}"


def _in_points(found: Estimate) -> str:
    return f"{points(found.value)} ± {points(found.error)}"


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
        Bullets(tuple(pair_sentence(pair, found.prices) for pair in strong)),
    ]


def _other_blocks(found: ClausePrices) -> list[Block]:
    blocks: list[Block] = []
    together = next((each.clauses for each in found.prices if len(each.clauses) > 1), ())
    if together:
        blocks += [
            Heading(3, "Terms priced together", "price-together"),
            Prose("Each of these moves less than the clauses above."),
            Bullets(tuple(f"{each.title} ({each.words})" for each in together)),
        ]
    if found.unmoved:
        blocks += [
            Heading(3, "Clauses that move nothing in these years", "price-unmoved"),
            Bullets(tuple(f"{each.title} ({each.words})" for each in found.unmoved)),
        ]
    missed = [each for each in found.unpriced if not each.is_part]
    if missed:
        blocks += [
            Heading(3, "Clauses without a price of their own", "price-unpriced"),
            Bullets(tuple(f"{_spoken(each.id)}: {each.why}." for each in missed)),
        ]
    return blocks


def _spoken(name: str) -> str:
    return ", ".join(spoken(part) for part in name.split("."))

"""The section on trades: issues, what they are worth to either side, the frontier, and trades."""

from collections.abc import Iterator

from fairterms.negotiate.bargain.logroll import Move, words_of
from fairterms.negotiate.bargain.study import Bargain, Point, TermReservation
from fairterms.negotiate.positions.position import Spread
from fairterms.publish.blocks import Block, Bullets, Callout, Heading, Prose
from fairterms.publish.chart.curve import Axis
from fairterms.publish.chart.trades import MarkedPoint, trades_chart
from fairterms.publish.inline import Strong, Words
from fairterms.publish.number_blocks import Column, Figures, KeyNumber, Row, Table
from fairterms.units.quantity import Quantity

ANCHOR = "trades"
MOST_TRADES = 6
"""Trades shown; the rest are smaller."""

ESTIMATE = (
    "What things are worth to the plan is our estimate, with a low and a high. It rests on: {0}. "
    "Ask before you rely on it."
)
_WORTH = (
    "Worth to you counts {0:g} % of the average year and {1:g} % of the average of the worst 5 % "
    "of years, so it is not the average year alone."
)
_SHORT = (
    "No trade here, taken alone, makes the deal worth as much to you as no deal. Join several, or "
    "ask for more."
)
_OFFER = (
    "These are worth nearly the same to you. Offer them at once and ask which the plan likes best: "
    "its answer shows what matters to it. After an agreement, ask whether another suits both sides "
    "better."
)
_BELOW = (
    "At least one of these is worth less to you than no deal. Do not offer them as they are: they "
    "only show which changes the plan would like best. To offer, begin at a fair point above."
)
_HOW = (
    "Worth to you: {0:g} % of the average year and {1:g} % of the average of the worst 5 % of "
    "years, after the cost to comply, plus what you say soft points are worth. Worth to the plan: "
    "medical savings, less what the deal adds to its payments, plus quality and soft points. All "
    "{2:,} combinations were weighed on {3:,} simulated years, and the best again on {4:,}."
)


def trade_blocks(bargain: Bargain) -> list[Block]:
    """Show what can be traded, and where fair agreements lie.

    Parameters
    ----------
    bargain
        The study of the bargain.

    Returns
    -------
    list of Block
        A section with its heading; anchors begin with "trades".
    """
    plan, weight = bargain.positions.plan, bargain.positions.appetite_weight
    assert plan is not None and weight is not None, "a studied bargain has both"  # noqa: PT018
    method = _HOW.format(
        (1 - weight) * 100, weight * 100, bargain.space.size, bargain.screened, bargain.years
    )
    worth = _WORTH.format((1 - weight) * 100, weight * 100)
    return [
        Heading(2, "What can be traded", ANCHOR),
        Callout(
            "warning",
            "The plan's side is our estimate.",
            (Prose(ESTIMATE.format(plan.evidence.rstrip("."))),),
        ),
        _key_numbers(bargain),
        Prose(worth),
        *_interests(bargain),
        *_suggestions(bargain),
        *_issues(bargain),
        *_fair_points(bargain),
        *_packages(bargain),
        *_reservations(bargain),
        Prose(method),
    ]


def _key_numbers(bargain: Bargain) -> Figures:
    written = bargain.written
    return Figures(
        (
            KeyNumber("The text as written, to you", money(written.group), "a year"),
            KeyNumber("To the plan", money(written.plan.likely), between(written.plan)),
            KeyNumber("No deal, to you", money(bargain.leaves), "your best alternative"),
            KeyNumber(
                "No deal, to the plan",
                money(bargain.plan_leaves.likely),
                between(bargain.plan_leaves),
            ),
        )
    )


def _interests(bargain: Bargain) -> Iterator[Block]:
    plan = bargain.positions.plan
    assert plan is not None, "a studied bargain has one"
    if plan.interests or plan.goals:
        said: list[Words] = [(Strong("Interest: "), one) for one in plan.interests]
        said += [(Strong("Goal: "), one) for one in plan.goals]
        yield Heading(3, "What the plan seems to want", f"{ANCHOR}-interests")
        yield Bullets(tuple(said))
    if bargain.positions.walk_away:
        yield Prose((Strong("When you leave: "), bargain.positions.walk_away))


def _suggestions(bargain: Bargain) -> Iterator[Block]:
    issues = bargain.positions.issues
    yield Heading(3, "Trades to suggest", f"{ANCHOR}-suggestions")
    shown = bargain.trades[:MOST_TRADES]
    if not shown and not bargain.gifts:
        yield Prose(
            "On these issues no trade leaves both sides at least as well off as the text as "
            "written. Add issues that are cheap to you and dear to the plan."
        )
        return
    if shown:
        yield Prose(
            "Each trade leaves neither side worse off than the text as written, as far as we know."
        )
        yield Bullets(tuple(words_of(one, issues) for one in shown))
        if bargain.written.group + max(one.group for one in shown) < bargain.leaves:
            yield Prose(_SHORT)
    if bargain.gifts:
        yield Prose("These changes alone help one side and hurt neither:")
        yield Bullets(tuple(_gift(bargain, one) for one in bargain.gifts))


def _gift(bargain: Bargain, move: Move) -> str:
    words = bargain.positions.issues[move.issue].options[move.option].words
    return (
        f"{words[:1].upper()}{words[1:]}: {signed(move.group)} for you, "
        f"about {signed(move.plan.likely)} for the plan."
    )


def _issues(bargain: Bargain) -> Iterator[Block]:
    yield Heading(3, "The issues, one at a time", f"{ANCHOR}-issues")
    columns = (
        Column("Issue"),
        Column("Instead of the text"),
        Column("To you, a year", "right"),
        Column("To the plan, a year", "right"),
        Column("Low to high", "right"),
        Column("Your dollars for one of theirs", "right"),
    )
    rows = tuple(_move_row(bargain, move) for move in bargain.moves)
    note = (
        "Everything else stays as written. Ask where the last column is high, give where it is "
        "low. Two changes together may be worth more or less than their sum."
    )
    yield Table("What each option is worth", columns, rows, note, anchor=f"{ANCHOR}-options")


def _move_row(bargain: Bargain, move: Move) -> Row:
    issue = bargain.positions.issues[move.issue]
    rate = "–" if move.per_dollar is None else f"{move.per_dollar:,.2f}"
    plan = (signed(move.plan.likely), between(move.plan))
    words = issue.options[move.option].words
    return Row((issue.title, words, signed(move.group), *plan, rate))


def _fair_points(bargain: Bargain) -> Iterator[Block]:
    yield Heading(3, "Where fair agreements lie", f"{ANCHOR}-fair")
    found = bargain.solutions
    named: list[tuple[str, Point]] = []
    if found.nash:
        named = _named(bargain)
        yield Prose(
            f"{_count(found.feasible)} on the frontier leave both sides at least as well off as no "
            "deal. Nash: the largest product of both gains. Kalai-Smorodinsky: both get the same "
            "share of the most they could gain. A fair point is a place to begin, not an answer."
        )
    else:
        yield _no_agreement(bargain)
    marked = [MarkedPoint(name, one.group, one.plan.likely) for name, one in named]
    marked.append(MarkedPoint("As written", bargain.written.group, bargain.written.plan.likely))
    marked.append(MarkedPoint("No deal", bargain.leaves, bargain.plan_leaves.likely))
    yield trades_chart(
        "What agreements are worth to both sides",
        [(one.group, one.plan.likely) for one in bargain.points],
        marked,
        (Axis("Worth to you, a year"), Axis("Worth to the plan, a year (our estimate)")),
        note="Each dot is an agreement that cannot be bettered for one side without the other.",
    )
    if named:
        yield _point_table(bargain, named, "The fair points", f"{ANCHOR}-points")


def _named(bargain: Bargain) -> list[tuple[str, Point]]:
    """Pair each fair point with all its names: rules often agree."""
    found = bargain.solutions
    names: dict[int, list[str]] = {}
    for name, outcomes in (
        ("Nash", found.nash),
        ("Kalai-Smorodinsky", found.kalai_smorodinsky),
        ("Largest sum", found.utilitarian),
    ):
        names.setdefault(outcomes[0], []).append(name)
    return [(", ".join(said), bargain.point(outcome)) for outcome, said in names.items()]


def _no_agreement(bargain: Bargain) -> Callout:
    ours = max(one.group for one in bargain.points)
    theirs = [one.plan.likely for one in bargain.points if one.group >= bargain.leaves]
    if not theirs:
        short = bargain.leaves - ours
        why = f"Even the best combination is worth {money(short)} a year less to you than no deal."
    else:
        short = bargain.plan_leaves.likely - max(theirs)
        why = (
            f"Where you are no worse off than without a deal, the plan is, by about {money(short)} "
            "a year on our estimate."
        )
    advice = "Put further issues on the table, or be ready to leave."
    return Callout(
        "warning", "No combination on the table suits both sides.", (Prose(f"{why} {advice}"),)
    )


def _count(number: int) -> str:
    return "1 combination" if number == 1 else f"{number:,} combinations"


def _point_table(
    bargain: Bargain, named: list[tuple[str, Point]], caption: str, anchor: str
) -> Table:
    columns = (
        Column("Point"),
        Column("What changes"),
        Column("To you, a year", "right"),
        Column("To the plan, a year", "right"),
        Column("Low to high", "right"),
        Column("Holds when we are off", "right"),
    )
    rows = tuple(
        Row(
            (
                name,
                changed_words(bargain, one.outcome),
                money(one.group),
                money(one.plan.likely),
                between(one.plan),
                f"{one.stays:.0%} / {one.suits:.0%}".replace("%", " %"),
            )
        )
        for name, one in named
    )
    note = (
        "Last column: of many ways in which our estimate of the plan may be off, in how many this "
        "stays on the frontier, and in how many the plan is no worse off than without a deal."
    )
    return Table(caption, columns, rows, note, anchor=anchor)


def changed_words(bargain: Bargain, outcome: int) -> str:
    """Say what an outcome changes against the text as written."""
    chosen = zip(bargain.positions.issues, bargain.options(outcome), strict=True)
    words = [issue.options[at].words for issue, at in chosen if not issue.options[at].is_as_written]
    return "; ".join(words) or "nothing"


def _packages(bargain: Bargain) -> Iterator[Block]:
    if len(bargain.packages) < 2:
        return
    if min(one.group for one in bargain.packages) < bargain.leaves:
        yield Heading(3, "Packages of equal worth, not yet to be offered", f"{ANCHOR}-packages")
        yield Callout("warning", "Worth less than no deal.", (Prose(_BELOW),))
    else:
        yield Heading(3, "Packages to offer together", f"{ANCHOR}-packages")
        yield Prose(_OFFER)
    columns = (
        Column("Package"),
        Column("What changes"),
        Column("To you, a year", "right"),
        Column("To the plan, a year", "right"),
        Column("Low to high", "right"),
    )
    rows = tuple(
        Row(
            (
                letter,
                changed_words(bargain, one.outcome),
                money(one.group),
                money(one.plan.likely),
                between(one.plan),
            )
        )
        for letter, one in zip("ABC", bargain.packages, strict=False)
    )
    yield Table("Packages of equal worth to you", columns, rows, anchor=f"{ANCHOR}-equal")


def _reservations(bargain: Bargain) -> Iterator[Block]:
    if not bargain.reservations:
        return
    yield Heading(3, "Where one term alone decides", f"{ANCHOR}-reservations")
    yield Prose("Everything else as written, the deal is worth to you what no deal is:")
    yield Bullets(tuple(_reservation(bargain, one) for one in bargain.reservations))


def _reservation(bargain: Bargain, one: TermReservation) -> Words:
    title = bargain.positions.issues[one.issue].title
    found, tried = one.found, f"from {one.low} to {one.high}"
    parts = [f"at {_term(one.low, value)}" for value in found.values]
    parts += [
        f"anywhere from {_term(one.low, low)} to {_term(one.low, high)}" for low, high in found.flat
    ]
    if parts:
        return (Strong(f"{title}: "), f"{', and '.join(parts)} (tried {tried}).")
    better = "better" if found.at_lowest > 0 else "worse"
    return (Strong(f"{title}: "), f"nowhere {tried}; the deal is always {better} than no deal.")


def _term(like: Quantity, value: float) -> str:
    tick = like.unit.tick
    amount = type(tick)(repr(value))
    return str(like.with_amount((amount / tick).to_integral_value() * tick))


def money(amount: float) -> str:
    """Write whole dollars.

    Examples
    --------
    >>> money(-1234.5), money(0.2)
    ('−$1,234', '$0')
    """
    whole = round(amount)
    return f"−${-whole:,}" if whole < 0 else f"${whole:,}"


def signed(amount: float) -> str:
    """Write whole dollars with their sign.

    Examples
    --------
    >>> signed(1234.0), signed(-3.0), signed(0.1)
    ('+$1,234', '−$3', '$0')
    """
    return f"+{money(amount)}" if round(amount) > 0 else money(amount)


def between(spread: Spread) -> str:
    """Write how far an estimate reaches."""
    if round(spread.low) == round(spread.high):
        return "no doubt stated"
    return f"{money(spread.low)} to {money(spread.high)}"

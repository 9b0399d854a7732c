"""When the money comes: the cash of a year by month, and the reserve it takes."""

from fairterms.publish.blocks import Block, Bullets, Heading, Prose
from fairterms.publish.chart.curve import Axis, Line, Threshold, curve
from fairterms.publish.number_blocks import Figures, KeyNumber
from fairterms.simulate.deal_forecast import YearForecast
from fairterms.simulate.page.wording import dollars, estimate
from fairterms.simulate.results.cash import Cash


def cash_blocks(year: YearForecast) -> list[Block]:
    """Show when the money of a performance year comes, or why nobody can say."""
    head = Heading(2, "When the money comes", "cash")
    if year.cash is None:
        return [head, Prose(year.no_cash)]
    cash = year.cash
    blocks: list[Block] = [
        head,
        Prose(
            f"What the deal adds in {year.period.first.year}, month by month from its first day: "
            "payments when the contract says they come, less what would be paid anyway, less the "
            "work, which is paid for evenly through the year."
        ),
        Figures(
            (
                KeyNumber("Lowest point, on average", dollars(cash.lowest.value)),
                KeyNumber("Reserve for 95 % of years", dollars(cash.reserve_95.value)),
                KeyNumber("Reserve for 99 % of years", dollars(cash.reserve_99.value)),
            )
        ),
        Prose(
            f"With {estimate(cash.reserve_95)} at the start, it stays above $0 in 95 % of years."
        ),
        _chart(cash),
    ]
    if cash.undated:
        rows = tuple(_undated(one.undated.clause, one.undated.says) for one in cash.undated)
        blocks += [
            Prose("Not in any month, because the contract does not say when it is paid:"),
            Bullets(rows),
        ]
    return blocks


def _undated(clause: str, says: str) -> str:
    name = clause.replace(".", ", ").replace("_", " ")
    return f"{name}: {says}." if says else f"{name}: no date is given."


def _chart(cash: Cash) -> Block:
    lines = [
        Line(name, tuple((float(one.month), round(pick, 2)) for one, pick in points))
        for name, points in (
            ("95 % of years are below", [(one, one.high.value) for one in cash.months]),
            ("Mean", [(one, one.mean.value) for one in cash.months]),
            ("5 % of years are below", [(one, one.low.value) for one in cash.months]),
        )
    ]
    return curve(
        "Cash the deal has brought by the end of each month",
        lines,
        (Axis("Month since the year began", "number"), Axis("Cash since the start")),
        threshold=Threshold("nothing gained or lost", 0.0, "y"),
        is_stepped=True,
    )

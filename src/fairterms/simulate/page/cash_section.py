"""When the money comes: the cash of a year by month, and the reserve it takes."""

from fairterms.publish.blocks import Block, Bullets, Heading, Prose
from fairterms.publish.chart.curve import Axis, Line, curve
from fairterms.publish.number_blocks import Figures, KeyNumber
from fairterms.simulate.deal_forecast import YearForecast
from fairterms.simulate.page.names import clause_titles, step_name
from fairterms.simulate.page.wording import about, estimate, half_width, rounded
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
                KeyNumber("Lowest point, on average", about(cash.lowest)),
                KeyNumber("Reserve for 95 % of years", about(cash.reserve_95)),
                KeyNumber("Reserve for 99 % of years", about(cash.reserve_99)),
            )
        ),
        Prose(_reserve(cash)),
        _chart(cash),
    ]
    if cash.undated:
        titles = clause_titles(year.plan.contract)
        rows = tuple(
            _undated(step_name(one.undated.clause, titles), one.undated.says)
            for one in cash.undated
        )
        blocks += [
            Prose("Not in any month, because the contract does not say when it is paid:"),
            Bullets(rows),
        ]
    return blocks


def _reserve(cash: Cash) -> str:
    half = half_width(cash.reserve_95)
    if rounded(cash.reserve_95.value, half) == 0:
        return "In 95 % of years it stays at $0 or above without any reserve."
    return f"With {estimate(cash.reserve_95)} at the start, it stays above $0 in 95 % of years."


def _undated(name: str, says: str) -> str:
    return f"{name}: {says}." if says else f"{name}: no date is given."


def _chart(cash: Cash) -> Block:
    lines = [
        Line(name, tuple((float(one.month), float(round(pick))) for one, pick in points))
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
        is_stepped=True,
    )

"""Make a made-up year of Juniper's contract month by month, the same on every run.

    python examples/build_year.py

writes into ``juniper`` the folder ``year/`` (what came in, and when), ``figures/2027.toml`` (the
group's own figures of the whole year) and ``statements/`` (what the plan says it owes, twice).
Nobody in these numbers exists. ``year/truth.toml`` says what was planted.

:func:`draw_year` makes any other year by the same laws. It knows nothing of how the program
forecasts one: members who are dear by themselves, bills that come in by a pattern of their own,
patients who reach a measure or do not.
"""

import csv
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from math import exp, log, sqrt
from pathlib import Path
from random import Random

from fairterms.contract.figure_set import FigureSet
from fairterms.contract.reader import read_text as read_terms
from fairterms.settle.settlement import Line, Settlement, settle
from fairterms.units.number import round_exactly
from fairterms.units.period import calendar_year
from fairterms.units.quantity import Kind, parse, write

JUNIPER = Path(__file__).parent / "juniper"
SEED = 20270114
YEAR, HISTORY = 2027, (2024, 2025, 2026)
LONGEST = 17
"""Months from January's care to the last payment that counts."""

MEMBER_MONTHS, PAID, DIRECT, RISK = 301_584, 11_821_640.27, 7_412_386.55, 1.0112
ADDED, REMOVED = 1_352, 2_178
ATTACHMENT = 48_500.0
COUNTS = {
    "measurement": (5_142, 7_118),
    "depression_response": (712, 1_866),
    "anxiety_response": (603, 1_531),
    "follow_up": (214, 417),
    "first_appointment": (4_017, 4_666),
    "working_relationship": (2_305, 2_593),
}
LATE_START = {"depression_response", "anxiety_response"}
"""Measures that count nobody before a half-year of care."""

SEASON_SPREAD = 0.025
PATTERN = (
    *(0.34, 0.40, 0.13, 0.05, 0.025, 0.016, 0.011, 0.008, 0.006),
    *(0.004, 0.003, 0.002, 0.0015, 0.001, 0.001, 0.0005, 0.0005, 0.0005),
)
"""Which share of a month's bills is paid how many months later."""

IN_TIME = 0.9923
"""The share of a year's bills that is paid by the cut-off, by that pattern."""

COSTLY_SHARE, COSTLY_MEDIAN, COSTLY_SPREAD = 0.06, 34_000.0, 0.9
"""Members who are dear by themselves: their share of all dollars, and what one of them costs."""

LONGEST_CARE = 8
"""Over so many months at most, and two at least, such a member's care reaches."""

Cells = dict[tuple[date, date], int]
"""Month of care and month of payment to cents."""


@dataclass(frozen=True)
class Levels:
    """What a year is like as a whole: logarithms, for rates shares; 0 is as expected."""

    trend: float = 0.0
    acuity: float = 0.0
    coding: float = 0.0
    attribution: float = 0.0
    completion: float = 0.0
    no_show: float = 0.0
    staffing: float = 0.0
    rates: dict[str, float] = field(default_factory=dict)


@dataclass(frozen=True)
class MadeUpYear:
    """A year with everything that could be known of it.

    Attributes
    ----------
    cells
        What was paid, the earlier years' care among it.
    months
        Month to member-months, listed months and the mean risk score.
    reports
        Month to the totals of the year through it.
    """

    levels: Levels
    cells: Cells
    months: dict[date, tuple[int, int, float]]
    reports: dict[date, dict[str, float]]

    def final(self) -> dict[str, float]:
        """Return the figures of the whole year, by name."""
        own = [row for month, row in self.months.items() if month.year == YEAR]
        members = sum(row[0] for row in own)
        paid = sum(cents for (care, _), cents in self.cells.items() if care.year == YEAR)
        return {
            "member_months": members,
            "listed_months": sum(row[1] for row in own),
            "mean_risk_score": round(sum(row[0] * row[2] for row in own) / members, 4),
            "paid_claims": paid / 100,
            **self.reports[max(self.reports)],
        }


def month_at(first: date, months: int) -> date:
    """Return the month so many months later."""
    whole = first.year * 12 + first.month - 1 + months
    return date(whole // 12, whole % 12 + 1, 1)


def draw_levels(draw: Random) -> Levels:
    """Draw what a year is like; a level that rests on k earlier years is known to 1 ÷ √k."""
    known_4, known_3 = sqrt(1 + 1 / 4), sqrt(1 + 1 / 3)
    return Levels(
        draw.gauss(0, 0.035 * known_4),
        draw.gauss(0, 0.015 * known_4),
        draw.gauss(0, 0.01 * known_4),
        draw.gauss(0, 0.03),
        draw.gauss(0, 0.04 * known_3),
        draw.gauss(0, 0.02 * known_3),
        draw.gauss(0, 0.04),
        {
            "measurement": draw.gauss(0, 0.02),
            "depression_response": draw.gauss(0, 0.015),
            "anxiety_response": draw.gauss(0, 0.015),
            "follow_up": draw.gauss(0, 0.03),
            "first_appointment": draw.gauss(0, 0.02),
            "working_relationship": draw.gauss(0, 0.015),
        },
    )


def draw_year(seed: int, levels: Levels | None = None) -> MadeUpYear:
    """Make a year, with the three before it.

    Parameters
    ----------
    seed
        Of everything left to chance.
    levels
        What the year is like; None draws that too.
    """
    # Nothing secret is drawn: the same year must come out on every run.
    draw = Random(seed)  # noqa: S311 - made-up years, no secret
    drawn = draw_levels(draw)
    levels = levels or drawn
    cells: Cells = {}
    months: dict[date, tuple[int, int, float]] = {}
    season = [exp(draw.gauss(0, SEASON_SPREAD)) for _ in range(12)]
    season = [12 * one / sum(season) for one in season]
    for year in HISTORY:
        dear = (year - YEAR) * log(1.038) + draw.gauss(0, 0.038)
        members = _months(draw, year, Levels(attribution=draw.gauss(0, 0.02)))
        _bills(draw, year, (dear, season), members, cells)
        months |= members
    own = _months(draw, YEAR, levels)
    costly = _bills(draw, YEAR, (levels.trend + levels.acuity, season), own, cells)
    reports = _reports(draw, levels, sum(row[0] for row in own.values()) / MEMBER_MONTHS)
    for month, found in reports.items():
        found["claims_above_attachment"] = _above(costly, month)
    return MadeUpYear(levels, cells, months | own, reports)


def _months(draw: Random, year: int, levels: Levels) -> dict[date, tuple[int, int, float]]:
    found = {}
    score = RISK * exp(levels.acuity + levels.coding)
    for number in range(12):
        usual = MEMBER_MONTHS / 12 * exp(levels.attribution + draw.gauss(0, 0.003))
        listed = usual + (REMOVED - ADDED) / 12
        risk = round(score * exp(draw.gauss(0, 0.002)), 4)
        found[date(year, number + 1, 1)] = (round(usual), round(listed), risk)
    return found


def _bills(
    draw: Random,
    year: int,
    like: tuple[float, list[float]],
    members: dict[date, tuple[int, int, float]],
    cells: Cells,
) -> list[Cells]:
    """Add a year's bills to the cells; return those of each costly member."""
    dear, season = like
    level = PAID / MEMBER_MONTHS / IN_TIME * exp(dear)
    for month, (count, _, _) in members.items():
        usual = count * level * (1 - COSTLY_SHARE) * season[month.month - 1]
        _pay(draw, month, usual * exp(draw.gauss(0, 0.035)), 400.0, cells)
    mean = COSTLY_MEDIAN * exp(COSTLY_SPREAD**2 / 2)
    usual_count = sum(count for count, _, _ in members.values()) / MEMBER_MONTHS
    expected = usual_count * PAID / IN_TIME * COSTLY_SHARE / mean / 12
    costly = [
        _costly(draw, year, begins, dear)
        for begins in range(1 - LONGEST_CARE, 12)
        for _ in range(_poisson(draw, expected))
    ]
    for one in costly:
        for place, cents in one.items():
            cells[place] = cells.get(place, 0) + cents
    return costly


def _costly(draw: Random, year: int, begins: int, dear: float) -> Cells:
    """Make the year's bills of one dear member, whose care may reach into it or beyond it."""
    dollars = COSTLY_MEDIAN * exp(dear + draw.gauss(0, COSTLY_SPREAD))
    months = draw.randint(2, LONGEST_CARE)
    own: Cells = {}
    for number in range(max(begins, 0), min(begins + months, 12)):
        _pay(draw, date(year, number + 1, 1), dollars / months, 15.0, own)
    return own


def _pay(draw: Random, month: date, dollars: float, evenness: float, cells: Cells) -> None:
    """Spread a month's bills over the months in which they are paid."""
    drawn = [draw.gammavariate(evenness * share, 1.0) for share in PATTERN]
    last = date(YEAR + 1, 6, 1)
    for wait, part in enumerate(drawn):
        paid = month_at(month, wait)
        if paid <= last:
            place = (month, paid)
            cells[place] = cells.get(place, 0) + round(100 * dollars * part / sum(drawn))


def _poisson(draw: Random, mean: float) -> int:
    """Draw a count of independent events."""
    count, left = 0, exp(-mean)
    product = draw.random()
    while product > left:
        count += 1
        product *= draw.random()
    return count


def _above(costly: list[Cells], through: date) -> float:
    """Return what single members had cost above the attachment point by a month."""
    sums = [sum(c for (_, paid), c in one.items() if paid <= through) / 100 for one in costly]
    return round(sum(max(one - ATTACHMENT, 0.0) for one in sums), 2)


def _reports(draw: Random, levels: Levels, ratio: float) -> dict[date, dict[str, float]]:
    """Make the totals of each quarter, and of the two cut-offs."""
    found: dict[date, dict[str, float]] = {}
    rates = {name: _rate(name, levels) for name in COUNTS}
    sizes = {name: _size(draw, name, levels, ratio) for name in COUNTS}
    totals = {
        "direct_service_payments": DIRECT * ratio * exp(levels.no_show + levels.staffing),
        "months_added": ADDED * exp(levels.attribution + draw.gauss(0, 0.3)),
        "months_removed": REMOVED * exp(-levels.attribution + draw.gauss(0, 0.3)),
    }
    so_far = dict.fromkeys(totals, 0.0)
    reached, counted = dict.fromkeys(COUNTS, 0), dict.fromkeys(COUNTS, 0)
    for quarter in range(1, 5):
        for name, total in totals.items():
            so_far[name] += total / 4 * exp(draw.gauss(0, 0.006))
        for name in COUNTS:
            share = (0.0, 0.2, 0.55, 1.0)[quarter - 1] if name in LATE_START else quarter / 4
            more = round(sizes[name] * share) - counted[name]
            counted[name] += more
            reached[name] += _binomial(draw, more, rates[name])
        found[date(YEAR, 3 * quarter, 1)] = _rounded(so_far, reached, counted)
    whole = found[date(YEAR, 12, 1)]
    return found | {month_at(date(YEAR, 12, 1), wait): dict(whole) for wait in (3, 6)}


def _rounded(
    totals: dict[str, float], reached: dict[str, int], counted: dict[str, int]
) -> dict[str, float]:
    found = {
        name: round(total, 2) if name.startswith("direct") else float(round(total))
        for name, total in totals.items()
    }
    for name in COUNTS:
        found[f"{name}.numerator"] = float(reached[name])
        found[f"{name}.denominator"] = float(counted[name])
    return found


def _rate(name: str, levels: Levels) -> float:
    top, bottom = COUNTS[name]
    moved = {
        "measurement": levels.completion,
        "depression_response": -0.6 * levels.acuity,
        "anxiety_response": -0.6 * levels.acuity,
        "follow_up": 0.6 * levels.staffing,
        "first_appointment": levels.staffing,
        "working_relationship": 0.0,
    }[name]
    return min(max(top / bottom * exp(moved) + levels.rates.get(name, 0.0), 0.01), 0.99)


def _size(draw: Random, name: str, levels: Levels, ratio: float) -> int:
    moved = levels.completion if name in LATE_START else 0.0
    follows = 1.0 if name in {"follow_up", "working_relationship"} else ratio
    mean = COUNTS[name][1] * follows * exp(moved)
    return max(round(draw.gauss(mean, sqrt(mean))), 1)


def _binomial(draw: Random, count: int, chance: float) -> int:
    """Draw how many of some patients reach a measure; near enough for more than a few."""
    found = draw.gauss(count * chance, sqrt(count * chance * (1 - chance)))
    return min(max(round(found), 0), count)


# The year that is kept

STORY = Levels(
    trend=-0.05,
    acuity=0.004,
    coding=0.010,
    attribution=-0.004,
    completion=0.03,
    no_show=0.005,
    staffing=0.022,
    rates={
        "measurement": 0.02,
        "depression_response": 0.065,
        "follow_up": 0.09,
        "first_appointment": 0.01,
        "working_relationship": 0.012,
    },
)
DROPPED, DROPPED_IN = 400, date(YEAR, 8, 1)
LATE, LATE_CAME = date(YEAR, 4, 1), date(YEAR, 6, 21)
TWICE, MENDED_IN, TWICE_SHARE = date(YEAR, 7, 1), date(YEAR, 10, 1), 0.09
"""July told its newest two months of care 9 % too high; October told them anew."""

HELD = {
    "run_out": "6 months",
    "earlier_deficits": "$0.00",
    "advance_balance": "$386,500.00",
    "late_amount": "$0.00",
    "months_late": "0 months",
    "interim_paid": "$0.00",
}
INTERIM_PAID_ON = date(YEAR + 1, 6, 12)
UNITS = {
    "member_months": "member-months",
    "listed_months": "member-months",
    "months_added": "member-months",
    "months_removed": "member-months",
    "mean_risk_score": "factor",
}
SHOWN_STEPS = {
    "benchmark.capped_risk_ratio_1": "Risk Ratio, Base Year 2023",
    "benchmark.capped_risk_ratio_2": "Risk Ratio, Base Year 2024",
    "benchmark.capped_risk_ratio_3": "Risk Ratio, Base Year 2025",
    "benchmark.historical_pmpm": "2. Benchmark PMPM",
    "benchmark": "3. Benchmark",
    "stop_loss.credit": "6. Stop-Loss Credit",
    "incurred_cost": "7. Incurred Cost",
    "net_cost.charge": "8. Stop-Loss Charge",
    "net_cost": "9. Net Cost",
    "savings.gross": "10. Gross Difference",
    "savings": "11. Corridor Share",
    "score": "Quality Score",
    "quality_factor": "12. Savings after quality",
    "administrative_reduction": "13. Administrative Reduction taken",
    "gain_cap": "15. Earned Savings",
    "recoupment.recouped": "17. Advance recouped",
    "true_up.payment": "19. Due to Group",
}
SHOWN_FIGURES = {
    "member_months": "1. Member-Months",
    "listed_months": "Member-months on the lists",
    "months_added": "Member-months added later",
    "months_removed": "Member-months removed later",
    "mean_risk_score": "Mean Risk Score",
    "paid_claims": "4. Paid Claims",
    "claims_above_attachment": "5. Paid Claims above the Attachment Point",
    "direct_service_payments": "Direct Service Payments",
    "interim_paid": "18. Interim Payment",
}


def paid_rows(made: MadeUpYear) -> list[tuple[str, ...]]:
    """Make the rows of paid.csv, with what feeds told wrongly and told anew."""
    rows = []
    history = date(YEAR - 1, 12, 1)
    for (care, paid), cents in sorted(made.cells.items()):
        feed = max(paid, history)
        rows.append(_paid_row(care, paid, _first_told(care, paid, cents), feed))
        if paid == DROPPED_IN:
            rows.append(_paid_row(care, paid, cents, month_at(DROPPED_IN, 1)))
        if paid == TWICE:
            rows.append(_paid_row(care, paid, cents, MENDED_IN))
    return rows


def _first_told(care: date, paid: date, cents: int) -> int:
    if paid == DROPPED_IN:
        return round(cents * (1 - DROPPED / (MEMBER_MONTHS / 12)))
    if paid == TWICE and care >= month_at(TWICE, -1):
        return round(cents * (1 + TWICE_SHARE))
    return cents


def _paid_row(care: date, paid: date, cents: int, feed: date) -> tuple[str, ...]:
    return (f"{care:%Y-%m}", f"{paid:%Y-%m}", f"${cents / 100:.2f}", f"{feed:%Y-%m}")


def month_rows(made: MadeUpYear) -> list[tuple[str, ...]]:
    """Make the rows of months.csv: the list of each month, and August's told anew in September."""
    rows = []
    for month, (members, listed, risk) in sorted(made.months.items()):
        came = date(YEAR, 1, 11) if month.year < YEAR else month.replace(day=10)
        gone = DROPPED if month == DROPPED_IN else 0
        note = "about 400 members fewer than in July" if gone else ""
        rows.append(_month_row(month, came, (members - gone, listed - gone, risk), note))
        if gone:
            again = month_at(month, 1).replace(day=10)
            words = "told anew with September's list: the members are back"
            rows.append(_month_row(month, again, (members, listed, risk), words))
    return rows


def _month_row(month: date, came: date, told: tuple[int, int, float], note: str) -> tuple[str, ...]:
    members, listed, risk = told
    months = (f"{members} member-months", f"{listed} member-months")
    return (f"{month:%Y-%m}", came.isoformat(), *months, f"{risk:.4f} factor", note)


def feed_rows(made: MadeUpYear) -> list[tuple[str, ...]]:
    """Make the rows of feeds.csv: due on the 15th of the next month, one late, two that restate."""
    first = ("2026-12", "2027-01-31", "2027-01-20", "25210 members", "712440 rows", "")
    rows: list[tuple[str, ...]] = [first]
    restating = {month_at(DROPPED_IN, 1): DROPPED_IN, MENDED_IN: TWICE}
    for number in range(18):
        month = month_at(date(YEAR, 1, 1), number)
        due = month_at(month, 1).replace(day=15)
        came = LATE_CAME if month == LATE else due.replace(day=12 + (number * 5) % 4)
        members = made.months[min(month, date(YEAR, 12, 1))][0]
        members -= DROPPED if month == DROPPED_IN else 0
        lines = round(members * 0.79) + 37 * ((number * 7) % 11)
        anew = f"{restating[month]:%Y-%m}" if month in restating else ""
        cells = (f"{members} members", f"{lines} rows", anew)
        rows.append((f"{month:%Y-%m}", due.isoformat(), came.isoformat(), *cells))
    return rows


def reported_day(through: date) -> date:
    """Return the day a report through a month came: three weeks after the month's feed was due."""
    return month_at(through, 1).replace(day=28)


def figures_text(made: MadeUpYear, interim_paid: str) -> str:
    """Write figures.toml: what is held, and each report."""
    lines = [
        "# What came of Juniper's year that is not monthly. Made up by examples/build_year.py.",
        "",
        "[year]",
        f"performance_year = {YEAR}",
        f'paid_through = "{YEAR + 1}-06"   # Table B-6: the final cut-off is June 30, {YEAR + 1}',
        "",
        "# Known, and not growing with the year.",
        "[held]",
        *(f'{name} = "{value}"' for name, value in HELD.items()),
    ]
    for through, found in sorted(made.reports.items()):
        lines += ["", "[[report]]", f'through = "{through:%Y-%m}"']
        lines += [f"received = {reported_day(through)}"]
        lines += [f'given.{name} = "{written(name, value)}"' for name, value in found.items()]
    lines += ["", "# The Interim Payment, on the day it was paid.", "[[report]]"]
    lines += [f'through = "{YEAR + 1}-03"', f"received = {INTERIM_PAID_ON}"]
    lines += [f'given.interim_paid = "{interim_paid}"', ""]
    return "\n".join(lines)


def written(name: str, value: float) -> str:
    """Write a figure with its unit."""
    if name in UNITS:
        return f"{value:.4f} factor" if UNITS[name] == "factor" else f"{value:,.0f} {UNITS[name]}"
    if "." in name:
        return f"{value:,.0f} {'discharges' if name.startswith('follow_up') else 'patients'}"
    return f"${value:,.2f}"


def as_settled(final: dict[str, float], **other: str) -> dict[str, str]:
    """Return a year's figures as text, with those that are held."""
    return HELD | {name: written(name, value) for name, value in final.items()} | other


# The plan's statements


def settled(terms: str, figures: dict[str, str]) -> Settlement:
    """Settle the year by a text of terms."""
    reading = read_terms(terms)
    assert reading.contract is not None, reading.problems
    values = {name: parse(value) for name, value in figures.items()}
    return settle(reading.contract, FigureSet("made up", values), calendar_year(YEAR))


def uncapped(terms: str) -> str:
    """Return the terms as the interim statement reads them: risk ratios rise without a limit."""
    return _changed(terms, 'risk_cap_up = "3 %"', 'risk_cap_up = "50 %"')


def reduced_after_the_cap(terms: str) -> str:
    """Return the terms as the final statement reads them: the 2 % are taken after the cap."""
    marks = (
        '[[clause]]\nid = "administrative_reduction"',
        '[[clause]]\nid = "gain_cap"',
        "# No deficit",
    )
    at = [terms.index(mark) for mark in marks]
    assert at == sorted(at), "the reduction stands before the cap"
    before, reduction, cap, after = (
        terms[: at[0]],
        terms[at[0] : at[1]],
        terms[at[1] : at[2]],
        terms[at[2] :],
    )
    reduction = _changed(reduction, 'of = "quality_factor"', 'of = "gain_cap"')
    cap = _changed(cap, 'of = "administrative_reduction"', 'of = "quality_factor"')
    after = _changed(after, 'of = "gain_cap"', 'of = "administrative_reduction"')
    return before + cap + reduction + after


def _changed(text: str, old: str, new: str) -> str:
    assert text.count(old) == 1, f"{old} stands once"
    return text.replace(old, new)


def statement_rows(found: Settlement, figures: dict[str, str]) -> list[tuple[str, ...]]:
    """Make a statement's rows: the figures, then the steps, as a plan prints them."""
    rows = [(name, label, figures[name]) for name, label in SHOWN_FIGURES.items()]
    steps = [(name, label, printed(found.line(name))) for name, label in SHOWN_STEPS.items()]
    fee = ("care_coordination", "Care Coordination Fee, paid month by month", "")
    return [*rows, (fee[0], fee[1], printed(found.line(fee[0]))), *steps]


def printed(line: Line) -> str:
    """Write a step to the places a statement prints."""
    places = {Kind.MONEY: 2, Kind.MONEY_PER: 6, Kind.FACTOR: 4, Kind.FRACTION: 3}[line.unit.kind]
    return write(round_exactly(line.value, Decimal(1).scaleb(-places), "half up"), line.unit)


def interim_figures(made: MadeUpYear) -> dict[str, str]:
    """Return the figures of the interim statement: payments through March."""
    cut = date(YEAR + 1, 3, 1)
    paid = sum(c for (care, when), c in made.cells.items() if care.year == YEAR and when <= cut)
    final = made.final() | made.reports[cut] | {"paid_claims": paid / 100}
    return as_settled(final, run_out="3 months")


def stale_list(figures: dict[str, str]) -> dict[str, str]:
    """Return the figures on the lists as they stood in August, with 400 members gone."""
    kept = dict(figures)
    for name in ("member_months", "listed_months"):
        months = int(parse(figures[name]).amount) - DROPPED
        kept[name] = written(name, months)
    return kept


# Signs along the way


def indicator_rows(made: MadeUpYear) -> list[tuple[str, ...]]:
    """Make indicators.csv: two years of monthly signs that fit the story."""
    draw = Random(SEED + 1)  # noqa: S311 - nothing secret is drawn
    rows = []
    for number in range(24):
        month = month_at(date(YEAR - 1, 1, 1), number)
        for name, value, count, wait in _signs(draw, made, month):
            received = month_at(month, 1) + timedelta(days=wait)
            rows.append((name, f"{month:%Y-%m}", value, count, received.isoformat()))
    return sorted(rows, key=lambda row: (row[0], row[1]))


def _signs(draw: Random, made: MadeUpYear, month: date) -> list[tuple[str, str, str, int]]:
    """Return each sign of a month: name, value, how many it rests on, days until it came."""
    is_own, growth = month.year == YEAR, (month.year - YEAR + 1) * month.month / 12
    shares = {
        "measurement_completion": (0.70 + 0.13 * growth if is_own else 0.53, 595),
        "depression_response": (0.435 if is_own else 0.365, 155),
        "first_appointment": (0.89 if is_own else 0.76, 388),
        "after_discharge": (0.55 if is_own else 0.47, 35),
        "denial_rate": (0.061 if month < date(YEAR, 9, 1) else 0.094, 8_900),
        "clinician_turnover": (0.018 if month < date(YEAR, 10, 1) else 0.026, 320),
    }
    found = [_share_sign(draw, name, *told) for name, told in shares.items()]
    members = made.months[month][0]
    gone = DROPPED if month == DROPPED_IN else 3 + draw.randrange(12)
    late = (LATE_CAME - LATE.replace(month=LATE.month + 1, day=15)).days if month == LATE else 0
    hours = 164 + 4 * (month.month - 1 if is_own else 0) + draw.randrange(24)
    cost = sum(c for (care, _), c in made.cells.items() if care == month) / 100 / members
    return [
        *found,
        ("cost_pmpm", f"${cost:.2f} PMPM", str(members), 104),
        ("feed_days_late", f"{late} days", "", 14 + late),
        ("members_dropped", f"{gone} members", str(members), 9),
        ("unpaid_hours", f"{hours} hours", "", 6),
    ]


def _share_sign(draw: Random, name: str, rate: float, usual: int) -> tuple[str, str, str, int]:
    count = max(usual + draw.randrange(-usual // 12, usual // 12 + 1), 20)
    reached = _binomial(draw, count, rate)
    return name, f"{100 * reached / count:.1f} %", str(count), 20


# Writing


def build(folder: Path, terms: str) -> None:
    """Make the year, the figures and the statements in a folder.

    Parameters
    ----------
    folder
        Where ``year/``, ``figures/`` and ``statements/`` are written.
    terms
        The text of Juniper's terms.
    """
    made = draw_year(SEED, STORY)
    early = interim_figures(made)
    interim = settled(uncapped(terms), early)
    interim_paid = printed(interim.line("true_up.payment"))
    figures = as_settled(made.final(), interim_paid=interim_paid)
    stale = stale_list(figures)
    final = settled(reduced_after_the_cap(terms), stale)
    year, statements = folder / "year", folder / "statements"
    _table(year / "paid.csv", "incurred_month,paid_month,paid,feed", paid_rows(made))
    titles = "month,received,member_months,listed_months,mean_risk_score,note"
    _table(year / "months.csv", titles, month_rows(made))
    _table(year / "feeds.csv", "month,due,received,members,rows,restates", feed_rows(made))
    _table(year / "indicators.csv", "indicator,period,value,n,received", indicator_rows(made))
    _table(
        statements / "2028-04-28-interim.csv", "line,label,value", statement_rows(interim, early)
    )
    _table(statements / "2028-08-31-final.csv", "line,label,value", statement_rows(final, stale))
    _text(year / "figures.toml", figures_text(made, interim_paid))
    _text(folder / "figures" / "2027.toml", own_text(figures, "June 30, 2028"))
    # Named like the statement that counts as many months of late claims.
    _text(folder / "figures" / "2028-04-28-interim.toml", own_text(early, "March 31, 2028"))
    told = [settled(terms, early), interim, settled(terms, figures), settled(terms, stale), final]
    _text(year / "truth.toml", truth_text([printed(one.line("true_up.payment")) for one in told]))


def own_text(figures: dict[str, str], paid_through: str) -> str:
    """Write the group's own figures of the year, with the claims paid by a day."""
    lines = [
        f'title = "Juniper\'s own figures of 2027, with claims paid through {paid_through}"',
        "",
        "# Made up by examples/build_year.py.",
        "[given]",
        *(f'{name} = "{value}"' for name, value in figures.items()),
        "",
    ]
    return "\n".join(lines)


def truth_text(due: list[str]) -> str:
    """Write what was planted, and what each defect moves."""
    return f"""\
# What is true of Juniper's made-up year. An analysis is scored by it and never reads it.
mark = "Nobody in these numbers exists."
seed = {SEED}

[late_feed]
month = "{LATE:%Y-%m}"
came = {LATE_CAME}

[dropped_members]
month = "{DROPPED_IN:%Y-%m}"
members = {DROPPED}
restored = "{month_at(DROPPED_IN, 1):%Y-%m}"

[restated_payments]
month = "{TWICE:%Y-%m}"
told_anew = "{MENDED_IN:%Y-%m}"
too_high = "{100 * TWICE_SHARE:.0f} %"

[interim]
file = "2028-04-28-interim.csv"
defects = ["risk ratios rise without the limit of 3 % (benchmark.risk_cap_up)"]
due_by_the_terms = "{due[0]}"
due_as_printed = "{due[1]}"

[final]
file = "2028-08-31-final.csv"
defects = [
  "the Administrative Reduction is taken after the Gain Cap",
  "member-months are those of August's list, with 400 members gone",
]
due_by_the_terms = "{due[2]}"
due_by_the_terms_on_the_stale_list = "{due[3]}"
due_as_printed = "{due[4]}"
"""


def _table(path: Path, titles: str, rows: list[tuple[str, ...]]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(titles.split(","))
        writer.writerows(rows)


def _text(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    build(JUNIPER, (JUNIPER / "terms.toml").read_text(encoding="utf-8"))

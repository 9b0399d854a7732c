"""The sliders of the assumptions: what somebody expects of the year, as the files say it."""

from collections.abc import Iterator
from decimal import Decimal

from fairterms.decide.trial_run.prepared import Prepared
from fairterms.decide.trial_run.slider import Kind, Slider, ladder
from fairterms.payment.evaluation import survey
from fairterms.simulate.drivers.assumptions import is_moved
from fairterms.simulate.forecast.declaration import FILE
from fairterms.simulate.forecast.factors import MEANINGS
from fairterms.simulate.forecast.figure_panel import named
from fairterms.simulate.page.names import spoken
from fairterms.units.quantity import FRACTION, MONEY, POINTS, Quantity, Unit

CENTRE_REACH = Decimal("0.1")
SPREAD_LEAST = Decimal("0.05")
RATE_REACH = Decimal("0.2")
LOWEST_RATE, HIGHEST_RATE = Decimal("0.001"), Decimal("0.999")
SMALLEST, LARGEST = Decimal("0.5"), Decimal(2)
RATE_TICK = Decimal("0.001")

WHY_CENTRE = "the slider reaches 10 % to either side of what is expected, our choice"
WHY_SPREAD = "the slider reaches from nothing to twice the spread, and to 5 % at least, our choice"
WHY_RATE = "the slider reaches 20 percentage points to either side of the rate, our choice"
WHY_LEVEL = "the slider reaches half less and half more than expected, our choice"
WHY_SIZE = "the slider reaches from half as many people to twice as many, our choice"

WHOLE_YEAR = "What moves a whole year"
MEASURES = "What the group reaches"
FIGURES = "Figures of the expected year"
GROUP = "The group"


def assumption_sliders(prepared: Prepared) -> Iterator[Slider]:
    """Yield the sliders of the assumptions: factors, rates, figures, the group.

    Parameters
    ----------
    prepared
        The deal.
    """
    yield from _factors(prepared)
    yield from _measures(prepared)
    yield from _figures(prepared)
    yield from _group(prepared)


def usual_rate(prepared: Prepared, measure: str) -> Decimal | None:
    """Return a measure's rate in a usual year, to a tenth of a percentage point.

    Parameters
    ----------
    prepared
        The deal.
    measure
        The measure's id.

    Returns
    -------
    Decimal or None
        From the group's records where the forecast wants it so, else of the expected scenario;
        None where it counts nobody.
    """
    spec = next((one for one in prepared.declared.measures if one.id == measure), None)
    known = prepared.past.rates.get(measure)
    if spec is not None and spec.from_records and known is not None:
        return Decimal(repr(known.rate)).quantize(RATE_TICK)
    top, bottom = (
        prepared.expected.values.get(f"{measure}.{end}") for end in ("numerator", "denominator")
    )
    if not isinstance(top, Quantity) or not isinstance(bottom, Quantity) or not bottom.amount:
        return None
    return (top.amount / bottom.amount).quantize(RATE_TICK)


def widest_spread(spread: float) -> Decimal:
    """Return how far a spread can be moved: to twice itself, and to 5 % at least.

    Examples
    --------
    >>> str(widest_spread(0.035)), str(widest_spread(0.0))
    ('0.070', '0.05')
    """
    return max(Decimal(repr(spread)) * 2, SPREAD_LEAST)


def _factors(prepared: Prepared) -> Iterator[Slider]:
    costed = {
        name
        for one in prepared.declared.patients
        for name in (*(one.moved_by if one.cost else {}), "attribution")
    }
    for name, factor in prepared.declared.factors.items():
        if not is_moved(prepared.declared, name):
            continue
        title = f"{spoken(name).capitalize()} ({MEANINGS[name]})"
        spread = Decimal(repr(factor.spread))
        centre = Decimal(repr(factor.centre))
        low = max(centre - CENTRE_REACH, Decimal("-0.9"))
        ends = (low, centre, centre + CENTRE_REACH)
        wide = (Decimal(0), spread, widest_spread(factor.spread))
        place = f"{FILE}, factor {spoken(name)}"
        is_drawn = name in costed
        for end, words, (first, now, last), why in (
            ("centre", f"{title}: the middle", ends, WHY_CENTRE),
            ("spread", f"{title}: the spread", wide, WHY_SPREAD),
        ):
            yield _assumed(
                (f"factor.{name}.{end}", words, WHOLE_YEAR),
                (FRACTION, now, first, last),
                (why, place),
                is_drawn=is_drawn,
            )


def _measures(prepared: Prepared) -> Iterator[Slider]:
    wanted = survey(prepared.contract).wanted
    specs = {one.id: one for one in prepared.declared.measures}
    for measure in prepared.contract.measures:
        rate = usual_rate(prepared, measure.id)
        if rate is None or f"{measure.id}.numerator" not in wanted:
            continue
        spec = specs.get(measure.id)
        is_known = spec is not None and spec.from_records and measure.id in prepared.past.rates
        low = min(max(rate - RATE_REACH, LOWEST_RATE), rate)
        high = max(min(rate + RATE_REACH, HIGHEST_RATE), rate)
        yield _assumed(
            (f"measure.{measure.id}.rate", f"{measure.name}: the usual rate", MEASURES),
            (FRACTION, rate, low, high),
            (WHY_RATE, "the group's records" if is_known else "the expected scenario"),
        )
        if spec is not None:
            spread = Decimal(repr(spec.spread))
            yield _assumed(
                (f"measure.{measure.id}.spread", f"{measure.name}: the spread", MEASURES),
                (POINTS, spread, Decimal(0), widest_spread(spec.spread)),
                (WHY_SPREAD.replace("5 %", "5 percentage points"), f"{FILE}, {measure.id}"),
            )


def _figures(prepared: Prepared) -> Iterator[Slider]:
    meanings = {one.id: one.meaning for one in prepared.contract.figures}
    for name, level in movable_levels(prepared).items():
        meaning = meanings.get(name, "")
        words = spoken(name).capitalize()
        low, high = sorted((level.amount / 2, level.amount * 3 / 2))
        yield _assumed(
            (f"level.{name}", f"{words} ({meaning})" if meaning else words, FIGURES),
            (level.unit, level.amount, low, high),
            (WHY_LEVEL, "the expected scenario"),
        )


def movable_levels(prepared: Prepared) -> dict[str, Quantity]:
    """Return the figures of the expected scenario whose level alone may be moved.

    Parameters
    ----------
    prepared
        The deal.

    Notes
    -----
    What patients cost moves with the factors, and counts of measures with their rates. A figure
    that takes one of a few values has no level between them.
    """
    declared, wanted = prepared.declared, survey(prepared.contract).wanted
    fixed = {name for one in declared.patients for name in (one.paid, one.above)}
    fixed |= {
        name for one in declared.figures if one.chances for name in named(one, prepared.expected)
    }
    ends = (".numerator", ".denominator")
    return {
        name: level
        for name, level in prepared.expected.values.items()
        if isinstance(level, Quantity)
        and level.amount
        and name in wanted
        and name not in fixed
        and not name.endswith(ends)
    }


def _group(prepared: Prepared) -> Iterator[Slider]:
    if prepared.declared.patients:
        yield _assumed(
            ("group.size", "People on the plan's list, against today", GROUP),
            (FRACTION, Decimal(1), SMALLEST, LARGEST),
            (WHY_SIZE, FILE),
            is_drawn=True,
        )
    cost = prepared.deal.cost_to_comply
    if cost:
        yield _assumed(
            ("cost_to_comply", "What the contract's work costs the group in a year", GROUP),
            (MONEY, cost, cost / 2, cost * 3 / 2),
            (WHY_LEVEL, "deal.toml"),
        )


def _assumed(
    names: tuple[str, str, str],
    numbers: tuple[Unit, Decimal, Decimal, Decimal],
    reasons: tuple[str, str],
    *,
    is_drawn: bool = False,
) -> Slider:
    unit, now, low, high = numbers
    least, most, step = ladder(now, low, high, unit.tick)
    name, title, section = names
    why, place = reasons
    return Slider(
        name, Kind.ASSUMPTION, title, section, unit, least, most, step, now, why, place, is_drawn
    )

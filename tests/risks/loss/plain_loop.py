"""The slow plain twin: a loop over trials and events with Python's own generator and scalar rules.

It shares nothing with the code it checks but the records that describe a risk.
"""

from math import exp, log
from random import Random

from fairterms.risks.loss.frequency import Chance, Frequency, NegativeBinomial, Poisson
from fairterms.risks.loss.limits import Limits
from fairterms.risks.loss.severity import Amounts, Fixed, Lognormal, Pert, Severity


def plain_years(
    frequency: Frequency, severity: Severity, limits: Limits, trials: int, seed: int
) -> list[float]:
    """Return the loss of each trial."""
    chance = Random(seed)  # noqa: S311
    return [_year(frequency, severity, limits, chance) for _ in range(trials)]


def _year(frequency: Frequency, severity: Severity, limits: Limits, chance: Random) -> float:
    events = _count(frequency, chance)
    total = 0.0
    for _ in range(events):
        total += _limited(
            _amount(severity, chance),
            limits.deductible_per_event,
            limits.per_event,
            limits.share_above_event,
            limits.floor_per_event,
            limits.order,
        )
    if not events:
        return 0.0
    return _limited(
        total,
        limits.deductible_per_year,
        limits.per_year,
        limits.share_above_year,
        limits.floor_per_year,
        limits.order,
    )


def _count(frequency: Frequency, chance: Random) -> int:
    if isinstance(frequency, Chance):
        p = frequency.probability
        if not isinstance(p, float):
            p = chance.betavariate(p.alpha, p.beta)
        return int(chance.random() < p)
    rate = frequency.per_year
    if isinstance(frequency, NegativeBinomial):
        excess = frequency.variance_ratio - 1
        rate = chance.gammavariate(rate / excess, excess)
    return _poisson(rate, chance)


def _poisson(rate: float, chance: Random) -> int:
    count, product, limit = 0, chance.random(), exp(-rate)
    while product > limit:
        count += 1
        product *= chance.random()
    return count


def _amount(severity: Severity, chance: Random) -> float:
    if isinstance(severity, Lognormal):
        return chance.lognormvariate(log(severity.median), severity.spread)
    if isinstance(severity, Pert):
        reach = severity.high - severity.low
        alpha = 1 + 4 * (severity.likely - severity.low) / reach
        return severity.low + reach * chance.betavariate(alpha, 6 - alpha)
    if isinstance(severity, Amounts):
        return chance.choice(severity.values)
    assert isinstance(severity, Fixed)
    return severity.amount


def _limited(
    loss: float,
    deductible: float | None,
    cap: float | None,
    share: float | None,
    floor: float | None,
    order: str,
) -> float:
    if order == "cap first" and cap is not None:
        loss, cap = min(loss, cap) + (share or 0) * max(loss - cap, 0), None
    if deductible is not None:
        loss = max(loss - deductible, 0)
    if cap is not None and loss > cap:
        loss = cap + (share or 0) * (loss - cap)
    return loss if floor is None else max(loss, floor)


def some_risks() -> list[tuple[Frequency, Severity, Limits]]:
    """Return twenty made-up risks of all kinds, with limits of all kinds."""
    frequencies: list[Frequency] = [
        Chance(0.005),
        Chance(0.3),
        Chance.from_interval(0.05, 0.4),
        Poisson(0.2),
        Poisson(1.5),
        NegativeBinomial(2.0, 4.0),
        NegativeBinomial(0.5, 2.0),
    ]
    severities: list[Severity] = [
        Lognormal.from_interval(1_000.0, 50_000.0),
        Pert(0.0, 4_000.0, 60_000.0),
        Amounts([500.0, 2_500.0, 2_500.0, 40_000.0]),
        Fixed(7_500.0),
    ]
    limits = [
        Limits(),
        Limits(deductible_per_event=2_000.0, per_event=20_000.0, order="deductible first"),
        Limits(deductible_per_event=2_000.0, per_event=20_000.0, order="cap first"),
        Limits(per_event=10_000.0, share_above_event=0.1, per_year=25_000.0),
        Limits(deductible_per_year=5_000.0, floor_per_event=1_000.0, floor_per_year=2_000.0),
    ]
    return [(frequencies[at % 7], severities[at % 4], limits[at % 5]) for at in range(20)]

"""How the pages write a simulated figure: rounded to what the simulation knows, with its error."""

from math import floor, isfinite, log10

from fairterms.simulate.results.estimate import Estimate


def dollars(amount: float) -> str:
    """Write dollars without cents, with a real minus sign.

    Examples
    --------
    >>> dollars(-1234.5), dollars(0.2)
    ('−$1,234', '$0')
    """
    shown = f"${abs(amount):,.0f}"
    return f"−{shown}" if amount < 0 and shown != "$0" else shown


def share(value: float) -> str:
    """Write a share of years as a per cent; never 0 % or 100 % for what only is rare.

    Examples
    --------
    >>> share(0.314), share(0.0), share(0.0002), share(0.9999)
    ('31.4 %', '0 %', 'under 0.1 %', 'over 99.9 %')
    """
    if 0 < value < 0.001:
        return "under 0.1 %"
    if 0.999 < value < 1:
        return "over 99.9 %"
    return f"{100 * value:.1f}".removesuffix(".0") + " %"


def half_width(found: Estimate) -> float:
    """Return half the width of the 95 % interval, in the estimate's unit."""
    return found.factor() * found.error


def rounded(value: float, half: float) -> float:
    """Round to the second digit of the error: what stands behind it is noise (our choice).

    Parameters
    ----------
    value
        In dollars.
    half
        Half the width of its interval, in dollars; below 10, and where nobody knows it, the value
        is rounded to the dollar.

    Examples
    --------
    >>> rounded(-135_994.0, 1_487.0), rounded(12_345.6, 8.0)
    (-136000.0, 12346.0)
    """
    place = 10.0 ** max(0, floor(log10(half)) - 1) if isfinite(half) and half >= 1 else 1.0
    return round(value / place) * place


def known(found: Estimate) -> float:
    """Return an estimate rounded to what is known, for a chart."""
    return rounded(found.value, half_width(found))


def about(found: Estimate) -> str:
    """Write dollars without their error, rounded to what is known.

    Examples
    --------
    >>> about(Estimate(12_345.0, 100.0))
    '$12,340'
    """
    return dollars(known(found))


def estimate(found: Estimate) -> str:
    """Write dollars with half the width of their 95 % interval, both rounded to what is known.

    Examples
    --------
    >>> estimate(Estimate(-135_994.0, 730.0)), estimate(Estimate(500.0, 0.0))
    ('−$136,000 ± $1,400', '$500')
    """
    half = half_width(found)
    if half < 0.5:
        return dollars(found.value)
    error = dollars(rounded(half, half)) if isfinite(half) else "not known"
    return f"{about(found)} ± {error}"


def chance(found: Estimate) -> str:
    """Write a chance with half the width of its 95 % interval, in percentage points.

    Where that interval would pass 0 % or 100 %, only its other end is written.

    Examples
    --------
    >>> chance(Estimate(0.25, 0.005)), chance(Estimate(0.0, 0.0001)), chance(Estimate(0.002, 0.002))
    ('25 % ± 1', 'none seen', 'under 0.6 %')
    """
    if found.value in {0.0, 1.0}:
        return "none seen" if found.value == 0 else "always"
    half = half_width(found)
    if half < 0.0005:
        return share(found.value)
    if half >= min(found.value, 1 - found.value):
        return _one_sided(found.value, half)
    return f"{share(found.value)} ± {100 * half:.1f}".removesuffix(".0")


def _one_sided(value: float, half: float) -> str:
    if value <= 0.5:
        return f"under {share(min(value + half, 0.999))}"
    return f"over {share(max(value - half, 0.001))}"

"""How the pages write a simulated figure: rounded to what the simulation knows, with its error."""

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


def estimate(found: Estimate) -> str:
    """Write dollars with half the width of their 95 % interval.

    Examples
    --------
    >>> estimate(Estimate(12_345.0, 100.0))
    '$12,345 ± $196'
    """
    return f"{dollars(found.value)} ± {dollars(found.factor() * found.error)}"


def chance(found: Estimate) -> str:
    """Write a chance with half the width of its 95 % interval, in percentage points.

    Examples
    --------
    >>> chance(Estimate(0.25, 0.005)), chance(Estimate(0.0, 0.0001))
    ('25 % ± 1', 'none seen')
    """
    if found.value in {0.0, 1.0}:
        return "none seen" if found.value == 0 else "always"
    half = 100 * found.factor() * found.error
    if half < 0.05:
        return share(found.value)
    return f"{share(found.value)} ± {half:.1f}".removesuffix(".0")

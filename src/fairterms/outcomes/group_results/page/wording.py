"""How the page writes rates, chances and counts."""

from decimal import ROUND_HALF_UP, Decimal

NOT_KNOWN = "not known"


def percent(rate: float, places: int = 1) -> str:
    """Write a rate.

    Examples
    --------
    >>> percent(0.4523), percent(1.0), percent(0.5, 0)
    ('45.2 %', '100.0 %', '50 %')
    """
    exact = Decimal(str(rate)) * 100
    return f"{exact.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)} %"


def between(low: float, high: float) -> str:
    """Write an interval of rates.

    Examples
    --------
    >>> between(0.41, 0.498)
    '41.0 % to 49.8 %'
    """
    return f"{percent(low)} to {percent(high)}"


def points(difference: float) -> str:
    """Write a difference of rates in percentage points.

    Examples
    --------
    >>> points(-0.0312), points(0.01)
    ('−3.1 points', '+1.0 points')
    """
    written = Decimal(str(abs(difference))) * 100
    rounded = written.quantize(Decimal("0.1"), ROUND_HALF_UP)
    sign = "" if not rounded else "−" if difference < 0 else "+"
    return f"{sign}{rounded} points"


def chance(probability: float) -> str:
    """Write a chance so that it promises no more than is known.

    Examples
    --------
    >>> chance(0.42), chance(0.997), chance(0.0004)
    ('42 %', 'over 99 %', 'under 1 %')
    """
    if probability > 0.99:
        return "over 99 %"
    if probability < 0.01:
        return "under 1 %"
    return percent(probability, 0)


def dollars(amount: Decimal | None) -> str:
    """Write dollars without cents; a dash where nothing is priced.

    Examples
    --------
    >>> dollars(Decimal("-38640.4")), dollars(None)
    ('−$38,640', '–')
    """
    if amount is None:
        return "–"
    whole = amount.quantize(Decimal(1), ROUND_HALF_UP)
    return f"{'−' if whole < 0 else ''}${abs(whole):,}"


def counted(number: int, noun: str) -> str:
    """Write a number of things.

    Examples
    --------
    >>> counted(1, "patient"), counted(1200, "patient")
    ('1 patient', '1,200 patients')
    """
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"

"""Who somebody is, as far as an audit must tell people apart."""


def is_same(one: str, other: str) -> bool:
    """Tell whether two names are of one person; how they are spaced and capitalised says nothing.

    Examples
    --------
    >>> is_same("Finance director", "finance  director"), is_same("actuary", "finance director")
    (True, False)
    """
    return bool(one.split()) and one.casefold().split() == other.casefold().split()


def is_among(one: str, others: tuple[str, ...]) -> bool:
    """Tell whether somebody is one of several."""
    return any(is_same(one, other) for other in others)

"""Where a line may end: never inside an amount."""

from __future__ import annotations

import re
from typing import Final

# A sign before a dollar sign: programs see two words there and would break the line.
AMOUNT: Final = re.compile(r"[−+-]\$\d[\d,.]*")


def parts(value: str) -> tuple[str, ...]:
    """Divide a key number where its line may end.

    Parameters
    ----------
    value
        A key number as shown, perhaps two of them with words between.

    Returns
    -------
    tuple of str
        Parts to be kept whole; joined by spaces they are the value. A part begins where a
        word with a digit begins, so that a unit or a "to" stays with the number before it.

    Examples
    --------
    >>> parts("−$196,698 to $40,906")
    ('−$196,698 to', '$40,906')
    >>> parts("3 critical, 5 high"), parts("12 %")
    (('3 critical,', '5 high'), ('12 %',))
    >>> parts("not known")
    ('not', 'known')
    """
    has_number = any(sign.isdigit() for sign in value)
    return tuple(re.split(r" (?=\S*\d)", value) if has_number else value.split(" "))

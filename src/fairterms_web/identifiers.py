"""Names of rows that tell nothing: not how many there are, nor which came first."""

from secrets import token_hex

SIZE = 32
"""Characters; 128 bits, so that nobody guesses one."""


def new() -> str:
    """Return a new identifier, 32 hexadecimal digits.

    Examples
    --------
    >>> len(new()), new() == new()
    (32, False)
    """
    return token_hex(SIZE // 2)

"""List numbers as they are printed: "3", "iii", "C"; shared by the Word and HTML readers."""

from collections.abc import Callable

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


def roman(number: int) -> str:
    """Write a number of at least 1 in small Roman letters.

    Examples
    --------
    >>> roman(14)
    'xiv'
    """
    assert number >= 1, f"there is no Roman {number}"
    letters = ""
    for value, sign in _ROMAN:
        count, number = divmod(number, value)
        letters += sign * count
    return letters


def from_roman(letters: str) -> int:
    """Read Roman letters, small or capital; 0 when they are none.

    Examples
    --------
    >>> from_roman("IX"), from_roman("Fee")
    (9, 0)
    """
    rest, number = letters.lower(), 0
    for value, sign in _ROMAN:
        while rest.startswith(sign):
            rest = rest[len(sign) :]
            number += value
    return number if not rest and number and roman(number) == letters.lower() else 0


def letter(number: int) -> str:
    """Write a number of at least 1 as Word does in lettered lists: a to z, then aa, bb.

    Examples
    --------
    >>> letter(3), letter(28)
    ('c', 'bb')
    """
    assert number >= 1, f"there is no letter {number}"
    rounds, place = divmod(number - 1, 26)
    return chr(ord("a") + place) * (rounds + 1)


_FORMATS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": "{:02}".format,
    "lowerLetter": letter,
    "upperLetter": lambda number: letter(number).upper(),
    "lowerRoman": roman,
    "upperRoman": lambda number: roman(number).upper(),
    "1": str,
    "a": letter,
    "A": lambda number: letter(number).upper(),
    "i": roman,
    "I": lambda number: roman(number).upper(),
}


def written(number: int, style: str) -> str:
    """Write a list number in a style that Word or HTML names; plain digits for an unknown one."""
    return _FORMATS.get(style, str)(number) if number >= 1 else str(number)

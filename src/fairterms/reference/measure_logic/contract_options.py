"""Options of a measure that the contract declares, read with their unit or refused."""

from datetime import date
from decimal import Decimal, InvalidOperation
from fractions import Fraction

from fairterms.reference.evidence import Basis, Evidence
from fairterms.reference.instrument import INSTRUMENTS, Instrument
from fairterms.reference.measure import Option, Options
from fairterms.units.problem import nearest
from fairterms.units.refusal import Refusal

STEWARD = "declared by the contract"
VERSION = "as the contract declares it; logic 1"
LICENCE = "No published text and no code list is used; the definition is the contract's own."
BASIS = Basis(
    "the contract's own definition: there is no published one to compare it with", Evidence.GENERAL
)
"""What every measure that a contract itself declares has in common."""

NONE = "none"
"""The word for "there is none", where a contract must say so."""

ANY = "any"
"""The word for "no restriction", where a contract must say so."""

INSTRUMENT = Option("instrument", "name", "which questionnaire counts, such as phq9")
OBSERVED_UNTIL = Option(
    "observed_until",
    "date",
    "the last day up to which the records are complete; what is due later is not judged yet",
)


def number(options: Options, name: str, least: float | None = None) -> Fraction:
    """Return a number exactly as written.

    Parameters
    ----------
    options
        Settled options.
    name
        The option.
    least
        The least it may be.

    Raises
    ------
    Refusal
        When it is no number, or too small.

    Examples
    --------
    >>> number({"reliable_change": 5.5}, "reliable_change")
    Fraction(11, 2)
    """
    value = options[name]
    try:
        found = Fraction(Decimal(str(value).strip()))
    except (InvalidOperation, ValueError, OverflowError):
        raise _unreadable(name, value, "a number") from None
    if least is not None and found < least:
        raise _unreadable(name, value, f"a number, {least:g} or more")
    return found


def number_or_none(options: Options, name: str, least: float | None = None) -> Fraction | None:
    """Return a number, or None where the contract says "none".

    Examples
    --------
    >>> number_or_none({"ceiling": "none"}, "ceiling") is None
    True
    """
    return None if is_word(options, name, NONE) else number(options, name, least)


def whole(options: Options, name: str, least: int = 0) -> int:
    """Return a whole number.

    Raises
    ------
    Refusal
        When it is none, or too small.

    Examples
    --------
    >>> whole({"until_day": 90.0}, "until_day")
    90
    """
    found = number(options, name)
    if found.denominator != 1 or found < least:
        raise _unreadable(name, options[name], f"a whole number, {least} or more")
    return int(found)


def choice(options: Options, name: str, *allowed: str) -> str:
    """Return one of the words allowed.

    Raises
    ------
    Refusal
        When it is another.

    Examples
    --------
    >>> choice({"missing": "Failure"}, "missing", "failure", "left out")
    'failure'
    """
    word = str(options[name]).strip().lower()
    if word not in allowed:
        raise _unreadable(name, options[name], " or ".join(f'"{one}"' for one in allowed))
    return word


def day(options: Options, name: str) -> date:
    """Return a day written as 2027-12-31.

    Raises
    ------
    Refusal
        When it is none.
    """
    try:
        return date.fromisoformat(str(options[name]).strip())
    except ValueError:
        raise _unreadable(name, options[name], "a day, such as 2027-12-31") from None


def words(options: Options, name: str) -> frozenset[str]:
    """Return words parted by commas, in lower case; "none" is no word.

    Examples
    --------
    >>> sorted(words({"statuses": "Missed, no show"}, "statuses"))
    ['missed', 'no show']
    """
    if is_word(options, name, NONE):
        return frozenset()
    found = (part.strip().lower() for part in str(options[name]).split(","))
    return frozenset(part for part in found if part)


def words_or_any(options: Options, name: str) -> frozenset[str] | None:
    """Return words parted by commas, or None where the contract says "any"."""
    return None if is_word(options, name, ANY) else words(options, name)


def is_word(options: Options, name: str, word: str) -> bool:
    """Say whether an option is just this word."""
    return str(options[name]).strip().lower() == word


def instrument(options: Options) -> Instrument:
    """Return the questionnaire the contract names.

    Raises
    ------
    Refusal
        When there is none of that name.
    """
    name = str(options[INSTRUMENT.name]).strip().lower()
    if name not in INSTRUMENTS:
        hint = nearest(name, INSTRUMENTS) or "see the list of instruments"
        raise Refusal(
            f"option {INSTRUMENT.name}",
            f'"{name}" is no questionnaire known here',
            "without its range and direction no score can be judged",
            hint,
        )
    return INSTRUMENTS[name]


def _unreadable(name: str, value: object, wanted: str) -> Refusal:
    return Refusal(
        f"option {name}",
        f'"{value}" is not {wanted}',
        "the measure would count other patients than the contract means",
        f"write {wanted}",
    )

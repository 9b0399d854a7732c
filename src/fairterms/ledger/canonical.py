"""The one way to write a value as bytes, so that both parties hash the same thing.

It is JSON with sorted keys and no spaces. What we decided:

- Floats are refused, and so is what is not a number: a float prints differently elsewhere.
- Decimals are written as strings, without exponent and without zeros at the end, because a store
  may give back 10.0 for 10.00 and it is the same amount.
- Whole numbers beyond 2^53 - 1 are refused: other languages read them wrongly.
- Keys are sorted by code point, which is the order of their UTF-8 bytes.
- Texts stay exactly as they are: a quotation that was put into another Unicode form would no
  longer be the quotation. Keys must be in form NFC, so that no two of them only look alike.
- Only quotes, backslashes and control characters are escaped.
"""

import hashlib
import json
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import NoReturn

from fairterms.units.refusal import Refusal

Value = None | bool | int | str | Decimal | Sequence["Value"] | Mapping[str, "Value"]
"""What can be written. A Decimal is read back as the string it was written as."""

Plain = None | bool | int | str | list["Plain"] | dict[str, "Plain"]
"""What is read."""

LARGEST = 2**53 - 1
DEEPEST = 32
_WHY = "both parties must get the same bytes, or their hashes differ"
_ENCODER = json.JSONEncoder(
    ensure_ascii=False, check_circular=False, allow_nan=False, sort_keys=True, separators=(",", ":")
)


def write(value: Value) -> bytes:
    r"""Return the canonical bytes of a value.

    Parameters
    ----------
    value
        Texts, whole numbers, Decimals, true, false, nothing, and lists and tables of them.

    Raises
    ------
    Refusal
        For a float, what is not a number, a number too large, a key that is no text or not in
        Unicode form NFC, half a character, or nesting deeper than 32.

    Examples
    --------
    >>> write({"size": 3, "amount": Decimal("10.00"), "quote": "\u00e9t\u00e9"}).decode()
    '{"amount":"10","quote":"été","size":3}'
    >>> write([Decimal("1E+2"), Decimal("-0.00"), True, None])
    b'["100","0",true,null]'
    """
    return _ENCODER.encode(_plain(value, "the value", 0)).encode()


def digest(value: Value) -> str:
    """Return the SHA-256 of a value's canonical bytes in hexadecimal.

    What can be guessed, such as an amount or a name, must not be hashed this way:
    see :mod:`fairterms.ledger.commitment`.
    """
    return hashlib.sha256(write(value)).hexdigest()


def read(text: bytes) -> Plain:
    """Read canonical bytes, and refuse every other way to write the same.

    Raises
    ------
    Refusal
        When the bytes are not JSON, hold a float or one key twice, or are not in canonical form.

    Examples
    --------
    >>> read(b'{"a":"10.5","b":[1,true]}')
    {'a': '10.5', 'b': [1, True]}
    """
    try:
        value: Plain = json.loads(
            text.decode(),
            object_pairs_hook=_table,
            parse_float=_no_float,
            parse_constant=_no_float,
        )
    except (ValueError, RecursionError):
        _refuse("the text", "is not JSON")
    if write(value) != text:
        _refuse("the text", "is not in the one canonical form: sorted keys, no spaces")
    return value


def _refuse(subject: str, what: str, fix: str = "ask for the file as it was exported") -> NoReturn:
    raise Refusal(subject, what, _WHY, fix)


def _no_float(written: str) -> NoReturn:
    _refuse(written, "is a number with a fraction or none at all", "write decimals as strings")


def _table(pairs: Iterable[tuple[str, Plain]]) -> dict[str, Plain]:
    found: dict[str, Plain] = {}
    for key, value in pairs:
        if key in found:
            _refuse(f'the key "{key}"', "stands twice")
        found[key] = value
    return found


def _plain(value: object, where: str, depth: int) -> Plain:
    """Return a value as JSON knows it, with Decimals as strings."""
    if depth > DEEPEST:
        _refuse(where, f"is nested deeper than {DEEPEST}", "store it as a flatter table")
    match value:
        case None | bool():
            return value
        case int():
            return _whole(value, where)
        case str():
            return _text(value, where)
        case Decimal():
            return _decimal(value, where)
        case Mapping():
            return {_key(k, where): _plain(v, f"{where}.{k}", depth + 1) for k, v in value.items()}
        case list() | tuple():
            return [_plain(one, f"{where}[{at}]", depth + 1) for at, one in enumerate(value)]
    fix = "write a number as Decimal, a day as 2027-01-31 in quotes"
    _refuse(where, f"is a {type(value).__name__}, which has no single form", fix)


def _whole(value: int, where: str) -> int:
    if abs(value) > LARGEST:
        _refuse(where, "is a whole number beyond 2^53 - 1", "write it as Decimal")
    return value


def _decimal(value: Decimal, where: str) -> str:
    if not value.is_finite():
        _refuse(where, f"is {value}, not a number", "leave it out, or say why it is missing")
    if value == 0:
        return "0"
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _text(value: str, where: str) -> str:
    try:
        value.encode()
    except UnicodeEncodeError:
        _refuse(where, "holds half a character", "read the text again from its source")
    return value


def _key(key: object, where: str) -> str:
    if not isinstance(key, str):
        _refuse(f"a key of {where}", f"is a {type(key).__name__}", "name it with a text")
    if not unicodedata.is_normalized("NFC", _text(key, f"a key of {where}")):
        _refuse(f'the key "{key}" of {where}', "is not in Unicode form NFC", "normalize the key")
    return key

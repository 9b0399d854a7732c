"""One value has one form, and everything that could have two is refused."""

import json
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from fairterms.ledger import canonical
from fairterms.ledger.canonical import Plain, Value
from fairterms.units.refusal import Refusal

CASES: dict[str, tuple[Value, str]] = {
    "keys are sorted": ({"b": 1, "a": 2}, '{"a":2,"b":1}'),
    "keys are sorted by code point": (
        {"\U0001f600": 1, "\uff21": 2, "z": 3},
        '{"z":3,"\uff21":2,"\U0001f600":1}',
    ),
    "no spaces": ({"a": [1, {"b": None}]}, '{"a":[1,{"b":null}]}'),
    "a decimal is a string": (Decimal("48451.20"), '"48451.2"'),
    "equal decimals are written alike": ([Decimal("10"), Decimal("1E1")], '["10","10"]'),
    "nothing is neither negative": ([Decimal("-0"), Decimal("0E+3")], '["0","0"]'),
    "small decimals have no exponent": (Decimal("-1E-9"), '"-0.000000001"'),
    "large decimals have no exponent": (Decimal("12E20"), '"1200000000000000000000"'),
    "a whole number is none of a text": ([1, "1", True], '[1,"1",true]'),
    "letters are not escaped": ("caf\u00e9 \u2028 \x7f /", '"caf\u00e9 \u2028 \x7f /"'),
    "control characters are": ('"\\\n\x00\x1f', '"\\"\\\\\\n\\u0000\\u001f"'),
    "a text stays in its own form": ("cafe\u0301", '"cafe\u0301"'),
    "the largest whole number": (2**53 - 1, "9007199254740991"),
    "tuples are lists": ((1, ()), "[1,[]]"),
}
REFUSED: dict[str, tuple[object, str]] = {
    "a float": (0.5, "is a float"),
    "a whole float": ({"a": [1.0]}, "the value.a[0]: is a float"),
    "not a number": (Decimal("NaN"), "not a number"),
    "infinity": (Decimal("-Infinity"), "not a number"),
    "a float that is no number": (float("nan"), "is a float"),
    "a number too large": (2**53, "beyond 2^53 - 1"),
    "a number too small": (-(2**53), "beyond 2^53 - 1"),
    "bytes": (b"a", "is a bytes"),
    "a set": ({1, 2}, "is a set"),
    "a key that is no text": ({1: 2}, "a key of the value: is a int"),
    "a key that only looks alike": ({"cafe\u0301": 1}, "not in Unicode form NFC"),
    "half a character": ({"a": "\ud83d"}, "the value.a: holds half a character"),
    "half a character in a key": ({"\ud83d": 1}, "holds half a character"),
}
NOT_CANONICAL = {
    "a float": b"[0.5]",
    "an exponent": b"[1e3]",
    "not a number": b"[NaN]",
    "infinity": b"[-Infinity]",
    "one key twice": b'{"a":1,"a":1}',
    "one key twice below": b'[{"a":{"b":1,"b":2}}]',
    "unsorted keys": b'{"b":1,"a":2}',
    "a space": b'{"a": 1}',
    "a line end": b"[1]\n",
    "an escape too many": b'"\\u0061"',
    "an escaped slash": b'"\\/"',
    "capital digits of an escape": b'"\\u001F"',
    "half a character": b'"\\ud83d"',
    "minus zero": b"-0",
    "a number too large": b"9007199254740992",
    "not UTF-8": b'"\xff"',
    "a byte order mark": b"\xef\xbb\xbf1",
    "nothing": b"",
    "cut short": b'{"a":1',
    "a key that only looks alike": '{"cafe\u0301":1}'.encode(),
}


@pytest.mark.parametrize("name", CASES)
def test_a_value_has_exactly_this_form(name: str) -> None:
    value, written = CASES[name]
    assert canonical.write(value) == written.encode()
    canonical.read(written.encode())


@pytest.mark.parametrize("name", REFUSED)
def test_what_has_no_single_form_is_refused(name: str) -> None:
    value, what = REFUSED[name]
    with pytest.raises(Refusal) as refused:
        # Values of the wrong type are given on purpose: they must be refused.
        canonical.write(value)  # type: ignore[arg-type]
    assert what in str(refused.value)
    assert refused.value.why
    assert refused.value.fix


@pytest.mark.parametrize("name", NOT_CANONICAL)
def test_another_way_to_write_the_same_is_refused(name: str) -> None:
    with pytest.raises(Refusal):
        canonical.read(NOT_CANONICAL[name])


def test_nesting_ends_at_a_depth() -> None:
    value: Value = 1
    for _ in range(canonical.DEEPEST):
        value = [value]
    assert canonical.read(canonical.write(value))
    with pytest.raises(Refusal, match="nested deeper than 32"):
        canonical.write([value])
    with pytest.raises(Refusal):
        canonical.read(b"[" * 100_000)


def test_a_digest_is_of_the_canonical_bytes() -> None:
    empty = "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a"
    assert canonical.digest({}) == empty
    assert canonical.digest({"a": 1, "b": 2}) == canonical.digest({"b": 2, "a": 1})


def nested(inner: some.SearchStrategy[Plain]) -> some.SearchStrategy[Plain]:
    return some.lists(inner, max_size=4) | some.dictionaries(
        some.text("ab\u00e9", max_size=2), inner
    )


LETTERS = 'az"\\\n\x00\u00e9\u2028\U0001f600'
PLAIN = some.recursive(
    some.none()
    | some.booleans()
    | some.integers(-(2**53) + 1, 2**53 - 1)
    | some.text(LETTERS, max_size=5),
    nested,
    max_leaves=8,
)


@settings(max_examples=25, deadline=None)
@given(PLAIN)
def test_what_was_written_is_read_back(value: Plain) -> None:
    written = canonical.write(value)
    assert canonical.read(written) == value
    assert json.loads(written) == value


@settings(max_examples=30, deadline=None)
@given(some.integers(-(10**14), 10**14), some.integers(-9, 9), some.integers(0, 4))
def test_equal_amounts_have_one_form_and_keep_their_value(
    digits: int, exponent: int, zeros: int
) -> None:
    amount = Decimal(digits).scaleb(exponent)
    written = canonical.write(amount)
    assert Decimal(json.loads(written)) == amount
    assert canonical.write(Decimal(digits * 10**zeros).scaleb(exponent - zeros)) == written
    assert b"E" not in written

"""Parts of a FHIR text."""

from datetime import date
from decimal import Decimal

import pytest

from fairterms.reconcile.statement.fhir_node import NotReadable, parse


def test_what_is_absent_is_an_empty_part() -> None:
    root = parse('{"a": {"b": [1, {"c": "x"}]}}')
    assert not root.get("z").get("y")
    assert root.get("a").get("z").items() == ()
    assert root.get("z").text() == ""
    assert root.get("z").number() is None
    assert root.get("a").items("b")[1].get("c").path == "a.b[1].c"


def test_numbers_keep_their_digits_and_a_yes_is_no_number() -> None:
    root = parse('{"a": 0.70, "b": 123456789012345678.01, "e": 1e18, "c": true, "d": "5"}')
    assert str(root.number("a")) == "0.70"
    assert root.number("b") == Decimal("123456789012345678.01")
    assert root.number("e") is None
    assert (root.number("c"), root.number("d")) == (None, None)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2027-02-03", date(2027, 2, 3), date(2027, 2, 3)),
        ("2027-02-03T10:00:00Z", date(2027, 2, 3), date(2027, 2, 3)),
        ("2028-02", date(2028, 2, 1), date(2028, 2, 29)),
        ("2027", date(2027, 1, 1), date(2027, 12, 31)),
        ("2027-13-01", None, None),
        ("soon", None, None),
    ],
)
def test_a_month_or_a_year_is_its_first_or_last_day(
    text: str, first: date | None, last: date | None
) -> None:
    node = parse(f'{{"a": "{text}"}}')
    assert node.day("a") == first
    assert node.day("a", is_last=True) == last


def test_extensions_are_found_by_the_end_of_their_address() -> None:
    root = parse('{"extension": [{"url": "http://x/y/baseline", "valueCode": "z"}, {"url": "b"}]}')
    assert root.extension("baseline").text("valueCode") == "z"
    assert len(root.extensions("b")) == 1
    assert not root.extension("line")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("{", "line 1"),
        ('{"a": NaN}', "NaN, which is no number"),
        ('{"a": 1, "a": 2}', 'names "a" twice'),
        ("[" * 100_000, "nested without end"),
    ],
)
def test_a_text_that_cannot_be_relied_on_is_refused_with_its_reason(text: str, reason: str) -> None:
    with pytest.raises(NotReadable, match=reason):
        parse(text)

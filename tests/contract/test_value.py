"""Reading a value never fails: what cannot be understood says so."""

from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from fairterms.contract import value
from fairterms.contract.value import Formula, Lookup, NotStated, Row, Unclear, Word
from fairterms.units.quantity import Quantity

TABLE = {
    "by": "members",
    "interpolate": True,
    "rows": [["500 members", "12 %"], ["900 members", "9 %"]],
}


def test_each_form_is_known_by_its_look() -> None:
    assert isinstance(value.read("2 %"), Quantity)
    assert value.read("gate") == Word("gate")
    assert isinstance(value.read("= a * 2"), Formula)
    assert isinstance(value.read(TABLE), Lookup)
    assert isinstance(value.read({"at": "2 %"}), Row)
    assert value.read(True) is True
    assert value.read(date(2027, 1, 1)) == date(2027, 1, 1)
    assert value.read(["2 %", "gate"]) == (value.read("2 %"), Word("gate"))


def test_what_the_contract_does_not_state_keeps_what_it_says_instead() -> None:
    stated = value.read({"not_stated": "as determined", "section": "B, 2", "ask": "ask"})
    assert stated == NotStated("as determined", "B, 2", "ask")
    assert value.read("not stated") == NotStated("", "", "")


def test_bare_numbers_are_unclear_wherever_they_stand() -> None:
    for raw in (5, Decimal("0.5"), Decimal("nan"), "5", ["2 %", 5], {"at": 5}):
        assert value.is_unclear(value.read(raw)), raw
    assert not value.is_unclear(value.read("2 %"))


def test_a_table_must_rise_and_hold_pairs_of_quantities() -> None:
    for rows in ([], [["1 member"]], [["a", "2 %"]], [["2 members", "2 %"], ["1 member", "1 %"]]):
        assert isinstance(value.read({**TABLE, "rows": rows}), Unclear)
    assert isinstance(value.read({**TABLE, "colour": "red"}), Unclear)


def test_values_are_shown_as_a_person_reads_them() -> None:
    assert value.show(True) == "yes"
    assert value.show(value.read(["2 %", "$5"])) == "2 %; $5.00"
    assert value.show(value.read({"at": "2 %", "share": "50 %"})) == "at 2 %, share 50 %"
    assert "interpolated" in value.show(value.read(TABLE))
    assert value.show(value.read("= a * 2")) == "= a * 2"


@given(st.text(max_size=40))
def test_any_text_is_read_without_failing(text: str) -> None:
    value.show(value.read(text))


def test_a_table_gives_one_unit_of_one_base() -> None:
    mixed = [["1 member", "5 % of benchmark"], ["2 members", "7.5 % of revenue"]]
    assert isinstance(value.read({**TABLE, "rows": mixed}), Unclear)
    assert isinstance(value.read({**TABLE, "rows": [["1 x", "$5"], ["2 x", "$5 PMPM"]]}), Unclear)

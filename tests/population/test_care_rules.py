"""What belongs to a setting, a part and a visit, as the store reads it."""

import duckdb
import pytest

from fairterms.population.care_rules import (
    NOT_KNOWN,
    OwnBy,
    Part,
    Parts,
    Proof,
    Setting,
    VisitRule,
)

BILL = (
    "SELECT {} FROM (SELECT ?::VARCHAR AS claim_type, ?::VARCHAR AS place_code, "
    "?::VARCHAR AS bill_type_code, ?::VARCHAR AS diagnosis_code, ?::VARCHAR AS service_code) c"
)
Bill = tuple[str | None, str | None, str | None, str | None, str | None]


def ask(expression: str, *bill: str | None) -> object:
    row = duckdb.execute(BILL.format(expression), list(bill)).fetchone()
    assert row is not None
    return row[0]


@pytest.mark.parametrize(
    ("bill", "fits"),
    [
        (("Institutional", "11", None), True),
        ((None, "21", None), True),
        ((None, None, "0111"), True),
        ((None, None, "117"), True),
        ((None, None, "0131"), False),
        (("professional", "11", None), False),
        ((None, None, None), False),
    ],
)
def test_one_mark_is_enough_and_nothing_is_never_null(
    bill: tuple[str | None, ...], fits: bool
) -> None:
    setting = Setting(("institutional",), ("21",), ("11", "012"))
    assert ask(setting.condition, *bill, None, None) is fits


def test_an_empty_setting_holds_nothing() -> None:
    assert ask(Setting().condition, "institutional", "21", "111", None, None) is False


HOSPITAL = Setting(place_codes=("21",))
PARTS = Parts(
    (
        Part("mind", HOSPITAL, ("F1.", "g47"), True),
        Part("body's", HOSPITAL, (), False),
        Part("talk", Setting(), ("F",), True),
    ),
    "rest",
    False,
)


@pytest.mark.parametrize(
    ("place", "diagnosis", "part"),
    [
        ("21", "F101", "mind"),
        ("21", "G4700", "mind"),
        ("21", "F321", "body's"),
        ("21", None, NOT_KNOWN),
        ("11", "F321", "talk"),
        ("11", "I10", "rest"),
        ("11", None, NOT_KNOWN),
        (None, "F321", NOT_KNOWN),
    ],
)
def test_the_first_part_that_fits_takes_the_bill(
    place: str | None, diagnosis: str | None, part: str
) -> None:
    assert ask(PARTS.case, None, place, None, diagnosis, None) == part


def test_without_parts_all_is_the_rest() -> None:
    assert ask(Parts((), "all's", False).case, None, None, None, None, None) == "all's"


def test_where_no_part_asks_for_a_place_an_empty_place_is_known() -> None:
    parts = Parts((Part("talk", Setting(), ("F",), True),), "rest", False)
    assert ask(parts.case, None, None, None, "F32", None) == "talk"


def test_reach_is_as_declared_and_unknown_for_what_is_not_known() -> None:
    reach = [PARTS.reach(name) for name in PARTS.names]
    assert reach == [True, False, True, False, None]


@pytest.mark.parametrize(
    ("claim_type", "code", "is_visit"),
    [
        ("professional", "90837", True),
        ("PROFESSIONAL", "99213", True),
        ("professional", "80053", False),
        ("institutional", "90837", False),
        ("professional", None, False),
        (None, "90837", False),
    ],
)
def test_a_visit_has_the_type_and_the_code(
    claim_type: str | None, code: str | None, is_visit: bool
) -> None:
    rule = VisitRule(("professional",), ("908", "992"), OwnBy.RENDERING, False, 2)
    assert ask(rule.condition, claim_type, None, None, None, code) is is_visit


def test_impossible_rules_cannot_be_built() -> None:
    with pytest.raises(AssertionError):
        Parts((), NOT_KNOWN, False)
    with pytest.raises(AssertionError):
        Part("nothing", Setting(), (), True)
    with pytest.raises(AssertionError):
        VisitRule((), (), OwnBy.EITHER, False, 2)
    with pytest.raises(AssertionError):
        Proof(0.5, 0.4)

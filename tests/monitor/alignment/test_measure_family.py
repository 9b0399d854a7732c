"""Measures that several deals share."""

from fairterms.monitor.alignment.deal_side import OPEN
from fairterms.monitor.alignment.measure_family import Likeness, families
from tests.monitor.alignment.made_up import measure, side

PHQ = "remission_or_response, phq9"


def test_the_same_entry_of_the_catalogue_makes_one_family_whatever_the_names() -> None:
    one = side("A", measure("A", "response", PHQ), measure("A", "access", "days"))
    other = side("B", measure("B", "depression", PHQ), measure("B", "anxiety", "other"))
    (found,) = families([one, other])
    assert [(each.deal, each.id) for each in found.measures] == [
        ("A", "response"),
        ("B", "depression"),
    ]


def test_the_same_id_makes_one_family_where_nobody_said_how_it_is_worked_out() -> None:
    one = side("A", measure("A", "response", PHQ))
    (found,) = families([one, side("B", measure("B", "response"))])
    assert found.title == "Response"


def test_the_same_id_worked_out_otherwise_is_another_measure() -> None:
    one = side("A", measure("A", "response", PHQ))
    assert families([one, side("B", measure("B", "response", "other"))]) == ()


def test_a_third_deal_can_join_two_that_would_not_meet() -> None:
    sides = [
        side("A", measure("A", "response", PHQ)),
        side("B", measure("B", "depression")),
        side("C", measure("C", "depression", PHQ)),
    ]
    (found,) = families(sides)
    assert [each.deal for each in found.measures] == ["A", "B", "C"]


def test_two_measures_of_one_deal_are_no_family() -> None:
    assert families([side("A", measure("A", "a", PHQ), measure("A", "b", PHQ)), side("B")]) == ()


def parts(one: dict[str, str], other: dict[str, str]) -> dict[str, Likeness]:
    sides = [side("A", measure("A", "x", counts=one)), side("B", measure("B", "x", counts=other))]
    (found,) = families(sides)
    return {each.name: each.likeness for each in found.parts}


def test_a_part_is_the_same_or_differs_or_is_not_said_by_all() -> None:
    found = parts(
        {"numerator": "A later  score", "from day": "120", "steward": "NCQA"},
        {"numerator": "a later score", "from day": "90"},
    )
    assert found == {
        "numerator": Likeness.SAME,
        "from day": Likeness.DIFFERS,
        "steward": Likeness.NOT_SAID,
    }


def test_what_a_contract_leaves_open_is_no_difference_and_no_agreement() -> None:
    assert parts({"a": f"10{OPEN}"}, {"a": "10"}) == {"a": Likeness.LEFT_OPEN}
    assert parts({"a": f"10{OPEN}"}, {"a": "5"}) == {"a": Likeness.DIFFERS}
    assert parts({"a": f"10{OPEN}"}, {}) == {"a": Likeness.LEFT_OPEN}


def test_only_what_is_counted_can_differ_harmfully() -> None:
    sides = [
        side("A", measure("A", "x", counts={"a": "1"}, pays={"weight": "20 %"})),
        side("B", measure("B", "x", counts={"a": "1"}, pays={"weight": "30 %"})),
    ]
    (found,) = families(sides)
    assert [(one.name, one.likeness) for one in found.parts] == [
        ("a", Likeness.SAME),
        ("weight", Likeness.DIFFERS),
    ]
    assert found.differing == ()
    assert found.definitions == 1


def test_definitions_are_counted_by_the_parts_that_both_state() -> None:
    sides = [
        side("A", measure("A", "x", counts={"a": "1", "b": "2"})),
        side("B", measure("B", "x", counts={"a": "1"})),
        side("C", measure("C", "x", counts={"a": "9"})),
    ]
    (found,) = families(sides)
    assert found.definitions == 2
    assert [one.name for one in found.differing] == ["a"]

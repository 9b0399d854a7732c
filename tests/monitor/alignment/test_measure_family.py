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


def test_the_same_id_alone_shows_nothing() -> None:
    one = side("A", measure("A", "follow_up", "follow_up_after_discharge", {"short days": "7"}))
    (found,) = families([one, side("B", measure("B", "follow_up", counts={"steward": "B"}))])
    assert found.title == "Follow_up"
    assert not found.is_confirmed
    assert [each.name for each in found.parts] == ["steward"]


def test_a_person_may_say_that_two_measures_are_the_same() -> None:
    one, other = side("A", measure("A", "x", "a")), side("B", measure("B", "y", "b"))
    assert families([one, other]) == ()
    (found,) = families([one, other], [{("A", "x"), ("B", "y")}])
    assert found.is_confirmed
    assert families([one, other], [{("A", "x"), ("B", "z")}]) == ()


def test_a_measure_may_be_in_a_family_and_have_a_namesake() -> None:
    sides = [
        side("A", measure("A", "response", PHQ)),
        side("B", measure("B", "depression")),
        side("C", measure("C", "depression", PHQ)),
    ]
    confirmed, namesakes = families(sides)
    assert [each.deal for each in confirmed.measures] == ["A", "C"]
    assert [each.deal for each in namesakes.measures] == ["B", "C"]
    assert (confirmed.is_confirmed, namesakes.is_confirmed) == (True, False)


def test_a_family_whose_ids_agree_too_is_shown_once() -> None:
    sides = [side("A", measure("A", "x", PHQ)), side("B", measure("B", "x", PHQ))]
    assert len(families(sides)) == 1


def test_two_measures_of_one_deal_are_no_family() -> None:
    assert families([side("A", measure("A", "a", PHQ), measure("A", "b", PHQ)), side("B")]) == ()


def parts(one: dict[str, str], other: dict[str, str]) -> dict[str, Likeness]:
    sides = [side("A", measure("A", "x", PHQ, one)), side("B", measure("B", "x", PHQ, other))]
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
        side("A", measure("A", "x", PHQ, counts={"a": "1"}, pays={"weight": "20 %"})),
        side("B", measure("B", "x", PHQ, counts={"a": "1"}, pays={"weight": "30 %"})),
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
        side("A", measure("A", "x", PHQ, counts={"a": "1", "b": "2"})),
        side("B", measure("B", "x", PHQ, counts={"a": "1"})),
        side("C", measure("C", "x", PHQ, counts={"a": "9"})),
    ]
    (found,) = families(sides)
    assert found.definitions == 2
    assert [one.name for one in found.differing] == ["a"]

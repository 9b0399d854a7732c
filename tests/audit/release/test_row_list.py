"""A row leaves the room only where its person stands among more than 10, by declared columns."""

import pytest

from fairterms.audit.release.row_list import Role, Row, RowList, release_rows
from fairterms.units.refusal import Refusal

COLUMNS = ("member", "town", "paid", "note")
ROLES = {
    "member": Role.PERSON,
    "town": Role.QUASI_IDENTIFIER,
    "paid": Role.VALUE,
    "note": Role.TEXT,
}


def rows(**towns: int) -> tuple[Row, ...]:
    return tuple(
        (f"{town}-{at}", town, f"${at}.00", "spoke of home")
        for town, people in towns.items()
        for at in range(people)
    )


def listed(given: tuple[Row, ...]) -> RowList:
    return RowList("visits", COLUMNS, ROLES, given)


def test_people_and_texts_never_leave() -> None:
    found = release_rows(listed(rows(Elm=20)))
    assert found.columns == ("town", "paid")
    assert not any("Elm-" in text or "home" in text for row in found.rows for text in row)


def test_a_class_of_few_is_withheld_with_another_so_that_subtracting_tells_nothing() -> None:
    found = release_rows(listed(rows(Elm=40, Oak=12, Ash=4)))
    assert {row[0] for row in found.rows} == {"Elm"}
    assert found.has_withheld


def test_classes_of_few_that_are_more_than_ten_together_are_withheld_alone() -> None:
    found = release_rows(listed(rows(Elm=40, Oak=12, Ash=6, Fir=5)))
    assert {row[0] for row in found.rows} == {"Elm", "Oak"}


def test_rows_of_few_people_are_not_withheld_alone_where_these_have_other_rows() -> None:
    # Three of Elm also came to Oak: who knows the number of visits would learn of these three.
    few = tuple((f"Elm-{at}", "Oak", "$9.00", "") for at in range(3))
    with pytest.raises(Refusal):
        release_rows(listed(rows(Elm=40) + few))
    found = release_rows(listed(rows(Elm=40, Fir=12) + few))
    assert {row[0] for row in found.rows} == {"Elm"}


def test_people_are_counted_and_not_rows() -> None:
    often = tuple(("one", "Oak", f"${at}.00", "") for at in range(30))
    found = release_rows(listed(rows(Elm=40, Yew=11) + often))
    assert {row[0] for row in found.rows} == {"Elm"}


def test_rows_are_sorted_so_that_their_order_tells_nothing() -> None:
    given = rows(Elm=15, Oak=15)
    assert release_rows(listed(given)) == release_rows(listed(given[::-1]))


def test_a_larger_k_withholds_more() -> None:
    given = listed(rows(Elm=40, Oak=12))
    assert len(release_rows(given).rows) == 52
    assert len(release_rows(given, 20).rows) == 40


def test_k_below_11_is_refused() -> None:
    with pytest.raises(Refusal, match="k is 10"):
        release_rows(listed(rows(Elm=40)), 10)


def test_a_list_of_few_is_refused_with_what_would_help() -> None:
    with pytest.raises(Refusal) as caught:
        release_rows(listed(rows(Elm=9, Oak=9)))
    assert caught.value.sentences == (
        "visits: no class of equal rows has 11 people. Each person could be found by what the "
        "quasi-identifiers say. Make the groups larger, such as ages by ten years, or leave a "
        "column out."
    )


def test_a_column_nobody_declared_is_refused_and_not_guessed() -> None:
    with pytest.raises(Refusal) as caught:
        RowList("visits", (*COLUMNS, "comment"), ROLES, ())
    assert caught.value.subject == 'visits: column "comment"'
    assert caught.value.fix == "declare it as one of: person, quasi-identifier, value, text"


def test_a_list_without_a_column_for_people_is_refused() -> None:
    with pytest.raises(Refusal, match="one column that tells people apart"):
        RowList("visits", ("town",), {"town": Role.QUASI_IDENTIFIER}, ())

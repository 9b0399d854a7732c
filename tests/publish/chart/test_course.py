"""A course says in words and numbers what it draws."""

import pytest

from fairterms.publish.chart.course import Expected, course
from fairterms.publish.chart.curve import Axis, Line
from fairterms.publish.structure import PageError
from tests.publish.chart.seen import accept, cells, texts

AXES = (Axis("Weeks", "number"), Axis("PHQ-9 score", "number"))
WANTED = Expected("Expected", "8 in 10 lie here", ((0, 10, 14, 18), (4, 7, 11, 15), (8, 5, 9, 13)))
SEEN = Line("This group", ((0, 15), (8, 8)))
CHART = course("Depression", WANTED, [SEEN], AXES)


def test_a_course_can_be_published() -> None:
    accept(CHART)


def test_the_words_give_both_ends_of_what_was_expected_and_seen() -> None:
    assert CHART.alternative == (
        "PHQ-9 score over Weeks. Expected: from 14 at 0 to 9 at 8; 8 in 10 lie here: 10 to 18 at "
        "0, 5 to 13 at 8. This group: from 15 at 0 to 8 at 8."
    )


def test_the_table_holds_every_point_and_the_range() -> None:
    assert cells(CHART) == [
        ("Expected", "0", "14", "10 to 18"),
        ("Expected", "4", "11", "7 to 15"),
        ("Expected", "8", "9", "5 to 13"),
        ("This group", "0", "15", ""),
        ("This group", "8", "8", ""),
    ]


def test_the_drawing_names_its_courses_and_axes() -> None:
    seen = texts(CHART)
    for text in ("Expected", "This group", "Weeks", "PHQ-9 score"):
        assert text in seen


def test_nothing_need_have_been_seen_yet() -> None:
    accept(course("Depression", WANTED, [], AXES))


@pytest.mark.parametrize(
    ("expected", "seen"),
    [
        (Expected("Expected", "range", ((0, 10, 14, 18),)), [SEEN]),
        (Expected("Expected", "range", ((0, 15, 14, 18), (8, 5, 9, 13))), [SEEN]),
        (Expected("Expected", "range", ((0, 10, 14, 13), (8, 5, 9, 13))), [SEEN]),
        (WANTED, [Line("Nobody", ())]),
        (WANTED, [SEEN, SEEN, SEEN]),
    ],
)
def test_a_course_that_cannot_be_drawn_is_refused(expected: Expected, seen: list[Line]) -> None:
    with pytest.raises(PageError, match="Depression"):
        course("Depression", expected, seen, AXES)

"""Placing masked names: which boxes hide a name, and where in the text it stood."""

import pytest

from fairterms.document.masks import PLACEHOLDER, Box, Letter, Place, Row, fill, place

LINE = "Plan pays. retains the right."


def row(text: str, baseline: float, left: float = 100.0, width: float = 5.0) -> Row:
    """A row of letters of one width; a | in the text is a gap 60 points wide without a letter."""
    letters: list[Letter] = []
    words = ""
    across = left
    for sign in text:
        if sign == "|":
            across += 60
            continue
        if not sign.isspace():
            letters.append(Letter(len(words), across, across + width, baseline))
        words += sign
        across += width
    return Row(words, baseline, baseline, 10.0, left, across, lambda: letters)


def box(left: float, right: float, baseline: float = 700.0, height: float = 12.0) -> Box:
    """A box over a line; its letters stand at a third of its height."""
    return Box(left, baseline - height / 3, right, baseline - height / 3 + height)


def written(rows: list[Row], boxes: list[Box]) -> list[str]:
    """Return the rows with placeholders; lines of their own stand before the row they precede."""
    texts: list[str] = []
    places = place(boxes, rows)
    for number, each in enumerate([*rows, None]):
        texts += [PLACEHOLDER for p in places if p.row == number and p.is_alone]
        if each is not None:
            columns = [p.column for p in places if p.row == number and not p.is_alone]
            texts.append(fill(each.text, columns)[0])
    return texts


@pytest.mark.parametrize(
    ("text", "spot", "masked"),
    [
        ("Except so, |retains it.", (157, 213), "Except so, [masked] retains it."),
        ("|retains it.", (102, 158), "[masked] retains it."),
        ("paid to|", (137, 190), "paid to [masked]"),
        ("paid to |’s account", (142, 198), "paid to [masked]’s account"),
        ("paid to |. If so", (142, 198), "paid to [masked]. If so"),
        ("paid (|)", (132, 188), "paid ([masked])"),
        ("to |and from", (117, 173), "to [masked] and from"),
    ],
)
def test_a_name_goes_back_where_its_box_stands(
    text: str, spot: tuple[float, float], masked: str
) -> None:
    rows = [row("First line, which is rather long, here.", 712), row(text, 700)]
    assert written(rows, [box(*spot)])[1] == masked


def test_two_names_stand_in_one_line() -> None:
    assert written([row("to |and |and", 700)], [box(117, 173), box(197, 253)]) == [
        "to [masked] and [masked] and"
    ]


def test_a_name_drawn_over_twice_is_one_name() -> None:
    boxes = [box(117, 150), box(117, 150), box(149, 173)]
    assert written([row("to |and", 700)], boxes) == ["to [masked] and"]


def test_a_name_between_two_lines_joined_into_one_row_is_placed() -> None:
    upper = row("to the ", 700).letters()
    lower = row("|may end", 688).letters()
    joined = [*upper, *(Letter(c + 7, left, right, low) for c, left, right, low in lower)]
    rows = [Row("to the may end", 700, 688, 10.0, 100, 300, lambda: joined)]
    assert written(rows, [box(102, 158, 688)]) == ["to the [masked] may end"]


def test_a_name_with_a_line_of_its_own_gets_one_where_others_stand_in_the_text() -> None:
    rows = [row("ATTACHMENT TO THE", 724), row("AGREEMENT", 700), row("to |and here it ends", 688)]
    boxes = [box(110, 150, 712), box(117, 173, 688)]
    assert written(rows, boxes) == [
        "ATTACHMENT TO THE",
        "[masked]",
        "AGREEMENT",
        "to [masked] and here it ends",
    ]
    assert written(rows, boxes[:1]) == [each.text for each in rows]


@pytest.mark.parametrize(
    "decoration",
    [
        box(100, 160),  # over letters
        box(117, 173, height=1.5),  # an underline
        box(117, 173, height=40),  # the shading of a table's row
        box(140, 150, height=10),  # a check box
        box(30, 80),  # in the margin
        box(100, 390, 650),  # a bar
        box(110, 150, 900),  # a logo, far above the first line
        box(700, 760),  # beyond the text column
    ],
)
def test_what_is_no_name_is_left_alone(decoration: Box) -> None:
    rows = [row(LINE + " And so on, for a whole line.", 712), row("to |and more", 700)]
    name = box(117, 173, 640)
    assert written(rows, [decoration]) == [each.text for each in rows]
    with_name = [*rows, row("so |it is", 640)]
    unchanged = [*(each.text for each in rows), "so [masked] it is"]
    assert written(with_name, [decoration, name]) == unchanged


def test_a_box_between_two_columns_of_a_row_stands_between_them() -> None:
    assert written([row("North||||today", 700)], [box(210, 260)]) == ["North [masked] today"]


def test_places_are_in_the_order_of_the_text() -> None:
    rows = [row("to |and", 712), row("by |and", 700)]
    assert place([box(117, 173, 700), box(117, 173, 712)], rows) == (Place(0, 3), Place(1, 3))


def test_a_page_without_words_has_no_names() -> None:
    assert place([box(100, 160)], [Row("", 0, 0, 0, 0, 0, tuple)]) == ()


def test_placeholders_are_counted_where_they_start() -> None:
    text, starts = fill("to and by", [3, 3, 9])
    assert text == "to [masked] [masked] and by [masked]"
    assert [text[s : s + len(PLACEHOLDER)] for s in starts] == [PLACEHOLDER] * 3

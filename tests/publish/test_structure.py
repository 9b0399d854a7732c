"""What cannot be read as one document is refused, with what to do about it."""

from types import MappingProxyType

import pytest

from fairterms.publish.blocks import (
    Block,
    Callout,
    Contents,
    Definition,
    Definitions,
    Heading,
    Numbered,
    PageBreak,
    Prose,
)
from fairterms.publish.inline import Link, Term
from fairterms.publish.number_blocks import Chart, Column, Row, Table
from fairterms.publish.structure import (
    PageError,
    anchor_from,
    check,
    everything,
    terms,
    with_anchors,
    word_anchor,
)

COLUMNS = (Column("Name"), Column("Amount", "right"))
TABLE = Table("Dollars", COLUMNS, (Row(("fee", "$1.00")),))
CHART = Chart(title="Fees", alternative="The fee is $1.", data=TABLE, spec={"mark": "bar"})


def chart(**changes: object) -> Chart:
    given: dict[str, object] = {"title": "Fees", "alternative": "Words", "data": TABLE, "spec": {}}
    return Chart(**(given | changes))  # type: ignore[arg-type]


REFUSALS: dict[str, tuple[tuple[Block, ...], str]] = {
    "a heading that jumps a level": (
        (Heading(2, "Money"), Heading(4, "Detail")),
        "The heading 'Detail' has level 4 below level 2: give it a level from 2 to 3.",
    ),
    "a heading above the title": (
        (Heading(1, "Money"),),
        "The heading 'Money' has level 1 below level 1: give it a level from 2 to 2.",
    ),
    "a heading deeper than any": (
        (Heading(2, "A"), Heading(3, "B"), Heading(4, "C"), Heading(5, "D")),
        "The heading 'D' has level 5 below level 4: give it a level from 2 to 4.",
    ),
    "a heading that says nothing": (
        (Heading(2, " "),),
        "A heading has no text: say in a few words what its section holds.",
    ),
    "a link to nowhere": (
        (Prose((Link("the asks", "asks"),)),),
        (
            "The link 'the asks' leads to 'asks', which no block has as its anchor: name a block "
            "of this report."
        ),
    ),
    "a link to nowhere inside a box inside a list": (
        (Callout("note", "A", (Numbered(((Link("there", "there"),),)),)),),
        (
            "The link 'there' leads to 'there', which no block has as its anchor: name a block "
            "of this report."
        ),
    ),
    "two blocks of one anchor": (
        (Heading(2, "A", "money"), Callout("note", "B", anchor="money")),
        "The anchor 'money' is used 2 times; make each one unique.",
    ),
    "an anchor that is no name": (
        (Heading(2, "A", 'x" onload="'),),
        (
            "The anchor 'x\" onload=\"' must be small letters, digits and hyphens, beginning with "
            "a letter."
        ),
    ),
    "a table without a caption": (
        (Table("", COLUMNS, ()),),
        "A table has no caption: say in a few words what it shows.",
    ),
    "a table without columns": (
        (Table("Dollars", (), ()),),
        "The table 'Dollars' needs a title for every column.",
    ),
    "a column without a title": (
        (Table("Dollars", (Column("Name"), Column(" ")), ()),),
        "The table 'Dollars' needs a title for every column.",
    ),
    "a row too short": (
        (Table("Dollars", COLUMNS, (Row(("fee", "$1")), Row(("fee",)))),),
        "Row 2 of the table 'Dollars' has 1 cells for 2 columns: give one cell per column.",
    ),
    "a table of a chart that does not fit": (
        (chart(data=Table("Dollars", COLUMNS, (Row(("a", "b", "c")),))),),
        "Row 1 of the table 'Dollars' has 3 cells for 2 columns: give one cell per column.",
    ),
    "a chart without words": (
        (chart(alternative=" "),),
        "The chart 'Fees' needs a title and a text alternative.",
    ),
    "a chart without a title": (
        (chart(title=""),),
        "The chart '' needs a title and a text alternative.",
    ),
    "a chart without its numbers": (
        (chart(data=Table("Dollars", COLUMNS, ())),),
        "The chart 'Fees' needs the numbers behind it as a table.",
    ),
    "a chart that fetches its data": (
        (chart(spec={"layer": [{"data": {"url": "https://example.org/fees.csv"}}]}),),
        (
            "The chart 'Fees' fetches something from an address: put its values inside the "
            "specification."
        ),
    ),
    "a chart that hides its address in a frozen mapping": (
        (chart(spec=MappingProxyType({"data": MappingProxyType({"url": "fees.csv"})})),),
        (
            "The chart 'Fees' fetches something from an address: put its values inside the "
            "specification."
        ),
    ),
    "a chart whose marks are links": (
        (chart(spec={"encoding": ({"href": {"value": "https://example.org"}},)}),),
        (
            "The chart 'Fees' fetches something from an address: put its values inside the "
            "specification."
        ),
    ),
    "a box in a box": (
        (Callout("note", "Outer", (Callout("note", "Inner"),)),),
        "The box 'Outer' holds a Callout: place it outside.",
    ),
    "a heading in a box": (
        (Callout("note", "Outer", (Heading(2, "In"),)),),
        "The box 'Outer' holds a Heading: place it outside.",
    ),
    "a page break in a box": (
        (Callout("note", "Outer", (PageBreak(),)),),
        "The box 'Outer' holds a PageBreak: place it outside.",
    ),
    "the list of sections in a box": (
        (Callout("note", "Outer", (Contents(),)),),
        "The box 'Outer' holds a Contents: place it outside.",
    ),
    "a word of two meanings": (
        (Prose((Term("net", "after costs"), Term("net", "before costs"))),),
        "The word 'net' is explained in two ways; use one meaning.",
    ),
}


@pytest.mark.parametrize("case", REFUSALS)
def test_an_impossible_report_is_refused_with_its_reason(case: str) -> None:
    blocks, message = REFUSALS[case]
    with pytest.raises(PageError) as refusal:
        check(blocks)
    assert str(refusal.value) == message


def test_a_report_that_holds_together_is_accepted() -> None:
    check(
        (
            Heading(2, "Money", "money"),
            Heading(3, "Detail", "detail"),
            Heading(2, "Text", "text"),
            Callout("note", "See", (Prose((Link("money", "money"),)), TABLE, CHART)),
            Definitions((Definition("fee", "what is paid", "fee"),)),
            Prose((Link("fee", "fee"),)),
        )
    )


def test_headings_receive_anchors_from_their_text_and_keep_their_own() -> None:
    given = (Heading(2, "The money"), Heading(2, "The money"), Heading(2, "Other", "mine"))
    assert [block.anchor for block in with_anchors(given) if isinstance(block, Heading)] == [
        "the-money",
        "the-money-2",
        "mine",
    ]


def test_a_link_to_a_heading_does_not_take_its_anchor_away() -> None:
    blocks = with_anchors((Prose((Link("it", "the-money"),)), Heading(2, "The money")))
    check(blocks)
    assert isinstance(blocks[1], Heading)
    assert blocks[1].anchor == "the-money"


def test_a_heading_never_takes_an_anchor_that_another_block_was_given() -> None:
    blocks = with_anchors((Heading(2, "Money"), Callout("note", "A", anchor="money")))
    assert isinstance(blocks[0], Heading)
    assert blocks[0].anchor == "money-2"
    check(blocks)


@pytest.mark.parametrize(
    ("text", "anchor"),
    [("What must change, & why", "what-must-change-why"), ("2027", "part-2027"), ("漢字", "part")],
)
def test_an_anchor_is_plain_letters_whatever_the_title(text: str, anchor: str) -> None:
    assert anchor_from(text) == anchor
    check((Heading(2, text, anchor_from(text)),))


def test_words_are_listed_once_in_alphabetical_order() -> None:
    blocks = (
        Prose((Term("Payable", "owed"), Term("benchmarks", "what is compared with", "benchmark"))),
        Callout("note", "A", (Prose((Term("payable", "owed"),)),)),
    )
    assert terms(blocks) == {"benchmark": "what is compared with", "Payable": "owed"}
    assert word_anchor("Payable") == word_anchor("payable") == "word-payable"


def test_everything_walks_into_boxes_lists_and_cells_in_reading_order() -> None:
    link, term = Link("a", "a"), Term("b", "c")
    block = Callout("note", "A", (Numbered(((link,),)), Prose((term,))))
    assert [item for item in everything((block,)) if item in (link, term)] == [link, term]

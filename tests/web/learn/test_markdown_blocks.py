"""Markdown becomes blocks of a page, and nothing that was typed becomes HTML by itself."""

import pytest

from fairterms.publish import fragment
from fairterms.publish.blocks import Block, Bullets, Heading, Numbered, Prose
from fairterms.publish.inline import Code, Emphasis, Strong, plain
from fairterms.publish.number_blocks import Chart, Column, Row, Table
from fairterms.publish.structure import check, with_anchors
from fairterms.reference.figure import figures
from fairterms.reference.lesson import lessons
from fairterms_web.learn.markdown_blocks import blocks_of


def read(text: str) -> tuple[Block, ...]:
    return blocks_of(text, figures())


def test_the_title_is_left_to_the_page() -> None:
    assert read("# Title\n\nWords.") == (Prose(("Words.",)),)


def test_a_numbered_section_has_the_anchor_that_links_name() -> None:
    found = read("## What for\n\n## 4. Terms\n\n### 5. Below\n\n## 4. Terms again")
    assert found == (
        Heading(2, "What for", ""),
        Heading(2, "4. Terms", "section-4"),
        Heading(3, "5. Below", ""),
        Heading(2, "4. Terms again", ""),
    )


def test_a_second_heading_of_the_first_level_is_not_lost() -> None:
    found = read("# Title\n\n# Part two\n\n## 1. Begin")
    assert found == (Heading(2, "Part two", ""), Heading(2, "1. Begin", "section-1"))


def test_a_number_that_no_section_has_is_no_place() -> None:
    words = "9" * 5000 + ". Far"
    assert read(f"## {words}") == (Heading(2, words, ""),)


def test_what_is_nested_too_deep_is_shown_as_it_is_typed() -> None:
    deep = "*" * 3000 + "a" + "*" * 3000
    assert read(f"# Title\n\nBefore.\n\n{deep}") == (Prose("Before."), Prose(deep))


def test_a_level_is_never_jumped_over() -> None:
    found = read("### Deep\n\n###### Deeper\n\n## Up\n\n##### Down")
    assert [one.level for one in found if isinstance(one, Heading)] == [2, 3, 2, 3]


def test_stress_code_and_line_ends_are_kept() -> None:
    (found,) = read("A *b* **c** `d`\ne & f")
    assert found == Prose(("A ", Emphasis("b"), " ", Strong("c"), " ", Code("d"), " e & f"))


def test_lists_keep_their_order_and_those_within_follow() -> None:
    assert read("- one\n- two\n  - inner\n- three") == (
        Bullets((("one",), ("two",), ("inner",), ("three",))),
    )
    assert read("1. **one.** More.\n2. two") == (Numbered(((Strong("one."), " More."), ("two",))),)


@pytest.mark.parametrize(
    ("inner", "shown"),
    [
        ("```\n  fairterms\n  learn\n  ```", "fairterms learn"),
        ("| a | b |\n  |--|--|\n  | 1 | 2 |", "a b 1 2"),
        ("> said\n  >\n  > twice", "said twice"),
    ],
)
def test_what_stands_in_an_item_is_not_lost(inner: str, shown: str) -> None:
    (found,) = read(f"- one\n\n  {inner}\n- two")
    assert isinstance(found, Bullets)
    assert [plain(item).split() for item in found.items] == [["one", *shown.split()], ["two"]]


def test_a_table_is_called_by_its_section_and_keeps_its_sides() -> None:
    (_, found) = read("## 1. Money\n\n| What | Sum |\n|:--|--:|\n| Fee | **$1** |\n")
    columns = (Column("What"), Column("Sum", "right"))
    assert found == Table("Table 1: 1. Money", columns, (Row((("Fee",), (Strong("$1"),))),))


def test_code_is_one_line_after_the_other() -> None:
    expected = (Prose((Code("fairterms learn"),)), Prose((Code("fairterms laws"),)))
    assert read("    fairterms learn\n\n    fairterms laws\n") == expected
    assert read("```\nfairterms learn\nfairterms laws\n```") == expected


def test_a_quotation_is_marked_as_one() -> None:
    assert read("> services that\n> Plan determines") == (
        Prose((Emphasis("“services that Plan determines”"),)),
    )


def test_a_figure_is_drawn_with_its_numbers() -> None:
    (found,) = read("![The curve](figure:loss_curve)")
    assert isinstance(found, Chart)
    assert found.alternative == figures()["loss_curve"].alternative
    assert len(found.data.rows) == len(figures()["loss_curve"].rows)
    assert found.data.columns[1].align == "right"


@pytest.mark.parametrize(
    "text", ["![A curve](figure:none)", "![A curve](https://example.org/a.png)"]
)
def test_another_picture_is_shown_in_its_words(text: str) -> None:
    assert read(text) == (Prose(("A curve",)),)


def test_a_link_is_words_and_where_it_leads() -> None:
    assert read("See [the law](https://example.org/a).") == (
        Prose(("See the law (https://example.org/a).",)),
    )
    assert read("See <https://example.org/a>.") == (Prose(("See https://example.org/a.",)),)


@pytest.mark.parametrize(
    "typed",
    [
        "<script>alert(1)</script>",
        "A <b onclick='x()'>word</b>",
        "[a](javascript:alert(1))",
        '![a](x" onerror="alert(1))',
        "<!-- secret -->",
        "&lt;script&gt;",
        "| <i>a</i> |\n|---|\n| <img src=x onerror=alert(1)> |",
        "## <u>Head</u>",
        "`<s>`",
        "    <pre>",
        "> <q>",
    ],
)
def test_nothing_typed_becomes_html(typed: str) -> None:
    html = fragment.render(read(f"# T\n\n{typed}\n"))
    for tag in ("<script", "<b ", "<u>", "<s>", "<i>", "<img", "<pre>", "<q>", "<!--", "href="):
        assert tag not in html


@pytest.mark.parametrize("typed", ["<div>\nA\n</div>", "A <b>word</b>", "<!-- A -->"])
def test_html_is_shown_as_it_is_typed(typed: str) -> None:
    assert read(f"# T\n\n{typed}") == (Prose((typed.replace("\n", " "),)),)


@pytest.mark.parametrize("lesson", lessons(), ids=lambda one: f"training {one.number}")
def test_every_training_is_whole_as_a_page(lesson: object) -> None:
    text = str(getattr(lesson, "text", ""))
    blocks = with_anchors(read(text))
    check(blocks)
    anchors = {one.anchor for one in blocks if isinstance(one, Heading)}
    assert {f"section-{number}" for number in range(1, 7)} <= anchors
    assert any(isinstance(one, Chart) for one in blocks)

"""A word is explained once, where it stands first in running text, and nowhere else."""

import pytest

from fairterms_web.look.in_place import first_places

WORDS = ("cap", "loss cap", "member months", "run-out", "withhold", "figure", "PMPM")


def marked(html: str) -> list[tuple[str, str]]:
    """Return each marked word with what stands there."""
    return [(word, html[start:end]) for start, end, word in first_places(html, WORDS)]


@pytest.mark.parametrize(
    ("html", "found"),
    [
        ("<p>The withhold is paid.</p>", [("withhold", "withhold")]),
        ("<li>Withholds</li>", [("withhold", "Withholds")]),
        ("<p>member-months and Member months</p>", [("member months", "member-months")]),
        ("<p>$41 pmpm.</p>", [("PMPM", "pmpm")]),
        ('<th scope="row" class="left">Run-out</th>', [("run-out", "Run-out")]),
        ('<th scope="col">Withhold <span class="unit">', [("withhold", "Withhold")]),
        ("<td class=x>A loss cap, then a cap.</td>", [("loss cap", "loss cap"), ("cap", "cap")]),
        ("<p>A loss cap.</p>", [("loss cap", "loss cap")]),
        ("<p>Pay <strong>withhold</strong> now</p>", [("withhold", "withhold")]),
        ('<p><a href="/x">No</a> and a withhold</p>', [("withhold", "withhold")]),
        ("<p><code>a</code> is a <em>cap</em></p>", [("cap", "cap")]),
    ],
)
def test_a_word_in_running_text_is_marked(html: str, found: list[tuple[str, str]]) -> None:
    assert marked(html) == found


@pytest.mark.parametrize(
    "html",
    [
        "<h2>The withhold</h2>",
        '<p><a href="/withhold">a withhold</a></p>',
        "<p><code>withhold</code></p>",
        "<p><a href='/'><strong>withhold</strong></a></p>",
        "<blockquote><p>A withhold applies</p></blockquote>",
        '<p title="withhold">x</p>',
        "<button>withhold</button>",
        "<p>withholding, unwithhold, re-withhold, my_withhold, withhold-rate</p>",
        "<p>What is run out</p>",
        "<p>A figure</p>",
        "withhold",
        "<h2>A <strong>b</strong> withhold</h2>",
    ],
)
def test_links_headings_code_quotations_and_parts_of_words_are_left_alone(html: str) -> None:
    assert marked(html) == []


def test_a_word_is_marked_once_where_it_may_be_marked_first() -> None:
    html = "<h2>withhold</h2><p>A withhold.</p><p>The withhold.</p>"
    ((start, end, _),) = first_places(html, WORDS)
    assert (html[start - 2 : start], html[end]) == ("A ", ".")


def test_places_come_in_the_order_of_the_text() -> None:
    html = "<p>A cap.</p><p>A withhold.</p><p>The member months.</p>"
    assert [word for word, _ in marked(html)] == ["cap", "withhold", "member months"]


def test_a_text_whose_small_letters_are_longer_is_left_alone() -> None:
    assert marked("<p>İ withhold</p>") == []


def test_a_word_behind_very_many_tags_is_left_alone() -> None:
    assert marked(f"<p>{'<em>a</em>' * 20} withhold</p>") == []

"""Blocks of a report as a piece of HTML, to stand inside a page that somebody else frames."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import count
from typing import Final

from fairterms.publish.blocks import (
    Block,
    Contents,
    Definition,
    Definitions,
    Heading,
    SideBySide,
)
from fairterms.publish.html import templates
from fairterms.publish.phrases import LANGUAGES
from fairterms.publish.structure import WORDS_USED, flat, terms, with_anchors, word_anchor
from fairterms.publish.svg_colours import named

_DEEPEST: Final = 6
_PREFIX: Final = re.compile(r"([a-z][a-z0-9-]*-)?")


def render(
    blocks: Sequence[Block], *, language: str = "en", prefix: str = "", shift: int = 0
) -> str:
    r"""Write blocks as HTML without head, frame or style sheet.

    Parameters
    ----------
    blocks
        The blocks of a report, or some of them. The words they explain are listed after them.
    language
        The language of the renderers' own words, as a code such as "en".
    prefix
        What the names begin with that this function makes itself, such as "risks-". Two
        fragments of one page need different ones. An author's own anchors stay as they are.
    shift
        By how many levels headings stand deeper than written; none stands deeper than 6.

    Returns
    -------
    str
        A piece of HTML in which all text is escaped. Drawings have classes in place of colours,
        as `svg_colours.NAMES` calls them.

    Examples
    --------
    >>> from fairterms.publish.page import Prose
    >>> render((Heading(2, "The answer"), Prose("A < B")), shift=1)
    '<h3 id="the-answer">The answer</h3>\n<p>A &lt; B</p>\n'
    """
    assert _PREFIX.fullmatch(prefix), f"{prefix!r} is no prefix: write it like 'risks-'"
    assert language in LANGUAGES, f"{language!r} is not one of {', '.join(LANGUAGES)}"
    written = with_anchors(blocks)
    shown = tuple(_deeper(block, shift) for block in (*written, *_words(written, language, prefix)))
    return (
        templates(language, prefix, named)
        .get_template("fragment.html")
        .render(
            blocks=shown,
            headings=[block for block in flat(shown) if isinstance(block, Heading)],
            phrases=LANGUAGES[language],
            prefix=prefix,
            next_number=count(1).__next__,
        )
    )


def _words(blocks: tuple[Block, ...], language: str, prefix: str) -> tuple[Block, ...]:
    found = terms(blocks)
    if not found:
        return ()
    entries = (Definition(word, found[word], prefix + word_anchor(word)) for word in found)
    heading = Heading(2, LANGUAGES[language].words_used, prefix + WORDS_USED)
    return (heading, Definitions(tuple(entries)))


def _deeper(block: Block, shift: int) -> Block:
    match block:
        case Heading():
            return replace(block, level=min(block.level + shift, _DEEPEST))
        case Contents():
            return replace(block, depth=min(block.depth + shift, _DEEPEST))
        case SideBySide():
            left, right = (
                tuple(_deeper(one, shift) for one in part) for part in (block.left, block.right)
            )
            return replace(block, left=left, right=right)
    return block

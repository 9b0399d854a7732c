"""What must hold for a report as a whole: headings in order, links that lead somewhere."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass, replace

from fairterms.publish.blocks import Block, Callout, Contents, Heading, PageBreak, SideBySide
from fairterms.publish.inline import Link, Mark, Term
from fairterms.publish.number_blocks import Chart, Table

_ANCHOR = re.compile(r"[a-z][a-z0-9-]*")
# The two lists that close a report; no other heading is given their anchors.
WORDS_USED, MADE_FROM = "words-used", "made-from"


class PageError(ValueError):
    """A report that cannot be published as it stands; the message says why."""


def everything(value: object) -> Iterator[object]:
    """Walk all records inside a value, in reading order.

    Parameters
    ----------
    value
        A record, or a tuple of records.

    Yields
    ------
    object
        The record itself, then the records in its fields.
    """
    if isinstance(value, tuple):
        for part in value:
            yield from everything(part)
    elif is_dataclass(value):
        yield value
        for field in fields(value):
            yield from everything(getattr(value, field.name))


def anchor_from(text: str) -> str:
    """Make an anchor from a title.

    Parameters
    ----------
    text
        Any text.

    Returns
    -------
    str
        Small letters, digits and hyphens, beginning with a letter.

    Examples
    --------
    >>> anchor_from("What must change, & why")
    'what-must-change-why'
    >>> anchor_from("2027")
    'part-2027'
    """
    slug = re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")
    return slug if slug[:1].isalpha() else f"part-{slug}".strip("-")


def flat(blocks: Sequence[Block]) -> Iterator[Block]:
    """Walk blocks in reading order, the parts of a side-by-side one after the other.

    Parameters
    ----------
    blocks
        The blocks of a report.

    Yields
    ------
    Block
        No side-by-side itself.
    """
    for block in blocks:
        if isinstance(block, SideBySide):
            yield from flat((*block.left, *block.right))
        else:
            yield block


def word_anchor(word: str) -> str:
    """Give the anchor of a word in the list of words.

    Parameters
    ----------
    word
        A headword.

    Returns
    -------
    str
        Its anchor.

    Examples
    --------
    >>> word_anchor("Member month")
    'word-member-month'
    """
    return f"word-{anchor_from(word)}"


def with_anchors(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Give every heading an anchor; those that have one keep it.

    Parameters
    ----------
    blocks
        The blocks of a report.

    Returns
    -------
    tuple of Block
        The same blocks; a second heading of the same text gets "-2".
    """
    items = [item for item in everything(tuple(blocks)) if _holds_anchor(item)]
    taken = {str(getattr(item, "anchor", "")) for item in items} | {WORDS_USED, MADE_FROM}
    result: list[Block] = []
    for block in blocks:
        if isinstance(block, Heading) and not block.anchor:
            block = replace(block, anchor=_free(anchor_from(block.text), taken))  # noqa: PLW2901
            taken.add(block.anchor)
        result.append(block)
    return tuple(result)


def terms(blocks: Sequence[Block]) -> dict[str, str]:
    """Collect the words of the field that a report explains.

    Parameters
    ----------
    blocks
        The blocks of a report.

    Returns
    -------
    dict
        Meaning by headword, in alphabetical order. "Benchmark" and "benchmark" are one word,
        listed as it stands first.

    Raises
    ------
    PageError
        If a word is given two meanings.
    """
    found: dict[str, Term] = {}
    for item in everything(tuple(blocks)):
        if not isinstance(item, Term):
            continue
        if found.setdefault(word_anchor(item.entry), item).meaning != item.meaning:
            raise PageError(f"The word {item.entry!r} is explained in two ways; use one meaning.")
    words = sorted(found.values(), key=lambda term: term.entry.casefold())
    return {term.entry: term.meaning for term in words}


def check(blocks: Sequence[Block]) -> None:
    """Refuse blocks that cannot be read as one document.

    Parameters
    ----------
    blocks
        The blocks of a report, headings with their anchors.

    Raises
    ------
    PageError
        If heading levels jump, a link leads nowhere, two anchors are the same, a table's
        rows do not fit its columns, or a caption, title or text alternative is missing.
    """
    _check_heading_order(blocks)
    _check_anchors(blocks)
    terms(blocks)
    for item in everything(tuple(blocks)):
        if isinstance(item, Table):
            _check_table(item)
        elif isinstance(item, Chart):
            _check_chart(item)
        elif isinstance(item, Callout):
            _check_callout(item)
        elif isinstance(item, SideBySide):
            _check_parts(item)


def _check_heading_order(blocks: Sequence[Block]) -> None:
    above = 1
    for block in flat(blocks):
        if not isinstance(block, Heading):
            continue
        if not block.text.strip():
            raise PageError("A heading has no text: say in a few words what its section holds.")
        if not 2 <= block.level <= min(above + 1, 4):
            raise PageError(
                f"The heading {block.text!r} has level {block.level} below level {above}: "
                f"give it a level from 2 to {min(above + 1, 4)}."
            )
        above = block.level


def _check_anchors(blocks: Sequence[Block]) -> None:
    items = list(everything(tuple(blocks)))
    anchors = Counter(getattr(item, "anchor", "") for item in items if _holds_anchor(item))
    for anchor, times in anchors.items():
        if times > 1:
            raise PageError(f"The anchor {anchor!r} is used {times} times; make each one unique.")
        if not _ANCHOR.fullmatch(anchor):
            raise PageError(
                f"The anchor {anchor!r} must be small letters, digits and hyphens, "
                "beginning with a letter."
            )
    for item in items:
        target = _target(item)
        if target is not None and target not in anchors:
            raise PageError(
                f"The link {getattr(item, 'text', '')!r} leads to {target!r}, which no block has "
                "as its anchor: name a block of this report."
            )


def _target(item: object) -> str | None:
    """Return the anchor that an item leads to, or None when it leads nowhere."""
    match item:
        case Link():
            return item.anchor
        case Mark():
            return item.to
    return None


def _check_table(table: Table) -> None:
    if not table.caption.strip():
        raise PageError("A table has no caption: say in a few words what it shows.")
    if not table.columns or not all(column.title.strip() for column in table.columns):
        raise PageError(f"The table {table.caption!r} needs a title for every column.")
    for number, row in enumerate(table.rows, start=1):
        if len(row.cells) != len(table.columns):
            raise PageError(
                f"Row {number} of the table {table.caption!r} has {len(row.cells)} cells for "
                f"{len(table.columns)} columns: give one cell per column."
            )


def _check_chart(chart: Chart) -> None:
    if not chart.title.strip() or not chart.alternative.strip():
        raise PageError(f"The chart {chart.title!r} needs a title and a text alternative.")
    if not chart.data.rows:
        raise PageError(f"The chart {chart.title!r} needs the numbers behind it as a table.")
    if _names_a_url(chart.spec):
        raise PageError(
            f"The chart {chart.title!r} fetches something from an address: put its values "
            "inside the specification."
        )


def _check_callout(callout: Callout) -> None:
    for block in callout.blocks:
        if isinstance(block, Heading | PageBreak | Contents | Callout | SideBySide):
            raise PageError(
                f"The box {callout.title!r} holds a {type(block).__name__}: place it outside."
            )


def _check_parts(block: SideBySide) -> None:
    for heading in flat((block,)):
        if isinstance(heading, Heading) and not heading.anchor:
            raise PageError(
                f"The heading {heading.text!r} stands inside a part: give it an anchor."
            )


def _names_a_url(value: object) -> bool:
    if isinstance(value, Mapping):
        return any(key in {"url", "href"} or _names_a_url(part) for key, part in value.items())
    if isinstance(value, list | tuple):
        return any(_names_a_url(part) for part in value)
    return False


def _holds_anchor(item: object) -> bool:
    return not isinstance(item, Link) and bool(getattr(item, "anchor", ""))


def _free(anchor: str, taken: set[str]) -> str:
    candidate, number = anchor, 2
    while candidate in taken:
        candidate, number = f"{anchor}-{number}", number + 1
    return candidate

"""A report as PDF, set by Typst: tagged, with bookmarks, the same bytes every time."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from fairterms.publish import palette
from fairterms.publish.blocks import Place
from fairterms.publish.breaks import parts
from fairterms.publish.draw import draw
from fairterms.publish.drawable import drawable, undrawable
from fairterms.publish.legible import legible
from fairterms.publish.page import Report, closing_blocks, phrases_of
from fairterms.publish.phrases import Phrases, place_in_words
from fairterms.publish.structure import word_anchor
from fairterms.publish.tree import Tree, as_tree

_TEMPLATE = Path(__file__).parent / "templates" / "report.typ"
_UNDATED = datetime(2000, 1, 1, tzinfo=UTC)


def render(report: Report) -> bytes:
    """Set a report as PDF.

    Parameters
    ----------
    report
        Any report. Its text goes to Typst as data, never as source, so that no sign in it can be
        read as markup.

    Returns
    -------
    bytes
        A tagged PDF (PDF/UA-1) with title, language, bookmarks and page numbers. The same report
        gives the same bytes. A sign that no font of the PDF has stands as U+FFFD, and the first
        page says so.
    """
    # The typesetter takes a while to load; only a PDF needs it.
    import typst  # noqa: PLC0415

    pdf = typst.compile(
        _TEMPLATE,
        format="pdf",
        font_paths=[],
        ignore_system_fonts=True,
        sys_inputs={"report": json.dumps(_value(report))},
        pdf_standards=["ua-1"],
        timestamp=_moment(report),
    )
    assert isinstance(pdf, bytes), "one PDF, not pages"
    return pdf


def _value(report: Report) -> Tree:
    """Return all that the template reads."""
    phrases = phrases_of(report)
    blocks = as_tree((*report.blocks, *closing_blocks(report)))
    tree: dict[str, Tree] = {"report": _head(report), "blocks": blocks}
    missing = undrawable(legible(json.dumps(tree, ensure_ascii=False)))
    prepared = _prepared(tree, phrases, lambda text: drawable(legible(text), missing))
    assert isinstance(prepared, dict), "a dictionary stays one"
    names = ("INK", "MUTED", "RULE", "HAIRLINE", "TINT")
    return prepared | {
        "phrases": as_tree(phrases),
        "has_undrawn": bool(missing),
        "colours": {name: getattr(palette, name) for name in names},
        "callouts": as_tree(palette.CALLOUTS),
    }


def _head(report: Report) -> Tree:
    return {
        "title": report.title,
        "subtitle": report.subtitle,
        "language": report.language,
        "made_on": report.made_on,
        "footer": list(report.footer),
    }


def _moment(report: Report) -> int:
    """Return the moment the PDF says it was made, in seconds: the report's day, not the clock."""
    try:
        day = datetime.fromisoformat(report.made_on).replace(tzinfo=UTC)
    except ValueError:
        day = _UNDATED
    return int(day.timestamp())


def _prepared(tree: Tree, phrases: Phrases, write: Callable[[str], str]) -> Tree:
    """Rewrite every text, and say what the template cannot find out by itself."""
    if isinstance(tree, str):
        return write(tree)
    if isinstance(tree, list):
        return [_prepared(part, phrases, write) for part in tree]
    if not isinstance(tree, dict):
        return tree
    if tree.keys() == {"document", "page", "section"}:
        texts = {key: str(part) for key, part in tree.items()}
        return write(place_in_words(Place(**texts), phrases))
    found = {key: _prepared(part, phrases, write) for key, part in tree.items()}
    return found | _additions(tree, found, phrases)


def _additions(tree: dict[str, Tree], found: dict[str, Tree], phrases: Phrases) -> dict[str, Tree]:
    """Return a chart's drawing, a badge's word, a word's anchor, and a key number's parts."""
    if tree.get("block") == "chart":
        assert isinstance(found["spec"], dict), "a specification is a dictionary"
        return {"drawing": draw(found["spec"]), "spec": None, "data": None}
    if tree.get("run") == "badge":
        return {"text": found["text"] or phrases.severities[str(tree["severity"])]}
    if tree.get("run") == "term":
        return {"anchor": word_anchor(str(tree["headword"] or tree["text"]))}
    if tree.keys() == {"label", "value", "note"}:
        return {"parts": list(parts(str(found["value"])))}
    return {}

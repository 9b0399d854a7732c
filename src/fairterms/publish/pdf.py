"""A report as PDF, set by Typst: tagged, with bookmarks, the same bytes every time."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from fairterms.publish.blocks import Block, Place
from fairterms.publish.draw import draw
from fairterms.publish.legible import legible
from fairterms.publish.number_blocks import Chart
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
        gives the same bytes.
    """
    # The typesetter takes a while to load; only a PDF needs it.
    import typst  # noqa: PLC0415

    phrases = phrases_of(report)
    blocks = (*report.blocks, *closing_blocks(report))
    with TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "report.typ").write_bytes(_TEMPLATE.read_bytes())
        value = {
            "report": _prepared(_head(report), phrases),
            "blocks": [_block(block, phrases, folder) for block in blocks],
            "phrases": as_tree(phrases),
        }
        (folder / "report.json").write_text(json.dumps(value), encoding="utf-8")
        pdf = typst.compile(
            folder / "report.typ",
            format="pdf",
            font_paths=[],
            ignore_system_fonts=True,
            pdf_standards=["ua-1"],
            timestamp=_moment(report),
        )
    assert isinstance(pdf, bytes), "one PDF, not pages"
    return pdf


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


def _block(block: Block, phrases: Phrases, folder: Path) -> Tree:
    """Return a block as Typst needs it: places and badges in words, charts as files."""
    if isinstance(block, Chart):
        number = len(list(folder.glob("*.svg")))
        (folder / f"chart-{number}.svg").write_text(draw(block), encoding="utf-8")
        tree = _prepared(as_tree(block), phrases)
        assert isinstance(tree, dict), "a block is a dictionary"
        return {**tree, "file": f"chart-{number}.svg", "spec": None}
    return _prepared(as_tree(block), phrases)


def _prepared(tree: Tree, phrases: Phrases) -> Tree:
    """Make every text legible, say places and badges in words, and name the anchors of words."""
    if isinstance(tree, str):
        return legible(tree)
    if isinstance(tree, list):
        return [_prepared(part, phrases) for part in tree]
    if not isinstance(tree, dict):
        return tree
    if tree.keys() == {"document", "page", "section"}:
        parts = {key: str(part) for key, part in tree.items()}
        return legible(place_in_words(Place(**parts), phrases))
    found = {key: _prepared(part, phrases) for key, part in tree.items() if key != "spec"}
    if tree.get("run") == "badge":
        found["text"] = tree["text"] or phrases.severities[str(tree["severity"])]
    if tree.get("run") == "term":
        found["anchor"] = word_anchor(str(tree["headword"] or tree["text"]))
    return found

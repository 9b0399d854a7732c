"""A report as one HTML file: no script, nothing from elsewhere, made to be read and printed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from fairterms.publish import palette
from fairterms.publish.blocks import Block, block_name
from fairterms.publish.draw import NARROW, draw
from fairterms.publish.inline import Badge, Code, Emphasis, Inline, Link, Strong, Term, Words, runs
from fairterms.publish.legible import legible
from fairterms.publish.number_blocks import Chart
from fairterms.publish.page import Report, closing_blocks, phrases_of
from fairterms.publish.phrases import Phrases, place_in_words
from fairterms.publish.structure import word_anchor

_TEMPLATES = Path(__file__).parent / "templates"


def render(report: Report) -> str:
    """Write a report as a self-contained HTML page.

    Parameters
    ----------
    report
        Any report.

    Returns
    -------
    str
        A page that needs no network and no script. All text is escaped here; nothing an author
        writes is read as markup.

    Examples
    --------
    >>> from fairterms.publish.page import Prose
    >>> page = render(Report(title="A < B", blocks=(Prose("5 % & more"),)))
    >>> "<title>A &lt; B</title>" in page, "5 % &amp; more" in page
    (True, True)
    """
    phrases = phrases_of(report)
    environment = Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    filters: dict[str, Callable[..., str]] = {
        "words": lambda words: _words(words, phrases),
        "legible": legible,
        "place": lambda place: place_in_words(place, phrases),
        "name": block_name,
        "drawing": _drawing,
        "narrow_drawing": _narrow_drawing,
    }
    environment.filters.update(filters)
    style = environment.get_template("report.css").render(colours=palette)
    return environment.get_template("report.html").render(
        report=report,
        blocks=(*report.blocks, *closing_blocks(report)),
        headings=_headings(report),
        phrases=phrases,
        style=Markup(style),  # noqa: S704 - our own style sheet, no text of a report in it
    )


def _headings(report: Report) -> list[Block]:
    blocks = (*report.blocks, *closing_blocks(report))
    return [block for block in blocks if block_name(block) == "heading"]


def _drawing(chart: Chart) -> Markup:
    return Markup(draw(chart))  # noqa: S704 - an SVG our drawing engine wrote and escaped


def _narrow_drawing(chart: Chart) -> Markup:
    return Markup(draw(chart, NARROW))  # noqa: S704 - as above


def _words(words: Words, phrases: Phrases) -> Markup:
    return Markup("").join(_run(run, phrases) for run in runs(words))


def _run(run: Inline, phrases: Phrases) -> Markup:
    """Write one run; formatting into Markup escapes every text it is given."""
    match run:
        case Strong(text):
            return Markup("<strong>{}</strong>").format(legible(text))
        case Emphasis(text):
            return Markup("<em>{}</em>").format(legible(text))
        case Code(text):
            return Markup("<code>{}</code>").format(legible(text))
        case Link(text, anchor):
            return Markup('<a href="#{}">{}</a>').format(anchor, legible(text))
        case Term():
            anchor = word_anchor(run.entry)
            return Markup('<a class="term" href="#{}">{}</a>').format(anchor, legible(run.text))
        case Badge(severity, text):
            word = text or phrases.severities[severity]
            return Markup('<span class="badge badge-{}">{}</span>').format(severity, legible(word))
        case str():
            return Markup("{}").format(legible(run))

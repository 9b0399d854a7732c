"""A report as one HTML file: no script, nothing from elsewhere, made to be read and printed."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from itertools import count
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from fairterms.publish import palette
from fairterms.publish.blocks import Heading, block_name
from fairterms.publish.breaks import AMOUNT, parts
from fairterms.publish.draw import NARROW, draw
from fairterms.publish.inline import (
    Badge,
    Code,
    Deleted,
    Emphasis,
    Inline,
    Inserted,
    Link,
    Mark,
    Strong,
    Term,
    Words,
    runs,
)
from fairterms.publish.legible import legible
from fairterms.publish.number_blocks import Chart
from fairterms.publish.page import Report, closing_blocks, phrases_of
from fairterms.publish.phrases import LANGUAGES, Phrases, place_in_words
from fairterms.publish.structure import flat, word_anchor

_TEMPLATES = Path(__file__).parent / "templates"
_TAGS: dict[type, str] = {
    Strong: "strong",
    Emphasis: "em",
    Code: "code",
    Inserted: "ins",
    Deleted: "del",
}


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
    environment = templates(report.language)
    style = environment.get_template("report.css").render(colours=palette)
    blocks = (*report.blocks, *closing_blocks(report))
    return environment.get_template("report.html").render(
        report=report,
        blocks=blocks,
        headings=[block for block in flat(blocks) if isinstance(block, Heading)],
        phrases=phrases_of(report),
        prefix="",
        next_number=count(1).__next__,
        style=Markup(style),  # noqa: S704 - our own style sheet, no text of a report in it
    )


@lru_cache
def templates(language: str, prefix: str = "", paint: Callable[[str], str] = str) -> Environment:
    """Prepare the templates once for all pages of a language.

    Parameters
    ----------
    language
        The language of the renderers' own words.
    prefix
        What the anchors of explained words begin with.
    paint
        What is done with the SVG of a drawing before it stands in the page.

    Returns
    -------
    Environment
        With the frames of a whole report and of a part of one.
    """
    phrases = LANGUAGES[language]
    environment = Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    filters: dict[str, Callable[..., object]] = {
        "words": lambda words: _words(words, phrases, prefix),
        "legible": legible,
        "place": lambda place: place_in_words(place, phrases),
        "name": block_name,
        "parts": parts,
        "drawing": lambda chart: _drawing(chart, None, paint),
        "narrow_drawing": lambda chart: _drawing(chart, NARROW, paint),
    }
    environment.filters.update(filters)
    return environment


def _drawing(chart: Chart, width: int | None, paint: Callable[[str], str]) -> Markup:
    return Markup(paint(draw(chart.spec, width)))  # noqa: S704 - an SVG our engine escaped


def _words(words: Words, phrases: Phrases, prefix: str) -> Markup:
    return Markup("").join(_run(run, phrases, prefix) for run in runs(words))


def _run(run: Inline, phrases: Phrases, prefix: str) -> Markup:
    """Write one run; formatting into Markup escapes every text it is given."""
    match run:
        case Strong() | Emphasis() | Code() | Inserted() | Deleted():
            return Markup("<{0}>{1}</{0}>").format(_TAGS[type(run)], legible(run.text))
        case Link(text, anchor):
            return Markup('<a href="#{}">{}</a>').format(anchor, legible(text))
        case Term():
            anchor = prefix + word_anchor(run.entry)
            return Markup('<a class="term" href="#{}">{}</a>').format(anchor, legible(run.text))
        case Badge(severity, text):
            word = text or phrases.severities[severity]
            return Markup('<span class="badge badge-{}">{}</span>').format(severity, legible(word))
        case Mark():
            return _mark(run)
        case str():
            return _unbroken(legible(run))


def _mark(mark: Mark) -> Markup:
    """Write marked words as a link to what is said about them."""
    own = Markup(' id="{}"').format(mark.anchor) if mark.anchor else Markup("")
    told = Markup('<span class="heard">{}: </span>').format(mark.label) if mark.label else ""
    return Markup('<mark{}><a href="#{}">{}{}</a></mark>').format(
        own, mark.to, told, legible(mark.text)
    )


def _unbroken(text: str) -> Markup:
    """Write a text in which no line ends inside an amount."""
    written, at = Markup(""), 0
    for amount in AMOUNT.finditer(text):
        whole = Markup('<span class="amount">{}</span>').format(amount[0])
        written, at = written + text[at : amount.start()] + whole, amount.end()
    return written + text[at:]

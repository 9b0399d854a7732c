"""The few words the renderers add of their own, in each language they know."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from fairterms.publish.blocks import Place


@dataclass(frozen=True, kw_only=True)
class Phrases:
    """The renderers' own words in one language.

    Parameters
    ----------
    skip
        The link past the title, for keyboard users.
    contents
        Above the list of sections.
    made_on
        Before the date.
    data_behind
        Opens the table behind a chart.
    why_it_matters, clause, result
        Beside a quote's reason, a step's clause and the last step.
    page, on_page, page_of
        A page of a document, a page of this report (`{page}`), this page of all
        (`{page}`, `{pages}`).
    see
        In print, what a link points to; holds `{title}`.
    words_used, made_from
        The headings of the two lists that close a report.
    workbook_text, on_sheet
        The name of a workbook's first sheet, and where a table stands; holds `{sheet}`.
    undrawn
        Said once where a PDF could not draw a sign.
    callouts, severities
        The word for each kind of callout and each severity.
    """

    skip: str
    contents: str
    made_on: str
    data_behind: str
    why_it_matters: str
    clause: str
    result: str
    page: str
    on_page: str
    page_of: str
    see: str
    words_used: str
    made_from: str
    workbook_text: str
    on_sheet: str
    undrawn: str
    callouts: Mapping[str, str]
    severities: Mapping[str, str]


ENGLISH: Final = Phrases(
    skip="Skip to the report",
    contents="In this report",
    made_on="Made on",
    data_behind="The numbers behind this chart",
    why_it_matters="Why it matters",
    clause="clause",
    result="Result",
    page="page",
    on_page="page {page}",
    page_of="Page {page} of {pages}",
    see="see “{title}”",
    words_used="Words used in this report",
    made_from="What this report was made from",
    workbook_text="Report",
    on_sheet="see the sheet “{sheet}”",
    undrawn="This PDF could not draw every sign of the source text. Each sign it could not "
    "draw stands as \ufffd here; the HTML form of this report shows them all.",
    callouts=MappingProxyType(
        {
            "answer-sign": "Sign",
            "answer-negotiate": "Negotiate",
            "answer-walk-away": "Walk away",
            "note": "Note",
            "warning": "Warning",
        }
    ),
    severities=MappingProxyType(
        {
            "critical": "Critical",
            "high": "High",
            "medium": "Medium",
            "low": "Low",
            "passed": "Passed",
        }
    ),
)
LANGUAGES: Final[Mapping[str, Phrases]] = MappingProxyType({"en": ENGLISH})


def place_in_words(place: Place, phrases: Phrases) -> str:
    """Say where something stands.

    Parameters
    ----------
    place
        Document, page and section; the last two may be empty.
    phrases
        The words of the report's language.

    Returns
    -------
    str
        The parts that are known, with commas.

    Examples
    --------
    >>> place_in_words(Place("agreement.pdf", "3", "Exhibit B, 2(c)"), ENGLISH)
    'agreement.pdf, page 3, Exhibit B, 2(c)'
    """
    page = f"{phrases.page} {place.page}" if place.page else ""
    return ", ".join(part for part in (place.document, page, place.section) if part)

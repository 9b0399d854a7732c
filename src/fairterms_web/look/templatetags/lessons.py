"""How templates lead from what a page shows to what explains it: a training's section, a word."""

from __future__ import annotations

import re
from functools import lru_cache

from django import template
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe

from fairterms.reference.lesson_links import LessonLink, lesson_for_page, section_anchor
from fairterms.reference.lesson_sentence import EXPLAINED
from fairterms_web.look.glossary import words
from fairterms_web.look.in_place import first_places
from fairterms_web.look.templatetags.look import word

register = template.Library()

MOST_KEPT = 24
"""Reports kept with their words explained, up to about a megabyte each (our choice)."""


@register.inclusion_tag("look/parts/lesson.html")
def lesson(place: str) -> dict[str, LessonLink | str]:
    """Lead to what explains a page: ``{% lesson "terms" %}``.

    Parameters
    ----------
    place
        The page, as the trainings name it.
    """
    link = lesson_for_page(place)
    assert link is not None, f"no training explains {place!r}: say in its TOML which section does"
    return {"link": link, "url": _address(link.number, link.section)}


@register.filter
def explained(html: str) -> SafeString:
    """Explain a report: its words where each stands first, and its ways to the trainings.

    Parameters
    ----------
    html
        A report, or a part of one, in which all text is escaped already.
    """
    return _explained(html)


@lru_cache(maxsize=MOST_KEPT)
def _explained(html: str) -> SafeString:
    # Who looks at a report looks at it again; to search a long one takes longer than all the rest.
    # Nobody comes to what is kept here but with the report itself, opened by the key of its room.
    return with_lessons("".join(_with_words(html)))


@register.filter
def with_lessons(html: str) -> SafeString:
    """Make ways out of the sentences of a report that say where something is explained.

    Parameters
    ----------
    html
        As for :func:`explained`.
    """
    return mark_safe(EXPLAINED.sub(_way, html))  # noqa: S308 - reports escape every text


def _with_words(html: str) -> list[str]:
    parts, begin = [], 0
    for start, end, name in first_places(html, words()):
        parts += [html[begin:start], word(name, mark_safe(html[start:end]))]  # noqa: S308 - as above
        begin = end
    return [*parts, html[begin:]]


def _way(found: re.Match[str]) -> str:
    number, section = map(int, found.groups())
    return f'<a href="{_address(number, section)}">{found[0]}</a>'


@lru_cache(maxsize=128)
def _address(number: int, section: int) -> str:
    # A page of findings asks for dozens of these, and addresses never change while it runs.
    return f"{reverse('learn:lesson', args=[number])}#{section_anchor(section)}"

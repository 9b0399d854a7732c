"""A training as a page: its text with its figures, and what it explains."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from fairterms.publish import fragment
from fairterms.publish.blocks import Contents, Heading
from fairterms.reference.course import Course
from fairterms.reference.figure import figures
from fairterms.reference.lesson import Lesson, for_patients, lessons
from fairterms.reference.lesson_links import section_anchor
from fairterms.risks.library.library_risk import RISKS
from fairterms_web.learn.markdown_blocks import blocks_of
from fairterms_web.rooms.pages import PLACES

TITLES: Mapping[str, str] = {
    **dict(PLACES),
    "committee": "The committee",
    "evidence": "Released evidence",
    "ethics": "Reports in confidence",
    "practice": "Practice talks",
}
"""What pages are called."""


@dataclass(frozen=True)
class Explained:
    """What a section of a training explains.

    Attributes
    ----------
    anchor, title
        Of the section.
    checks, questions, risks, pages
        As a reader knows them.
    """

    anchor: str
    title: str
    checks: tuple[str, ...]
    questions: tuple[str, ...]
    risks: tuple[str, ...]
    pages: tuple[str, ...]


def html_of(text: str) -> str:
    """Write a course's text as HTML; whatever is typed in it is escaped."""
    blocks = blocks_of(text, figures())
    sections = [one for one in blocks if isinstance(one, Heading) and one.level == 2]
    opening = (Contents(),) if len(sections) > 1 else ()
    return fragment.render((*opening, *blocks), prefix="learn-")


@lru_cache(maxsize=16)
def html_of_lesson(number: int) -> str:
    """Write a training as HTML; its drawings take a second, so it is written once."""
    return html_of(next(one.text for one in lessons() if one.number == number))


@lru_cache(maxsize=1)
def page_for_patients() -> tuple[str, str]:
    """Return title and HTML of the page for patients."""
    text = for_patients()
    return text.partition("\n")[0].removeprefix("# "), html_of(text)


def html_of_course(course: Course) -> str:
    """Write a group's own course as HTML."""
    return html_of(course.text)


@lru_cache(maxsize=16)
def explained_by(number: int) -> tuple[Explained, ...]:
    """Return what each section of a training explains, without those that explain nothing."""
    lesson = next(one for one in lessons() if one.number == number)
    found = (_section(lesson, place) for place in range(1, len(lesson.sections) + 1))
    return tuple(one for one in found if one.checks or one.questions or one.risks or one.pages)


def _section(lesson: Lesson, section: int) -> Explained:
    told = lesson.explains
    titles = {risk.id: f"{risk.title} ({risk.id})" for risk in RISKS.values()}
    return Explained(
        section_anchor(section),
        lesson.sections[section - 1],
        tuple(one.replace("-", " ") for one in _of(told.checks, section)),
        tuple(one.removeprefix("gf_q").lstrip("0") for one in _of(told.questions, section)),
        tuple(titles[one] for one in _of(told.risks, section)),
        tuple(TITLES[one] for one in _of(told.pages, section)),
    )


def _of(told: Mapping[str, int], section: int) -> list[str]:
    return [name for name, place in told.items() if place == section]

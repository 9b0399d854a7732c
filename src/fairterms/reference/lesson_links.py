"""Which section of which training explains a check, a question, a risk or a page.

Each training says in its TOML file what its sections explain, so that the way there and the way
back are one fact. A test holds that everything which is there is explained once.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

from fairterms.reference.lesson import Lesson, lessons

_KINDS = ("checks", "questions", "risks", "pages")


@dataclass(frozen=True)
class LessonLink:
    """A place in a training.

    Attributes
    ----------
    number
        Of the training.
    title
        Of the training.
    section
        Of the training, counted from 1.
    section_title
        As the text has it.
    """

    number: int
    title: str
    section: int
    section_title: str

    @property
    def anchor(self) -> str:
        """What the section is called in the training's page."""
        return section_anchor(self.section)


def section_anchor(section: int) -> str:
    """Return what a numbered section is called in the page of its training.

    Examples
    --------
    >>> section_anchor(4)
    'section-4'
    """
    return f"section-{section}"


def lesson_for_check(check: str) -> LessonLink | None:
    """Return the section that explains a check of a contract's text.

    Parameters
    ----------
    check
        Its id, such as ``loss-cap``.

    Returns
    -------
    LessonLink or None
        None where no training explains it.

    Examples
    --------
    >>> found = lesson_for_check("loss-cap")
    >>> found.number, found.anchor
    (1, 'section-5')
    """
    return _links("checks").get(check)


def lesson_for_question(question: str) -> LessonLink | None:
    """Return the section that explains a question of good faith, such as ``gf_q01``."""
    return _links("questions").get(question)


def lesson_for_risk(risk: str) -> LessonLink | None:
    """Return the section that explains a risk of the library, such as ``F1``."""
    return _links("risks").get(risk)


def lesson_for_page(place: str) -> LessonLink | None:
    """Return the section that explains a page of the workspace, such as ``terms``."""
    return _links("pages").get(place)


@lru_cache(maxsize=len(_KINDS))
def _links(kind: str) -> Mapping[str, LessonLink]:
    return MappingProxyType(
        {
            name: _link(one, section)
            for one in lessons()
            for name, section in getattr(one.explains, kind).items()
        }
    )


def _link(lesson: Lesson, section: int) -> LessonLink:
    return LessonLink(lesson.number, lesson.title, section, lesson.sections[section - 1])

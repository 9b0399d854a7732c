"""A training's page draws its figures, explains its words, and says what it explains."""

import re

import pytest

from fairterms.reference.lesson import lessons
from fairterms_web.learn.lesson_page import TITLES, explained_by, html_of

pytestmark = pytest.mark.django_db


def test_a_page_has_its_contents() -> None:
    html = html_of("# T\n\n## 1. The withhold\n\nA withhold is kept.\n\n## 2. More\n\nWords.\n")
    assert 'href="#section-2"' in html
    assert html.index("<nav") < html.index("<h2")


def test_a_page_of_one_section_has_no_contents() -> None:
    assert "<nav" not in html_of("# T\n\n## 1. Only\n\nWords.\n")


def test_every_section_that_explains_something_is_listed() -> None:
    for one in lessons():
        told = one.explains
        sections = {*told.checks.values(), *told.questions.values(), *told.risks.values()}
        sections |= set(told.pages.values())
        assert [part.anchor for part in explained_by(one.number)] == [
            f"section-{number}" for number in sorted(sections)
        ]


def test_what_is_explained_is_called_as_a_reader_knows_it() -> None:
    part = next(one for one in explained_by(4) if one.anchor == "section-5")
    assert part.checks == ("patient talk", "retaliation protection")
    assert part.pages == ("Reports in confidence",)
    assert any(re.fullmatch(r".+ \(L9\)", one) for one in part.risks)
    assert explained_by(1)[-2].questions == ("1", "3")


def test_every_page_that_a_training_explains_has_a_title() -> None:
    assert {name for one in lessons() for name in one.explains.pages} <= TITLES.keys()

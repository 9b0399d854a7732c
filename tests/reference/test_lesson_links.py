"""Every check, question, risk and page leads to one section of one training."""

from collections import Counter
from importlib.resources import files
from importlib.resources.abc import Traversable

import pytest

from fairterms.reference.lesson import lessons
from fairterms.reference.lesson_links import (
    lesson_for_check,
    lesson_for_page,
    lesson_for_question,
    lesson_for_risk,
)
from fairterms.review.check import Check
from fairterms.risks.library.library_risk import RISKS
from fairterms.units.catalogue import Catalogue
from fairterms.units.finding import QUESTIONS

KINDS = ("checks", "questions", "risks", "pages")
PAGES = (
    *("start", "read", "terms", "simulate", "outcomes", "risks", "negotiate", "decide", "monitor"),
    *("reconcile", "audit", "ledgers", "practice", "committee", "evidence", "ethics"),
)


def test_every_check_has_its_section() -> None:
    # A check's module has its name; to import them all takes two seconds.
    modules = files("fairterms.review").joinpath("checks").iterdir()
    names = {one.name.removesuffix(".py").replace("_", "-") for one in modules if _is_entry(one)}
    assert {name for one in lessons() for name in one.explains.checks} == names


def _is_entry(one: Traversable) -> bool:
    return one.name.endswith(".py") and one.name != "__init__.py"


def test_every_question_of_good_faith_has_its_section() -> None:
    assert {name for one in lessons() for name in one.explains.questions} == set(QUESTIONS)


def test_every_risk_of_the_library_has_its_section() -> None:
    found = {name for one in lessons() for name in one.explains.risks}
    assert found == {risk.id for risk in RISKS.values()}


def test_every_page_has_its_section() -> None:
    assert {name for one in lessons() for name in one.explains.pages} == set(PAGES)


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_is_explained_in_two_places(kind: str) -> None:
    every = Counter(name for one in lessons() for name in getattr(one.explains, kind))
    assert [name for name, count in every.items() if count > 1] == []


def test_every_section_named_is_there() -> None:
    for one in lessons():
        for kind in KINDS:
            sections = set(getattr(one.explains, kind).values())
            assert sections <= set(range(1, len(one.sections) + 1)), (one.number, kind)


def test_a_check_is_named_in_the_section_that_explains_it() -> None:
    for one in lessons():
        parts = one.text.split("\n## ")
        for name, section in one.explains.checks.items():
            part = next(part for part in parts if part.startswith(f"{section}. "))
            assert f"`{name}`" in part, f"{name} is not in section {section} of {one.number}"


@pytest.mark.slow
def test_a_check_names_the_training_that_explains_it() -> None:
    for check in Catalogue("fairterms.review.checks", "CHECK", Check).values():
        found = lesson_for_check(check.id)
        assert found is not None
        assert check.lesson == f"training_{found.number}", check.id


def test_a_link_leads_to_a_section_with_its_title() -> None:
    found = lesson_for_check("retaliation-protection")
    assert found is not None
    assert (found.number, found.section, found.anchor) == (4, 5, "section-5")
    assert (found.title, found.section_title) == (lessons()[3].title, "Whistleblower protection")
    others = (lesson_for_question("gf_q20"), lesson_for_risk("L9"), lesson_for_page("negotiate"))
    assert [one.number for one in others if one is not None] == [2, 4, 5]


def test_what_no_training_explains_leads_nowhere() -> None:
    ways = (lesson_for_check, lesson_for_question, lesson_for_risk, lesson_for_page)
    assert [way("own-risk") for way in ways] == [None] * 4

"""What is shown leads to what explains it, and words are explained where they stand."""

import re
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pytest
from django.test import RequestFactory
from django.urls import reverse

from fairterms.contract import deal as deals
from fairterms.decide.basis import Basis, gather
from fairterms.decide.report import build
from fairterms.decide.text_section import text_section
from fairterms.publish import fragment
from fairterms.publish.blocks import Block
from fairterms.publish.number_blocks import Chart
from fairterms.reference.figure import figures
from fairterms.reference.lesson import lessons
from fairterms.reference.lesson_links import lesson_for_check, lesson_for_question
from fairterms.reference.lesson_sentence import explained as sentence_of
from fairterms.review.check import Sighting
from fairterms.review.reading import CHECKS
from fairterms.risks.library.library_risk import RISKS
from fairterms.risks.library.page import library_blocks
from fairterms.risks.library.waking import Reason, Woken
from fairterms.settle.workbench.workbench import examine_text
from fairterms.units.finding import QUESTIONS, AbsenceEvidence
from fairterms_web.learn.lesson_page import explained_by
from fairterms_web.learn.markdown_blocks import blocks_of
from fairterms_web.look.glossary import words
from fairterms_web.look.in_place import first_places
from fairterms_web.look.templatetags.lessons import explained, lesson, with_lessons
from fairterms_web.read.access import Marked
from fairterms_web.read.cards import card, cards
from fairterms_web.rooms.entered import Entered

ROOT = Path(__file__).parents[3]
WEB = ROOT / "src" / "fairterms_web"
PAGES = (
    *("read", "terms", "simulate", "outcomes", "risks", "negotiate", "decide", "monitor"),
    *("reconcile", "start", "ledgers", "committee", "practice", "audit"),
)
"""Pages whose template leads to a training."""

ABSENT = AbsenceEvidence(("agreement.pdf",), 3, ("a limit",))
FINDINGS = tuple(check.finding(Sighting(ABSENT)) for check in CHECKS.values())


def findings() -> list[Block]:
    """Return a finding of every check, as the report of a decision shows it."""
    documents = [SimpleNamespace(name="agreement.pdf")]
    basis = SimpleNamespace(documents=documents, findings=FINDINGS)
    return text_section(cast("Basis", basis))


def risks() -> list[Block]:
    """Return every risk of the library, as if all were live."""
    reason = Reason("Seen.", max(FINDINGS, key=lambda one: one.severity.rank))
    return library_blocks([Woken(risk, (reason,)) for risk in RISKS.values()])


def ways(html: str) -> list[tuple[int, int]]:
    """Return the training and the section to which each way leads."""
    root = reverse("learn:index")
    found = re.findall(rf'<a href="{root}(\d+)/#section-(\d+)">Explained in', html)
    return [(int(number), int(section)) for number, section in found]


def shown(blocks: list[Block]) -> str:
    return with_lessons(fragment.render(blocks))


def trainings() -> dict[int, str]:
    """Return the page of each training without its drawings, which take long."""
    blocks = {one.number: blocks_of(one.text, figures()) for one in lessons()}
    return {
        number: fragment.render([one for one in every if not isinstance(one, Chart)])
        for number, every in blocks.items()
    }


def sections() -> dict[int, int]:
    return {one.number: len(one.sections) for one in lessons()}


def test_every_finding_of_a_report_leads_to_its_section() -> None:
    assert len(ways(shown(findings()))) == len(CHECKS)
    assert all(section <= sections()[number] for number, section in ways(shown(findings())))


def test_the_card_of_a_finding_leads_to_its_section(rf: RequestFactory) -> None:
    html = f"<p>{sentence_of(lesson_for_check('loss-cap'))}</p>"
    finding = Marked("a" * 24, 1, {"html": html})
    by = cast("Entered", SimpleNamespace(room=SimpleNamespace(id="r1"), may=lambda _: False))
    (filled_in,) = cards(rf.get("/"), by, [finding])
    anew = card(rf.get("/"), finding, "/", may_remark=False)
    assert ways(filled_in) == ways(anew) == [(1, 5)]


def test_every_risk_of_the_library_leads_to_its_section() -> None:
    assert len(ways(shown(risks()))) == len(RISKS)


def test_every_question_of_good_faith_leads_to_its_section() -> None:
    html = " ".join(sentence_of(lesson_for_question(one)) for one in QUESTIONS)
    assert len(ways(with_lessons(html))) == len(QUESTIONS)


@pytest.mark.parametrize("place", PAGES)
def test_a_page_leads_to_its_section(place: str) -> None:
    template = (WEB / place / "templates" / place / "page.html").read_text(encoding="utf-8")
    assert f'{{% lesson "{place}" %}}' in template
    told = lesson(place)
    number, section = re.findall(r"/learn/(\d+)/#section-(\d+)$", str(told["url"]))[0]
    assert int(section) <= sections()[int(number)]


def test_a_section_that_is_led_to_is_in_the_page_of_its_training() -> None:
    pages = trainings()
    for number, count in sections().items():
        assert re.findall(r'id="section-(\d+)"', pages[number]) == [
            str(at + 1) for at in range(count)
        ]


def test_the_pages_of_the_trainings_name_all_that_leads_to_them() -> None:
    back = [part for one in lessons() for part in explained_by(one.number)]
    assert sum(len(part.checks) for part in back) == len(CHECKS)
    assert sum(len(part.questions) for part in back) == len(QUESTIONS)
    assert sum(len(part.risks) for part in back) == len(RISKS)
    assert sum(len(part.pages) for part in back) >= len(PAGES)


def test_a_page_that_no_training_explains_is_our_mistake() -> None:
    with pytest.raises(AssertionError, match="no training explains 'nowhere'"):
        lesson("nowhere")


def test_a_word_is_explained_where_it_stands_first() -> None:
    html = explained(
        "<p>A withhold, then a withhold. Explained in training 2, section 6: Data.</p>"
    )
    assert html == (
        '<p>A <a class="term" href="/look/words/#word-withhold" '
        'data-meaning="Part of pay kept back until conditions are met.">withhold</a>, then a '
        'withhold. <a href="/learn/2/#section-6">Explained in training 2, section 6</a>: Data.</p>'
    )


def told(html: str) -> set[str]:
    """Return the words that a page explains where they stand."""
    return {word for _, _, word in first_places(html, words())}


def quickly_made() -> set[str]:
    """Return the words that trainings, terms, findings and risks explain."""
    found = told(fragment.render(findings())) | told(fragment.render(risks()))
    found |= {word for html in trainings().values() for word in told(html)}
    for path in sorted((ROOT / "examples").glob("*/terms.toml")):
        text = path.read_text(encoding="utf-8")
        found |= told(fragment.render(examine_text(text).reading))
    for path in sorted(WEB.glob("*/templates/**/*.html")):
        found |= set(re.findall(r'\{% word "([^"]+)"', path.read_text(encoding="utf-8")))
    return found


def test_trainings_terms_findings_and_risks_explain_their_words() -> None:
    assert len(quickly_made()) >= 50


@pytest.mark.slow
def test_sixty_words_are_explained_where_they_stand() -> None:
    basis = gather(deals.read(ROOT / "examples" / "cedar"), lambda _: None)
    found = quickly_made() | told(fragment.render(build(basis, date(2026, 11, 22)).blocks))
    assert len(found) >= 60, sorted(set(words()) - found)

"""The report shows the scorecards, with what the terms state and where."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from fairterms.contract import deal as deals
from fairterms.correspondence.state import State
from fairterms.decide.basis import Basis, gather
from fairterms.decide.good_faith_section import good_faith_section, material, stated_terms
from fairterms.publish.blocks import Heading, Prose
from fairterms.publish.inline import plain
from fairterms.review import talks
from fairterms.review.cards import GOOD_FAITH
from fairterms.review.scorecard import Reply

JUNIPER = Path(__file__).parents[2] / "examples" / "juniper"


@pytest.fixture(scope="module")
def juniper() -> Basis:
    return gather(deals.read(JUNIPER), lambda _stage: None)


@pytest.mark.slow
def test_the_terms_are_stated_with_the_place_that_says_them(juniper: Basis) -> None:
    terms = stated_terms(juniper)
    assert {"stop_loss", "loss_cap", "phase_in"} <= set(terms)
    assert "B-6.2" in terms["loss_cap"].cite
    assert "1.5 %" in terms["loss_cap"].value


@pytest.mark.slow
def test_a_stated_cap_is_among_the_evidence_of_the_first_question(juniper: Basis) -> None:
    answer = GOOD_FAITH["gf_q01"].answer(material(juniper))
    assert answer.reply is Reply.YES
    assert any("loss cap" in str(one) for one in answer.evidence_for)


@pytest.mark.slow
def test_words_that_were_not_found_give_a_term_no_place(juniper: Basis) -> None:
    unfound = tuple(replace(check, quote=None) for check in juniper.citations)
    terms = stated_terms(replace(juniper, citations=unfound))
    assert all(term.cite == "" for term in terms.values())


@pytest.mark.slow
def test_the_section_is_one_heading_of_the_report_and_its_cards_stand_below(
    juniper: Basis,
) -> None:
    blocks = good_faith_section(juniper)
    assert [b.text for b in blocks if isinstance(b, Heading) and b.level == 2] == [
        "Good faith, tactics and concerns"
    ]


@pytest.mark.slow
def test_without_a_document_there_is_no_section(juniper: Basis) -> None:
    assert good_faith_section(replace(juniper, documents=())) == []


@pytest.mark.slow
def test_the_log_of_the_deal_is_heard_on_the_day_of_the_report(juniper: Basis) -> None:
    late, early = material(juniper, date(2026, 11, 20)), material(juniper, date(2026, 10, 20))
    assert late.log is not None
    assert late.log.problems == ()
    broken = [len(talks.promised(one, State.BROKEN)) for one in (early, late)]
    assert broken == [0, 1]
    assert any(map(talks.is_of_log, GOOD_FAITH["gf_q11"].answer(late).evidence_for))


@pytest.mark.slow
def test_problems_of_the_log_are_counted_and_the_verb_that_tells_them_is_named(
    juniper: Basis,
) -> None:
    too_early = good_faith_section(juniper, date(2026, 9, 30))
    said = [plain(one.words) for one in too_early if isinstance(one, Prose)]
    assert any("fairterms log DEAL" in one and "9 problems" in one for one in said)
    sound = good_faith_section(juniper, date(2026, 11, 20))
    assert not any("fairterms log" in plain(one.words) for one in sound if isinstance(one, Prose))

"""The pages of the practice: every state of it can be shown, and says what to do next."""

import pytest

from fairterms.negotiate.practice import page
from fairterms.negotiate.practice.cards import Cards
from fairterms.negotiate.practice.score import score
from fairterms.negotiate.practice.talk import Choice, Talk
from fairterms.negotiate.practice.talk_log import log_of
from fairterms.publish import fragment, html
from fairterms.publish.page import Report
from fairterms.review.tactics import Signs
from fairterms.units.finding import TACTICS
from tests.negotiate.practice.played import (
    CLOSINGS,
    GOOD,
    HARMFUL,
    PRICES,
    SCRIPT,
    WEAK,
    talked,
)

NO_CARDS = Cards("Of 20 questions: none.", (), tuple(Signs(one, (), {}, "") for one in TACTICS), ())


def debriefed(talk: Talk) -> Report:
    return page.debrief(talk, score(talk, PRICES), NO_CARDS, log_of(talk))


def words(report: Report) -> str:
    return html.render(report)


@pytest.mark.parametrize("closing", CLOSINGS)
def test_every_end_has_its_debrief(closing: str) -> None:
    report = debriefed(talked(WEAK, closing))
    told = words(report)
    assert report.made_on == str(log_of(talked(WEAK, closing)).last_day)
    assert told.count("A stronger reply") == 10
    assert told.count("The plan said") == 11


def test_a_debrief_without_an_answer_says_what_to_do() -> None:
    told = words(debriefed(Talk(SCRIPT)))
    assert "The talks go on." in told
    assert "Choose a reply, and it stands here." in told
    assert "Ask a question with a last day." in told


def test_good_answers_need_no_stronger_reply() -> None:
    told = words(debriefed(talked(GOOD)))
    assert "A stronger reply" not in told
    assert "A sound end." in told
    assert "still missing" not in told


def test_missing_must_haves_are_named() -> None:
    told = words(debriefed(talked(HARMFUL)))
    assert "Must-haves that are still missing: " in told
    assert "independent auditor" in told


def test_own_words_are_shown_as_text() -> None:
    choice = Choice("final_figures", "see_first", own="<b>Now</b>")
    told = words(debriefed(Talk(SCRIPT).after(choice)))
    assert "&lt;b&gt;Now&lt;/b&gt;" in told
    assert "<b>Now</b>" not in told


def test_the_terms_show_what_was_not_talked_about() -> None:
    talk = Talk(SCRIPT)
    told = fragment.render(tuple(page.term_blocks(talk, score(talk, PRICES))))
    assert told.count("not talked about yet") == 7


def test_what_an_answer_did_is_told_with_where_the_point_stands() -> None:
    talk = talked(HARMFUL, "sign_now")
    found = score(talk, PRICES)
    did = [page.what_it_did(one, talk, found) for one in talk.turns]
    assert did[0].startswith("This gave the point away. ")
    assert did[0].endswith("The point: given away.")
    assert did[-1].startswith("This end costs the group. Section 11.1 ends all")


def test_nothing_is_called_kept_before_it_is_signed() -> None:
    for talk, told in (
        (Talk(SCRIPT), "Agreed so far, in dollars a year"),
        (talked(GOOD, "defer"), "Agreed so far, in dollars a year"),
        (talked(GOOD), "Kept, in dollars a year"),
        (talked(GOOD, "walk_away"), "Kept, in dollars a year"),
    ):
        assert told in words(debriefed(talk))

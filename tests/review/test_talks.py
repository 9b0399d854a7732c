"""The log beside the text: what it may change, what it only shows, and how a line reads."""

from datetime import date

import pytest

from fairterms.correspondence.state import State
from fairterms.review import talks
from fairterms.review.filled_cards import filled
from fairterms.review.scorecard import Answer, Material, Reply
from fairterms.units.finding import (
    TACTICS,
    AbsenceEvidence,
    Evidence,
    QuoteEvidence,
    WorksheetEvidence,
)
from tests.correspondence.made_up import DAY, entry, kept, promise, sound
from tests.review.conftest import Read, agreement

MARK = "questions = ['gf_q13']\n"
ASKED = entry("asked", about='"terms"', due="2026-10-15") + MARK
NO = entry("no", on="2026-10-05", kind='"refusal"', side='"plan"', replies_to='"asked"')
LATER = promise("later", on="2026-10-06", due="2026-12-31") + MARK
EARLIER = promise("earlier", on="2026-10-04", due="2026-12-31") + MARK
BROKEN = promise("broken") + MARK
KEPT = promise("kept_one") + MARK + kept("2026-10-09", of="kept_one")
GIVEN = entry("given", on="2026-10-07", kind='"concession"', side='"plan"') + MARK

WORDS = QuoteEvidence("agreement.txt", 1, 0, 5, "words")
ABSENT = AbsenceEvidence(("agreement.txt",), 1, ("an adjustment",))


def given(read_all: Read, *entries: str) -> Material:
    return Material(read_all(agreement()), (), log=sound(*entries), today=DAY)


def said(reply: Reply, against: Evidence | None = None) -> Answer:
    return Answer(
        reply,
        "The text.",
        (WORDS,) if reply is Reply.YES else (),
        (against,) if against else (),
    )


CASES = {
    "words of the text stand, refused": (said(Reply.YES), ASKED + NO, Reply.YES, "contrary"),
    "words of the text stand, given": (said(Reply.NO, WORDS), GIVEN, Reply.NO, "beside"),
    "silence and a refusal": (said(Reply.NO, ABSENT), ASKED + NO, Reply.NO, "refused it"),
    "doubt and a refusal": (said(Reply.UNCLEAR), ASKED + NO, Reply.NO, "refused it"),
    "doubt and a broken promise": (said(Reply.UNCLEAR), BROKEN, Reply.NO, "lapse"),
    "silence and a promise": (said(Reply.NO, ABSENT), LATER, Reply.UNCLEAR, "into the text"),
    "silence and a concession": (said(Reply.NO, ABSENT), GIVEN, Reply.UNCLEAR, "into the text"),
    "refused, then promised": (
        said(Reply.NO, ABSENT),
        ASKED + NO + LATER,
        Reply.UNCLEAR,
        "into the text",
    ),
    "promised, then refused": (
        said(Reply.UNCLEAR),
        ASKED + NO + EARLIER,
        Reply.NO,
        "refused it",
    ),
    "refused and promised on one day": (
        said(Reply.UNCLEAR),
        ASKED + NO + EARLIER.replace("2026-10-04", "2026-10-05"),
        Reply.UNCLEAR,
        "into the text",
    ),
    "silence on both sides": (said(Reply.NO, ABSENT), ASKED, Reply.NO, "without an answer"),
    "doubt and no answer": (said(Reply.UNCLEAR), ASKED, Reply.UNCLEAR, "without an answer"),
    "a promise kept changes nothing": (said(Reply.UNCLEAR), KEPT, Reply.UNCLEAR, "beside"),
    "yes and a promise kept": (said(Reply.YES), KEPT, Reply.YES, "the same"),
}


@pytest.mark.parametrize("case", CASES)
def test_what_the_log_may_change(case: str, read_all: Read) -> None:
    answer, entries, reply, words = CASES[case]
    told = talks.hear(given(read_all, entries), "gf_q13", answer)
    assert told.reply is reply
    assert words in told.because
    assert told.because.startswith("The text. ")
    shown = (*told.evidence_for, *told.evidence_against)
    assert any(talks.is_of_log(one) for one in shown)
    assert {*answer.evidence_for, *answer.evidence_against} <= set(shown)


def test_a_mark_on_the_refusal_counts_for_the_request(read_all: Read) -> None:
    log = ASKED.replace(MARK, "") + NO + MARK
    told = talks.hear(given(read_all, log), "gf_q13", said(Reply.UNCLEAR))
    assert told.reply is Reply.NO
    assert len(told.evidence_against) == 1


def test_the_groups_own_promise_says_nothing_of_the_plan(read_all: Read) -> None:
    own = BROKEN.replace('side = "plan"', 'side = "group"')
    told = talks.hear(given(read_all, own), "gf_q13", said(Reply.UNCLEAR))
    assert told.because == "The text. The log of the talks says nothing of it."


def test_another_question_hears_nothing(read_all: Read) -> None:
    answer = said(Reply.NO, ABSENT)
    assert talks.hear(given(read_all, ASKED + NO), "gf_q05", answer) == answer


def test_without_a_log_only_a_doubt_says_so(read_all: Read) -> None:
    nothing = Material(read_all(agreement()), ())
    told = talks.hear(nothing, "gf_q13", said(Reply.UNCLEAR))
    assert told.because == f"The text. {talks.NO_LOG}, so the text alone is judged."
    assert talks.hear(nothing, "gf_q13", said(Reply.YES)) == said(Reply.YES)
    assert talks.stood(nothing) == ()


def test_a_line_says_when_who_what_and_what_became_of_it(read_all: Read) -> None:
    material = given(read_all, BROKEN)
    assert talks.lines(talks.promised(material, State.BROKEN)) == (
        WorksheetEvidence(
            "log, 2026-10-01, managing partner of the plan",
            "promise (broken, 36 days past due): Asked for the claims.",
        ),
    )


def test_a_long_quotation_is_cut_at_a_word_and_closed(read_all: Read) -> None:
    long = " ".join(["word"] * 60)
    (line,) = talks.lines(
        talks.stood(given(read_all, entry("a", summary="", quote=f'"{long}"', kind='"notice"')))
    )
    assert isinstance(line, WorksheetEvidence)
    assert line.value.startswith("notice: “word")
    assert line.value.endswith("word …”")
    assert len(line.value) < talks.LONGEST + 20


def test_a_term_that_is_stated_is_no_line_of_the_log() -> None:
    assert not talks.is_of_log(WorksheetEvidence("loss cap", "2 %"))
    assert not talks.is_of_log(WORDS)


SIGNS = {
    "an ask about the terms, refused": (ASKED + NO, "take_it_or_leave_it"),
    "an offer, refused": (
        entry("asked", kind='"offer"') + NO,
        "take_it_or_leave_it",
    ),
    "data asked for in vain": (
        entry("d", about='"data"', due="2026-10-15"),
        "withheld_information",
    ),
    "data promised in vain": (promise() + "about = 'data'\n", "withheld_information"),
    "a question about terms in vain": (
        entry("t", about='"terms"', due="2026-10-15"),
        "strategic_ambiguity",
    ),
    "marked by the group": (entry("m", tactic='"unfunded_mandates"'), "unfunded_mandates"),
}


@pytest.mark.parametrize("case", SIGNS)
def test_a_sign_is_of_one_tactic(case: str, read_all: Read) -> None:
    text, tactic = SIGNS[case]
    material = given(read_all, text)
    seen = {name for name in TACTICS if talks.signs_of(material, name)}
    assert seen == {tactic}


NONE = {
    "the plan's request without an answer": entry(
        "d", side='"plan"', about='"data"', due="2026-10-15"
    ),
    "a request that may still be answered": entry("d", about='"data"', due="2026-12-15"),
    "a refusal of something else": ASKED.replace("terms", "other") + NO,
    "the group's refusal": entry("asked", kind='"offer"', side='"plan"')
    + NO.replace('side = "plan"', 'side = "group"'),
    "an entry that was withdrawn": entry("m", tactic='"ratcheting"', withdrawn="2026-10-02"),
}


@pytest.mark.parametrize("case", NONE)
def test_what_is_no_sign(case: str, read_all: Read) -> None:
    material = given(read_all, NONE[case])
    assert not any(talks.signs_of(material, name) for name in TACTICS)


def test_the_log_is_looked_at_on_the_day_or_on_its_own_last(read_all: Read) -> None:
    log = sound(promise(), entry("later", on="2026-10-10"))
    reading = read_all(agreement())
    assert talks.promised(Material(reading, (), log=log), State.PENDING)
    assert talks.promised(Material(reading, (), log=log, today=date(2026, 10, 16)), State.BROKEN)


def test_a_question_that_the_text_alone_answers_shows_the_log_beside_it(read_all: Read) -> None:
    marked = ASKED.replace("gf_q13", "gf_q01") + NO
    plain = filled(given(read_all, ""))[0].lines[0].answer
    shown = filled(given(read_all, marked))[0].lines[0].answer
    assert shown.reply is plain.reply
    assert shown.because.startswith(plain.because)
    assert len(shown.evidence_against) == len(plain.evidence_against) + 1


def test_what_was_heard_is_not_shown_twice(read_all: Read) -> None:
    shown = filled(given(read_all, ASKED + NO))[0].lines[12].answer
    assert sum(map(talks.is_of_log, (*shown.evidence_for, *shown.evidence_against))) == 1

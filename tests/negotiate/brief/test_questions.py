"""Questions come from all who left something open, each once, in words to read out."""

from datetime import date

from fairterms.negotiate.brief.questions import gather, question_blocks
from fairterms.publish.blocks import Heading, Numbered, Prose
from fairterms.review.scorecard import Answer, Line, Question, Reply
from fairterms.units.problem import Problem
from tests.correspondence.made_up import entry, kept, promise, sound
from tests.negotiate.brief.made_up import book, finding, material

DAY = date(2026, 11, 20)
SAID = "Asked for the claims."
WHEN = "When may we expect your answer?"
NOTED = "We noted on 2026-10-01, from your managing partner, for 2026-10-15:"
WHICH_DAY = "On which day will it be done?"


def line(text: str, *checks: str) -> Line:
    answer = Answer(Reply.UNCLEAR, "No sample was seen")
    return Line(Question("gf_q15", text, "By rule.", checks, lambda _: answer), answer)


def unstated(fix: str) -> Problem:
    return Problem("terms.toml", 9, "the contract does not state rate", "not-stated", "why", fix)


def test_every_source_of_questions_has_its_group() -> None:
    unclear = finding("data-feed", unclear="not supplied: Manual", asks=("Ask for your files.",))
    made = material(
        book(questions=(unclear,)),
        missing=("Provider Manual",),
        unstated=(unstated("ask the plan to state rate in the contract"),),
        log=sound(entry("claims", due="2026-10-12"), promise("sample")),
        good_faith=(line("Is risk phased in?", "risk-phase-in"),),
    )
    assert gather(made, DAY) == {
        "Documents we have not received": (
            "Please send us the Provider Manual: the contract binds us to it.",
        ),
        "Numbers the contract does not give": ("Please state rate in the contract.",),
        "What we asked and still wait for": (
            f"We asked on 2026-10-01, for an answer by 2026-10-12: {SAID} {WHEN}",
        ),
        "What we understood you would do": (f"{NOTED} {SAID} {WHICH_DAY}",),
        "What the text does not let us see": (
            "We ask for our files. Does the agreement say so already, and where?",
        ),
        "How we would work together": ("Is risk phased in? No sample was seen.",),
    }


def test_each_question_is_asked_once() -> None:
    unclear = finding("data-feed", unclear="not supplied")
    twice = (unstated("ask for the rate"), unstated("ask for the rate"))
    made = material(
        book(questions=(unclear, unclear)),
        missing=("Manual", "Manual"),
        unstated=twice,
        good_faith=(line("Are data shared?", "data-feed", "audit-of-plan"),),
    )
    found = gather(made, DAY)
    assert [len(one) for one in found.values()] == [1, 1, 1]
    assert "How we would work together" not in found, "its check is asked of already"


def test_what_was_answered_kept_or_is_ours_to_do_is_not_asked() -> None:
    answered = entry("asked") + entry(
        "told", on="2026-10-05", kind='"answer"', side='"plan"', replies_to='"asked"'
    )
    done = promise("done") + kept("2026-10-10", of="done")
    ours = entry("ours", kind='"promise"', due="2026-10-02")
    theirs = entry("theirs", side='"plan"')
    assert gather(material(log=sound(answered, done, ours, theirs)), DAY) == {}


def test_what_is_asked_and_not_due_yet_is_asked_again_and_a_promise_is_not() -> None:
    log = sound(entry("claims", due="2026-12-12"), promise("sample", due="2026-12-15"))
    (only,) = gather(material(log=log), DAY).values()
    assert len(only) == 1
    assert "Asked for the claims" in only[0]


def test_an_empty_list_says_so() -> None:
    heading, words = question_blocks(material(), DAY)
    assert isinstance(heading, Heading)
    assert isinstance(words, Prose)
    assert "Nothing is left to ask" in str(words.words)


def test_groups_are_numbered_lists_under_a_heading_of_their_own() -> None:
    blocks = question_blocks(material(missing=("Manual",)), DAY)
    assert [type(one) for one in blocks] == [Heading, Prose, Heading, Numbered]
    assert isinstance(blocks[2], Heading)
    assert (blocks[2].level, blocks[2].anchor) == (3, "brief-questions-1")


def test_an_offer_without_an_answer_is_not_called_a_question() -> None:
    (only,) = gather(material(log=sound(entry("ours", kind='"offer"'))), DAY).values()
    assert only[0].startswith("We offered on 2026-10-01")

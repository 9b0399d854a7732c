from dataclasses import replace

from fairterms.prepare.partner.assessment import PartnerAssessment, assess
from fairterms.prepare.partner.page import (
    partner_blocks,
    partner_summary_blocks,
    willingness_callout,
)
from fairterms.prepare.partner.question import QUESTIONS, Reply, Weighs
from fairterms.publish import html
from fairterms.publish.blocks import Heading, Numbered
from fairterms.publish.page import Report
from tests.prepare.findings import seen

GOOD = Reply("Said so", Weighs.FOR, "a letter")


def page(assessment: PartnerAssessment) -> str:
    return html.render(Report(title="Partner", blocks=tuple(partner_blocks(assessment, "Plan"))))


def test_every_question_has_its_place_with_what_to_look_for() -> None:
    written = page(assess({}))
    for question in QUESTIONS.values():
        assert f'id="partner-{question.name.replace("_", "-")}"' in written
    assert written.count("A good answer:") == len(QUESTIONS)
    assert written.count("Ask for") >= len(QUESTIONS)


def test_what_is_answered_is_not_asked_for() -> None:
    assert page(assess({"solvency": GOOD})).count(">Ask for</h4>") == len(QUESTIONS) - 1


def test_a_reply_stands_where_it_weighs() -> None:
    for weighs, title in (
        (Weighs.FOR, "For"),
        (Weighs.AGAINST, "Against, or to ask about"),
        (Weighs.OPEN, "Known, and not yet weighed"),
    ):
        written = page(assess({"solvency": replace(GOOD, weighs=weighs)}))
        assert f">{title}</h4>" in written


def test_willingness_is_counted_and_never_scored() -> None:
    replies = {"data_feed": GOOD, "co_ownership": GOOD}
    box = willingness_callout(assess(replies, (seen("amend-unilateral"),)), "Example Plan")
    assert box.kind == "warning"
    assert box.title == (
        "Would Example Plan share the risk of outcomes? Of 5 signs, 1 speak for it with evidence, "
        "1 warn, 3 are open."
    )
    assert willingness_callout(assess({}), "Plan").kind == "note"


def test_the_summary_leaves_out_the_questions_themselves() -> None:
    blocks = partner_summary_blocks(assess({}), "Plan")
    assert [one.anchor for one in blocks if isinstance(one, Heading)] == [
        "partner",
        "partner-asks",
    ]
    html.render(Report(title="Decision", blocks=tuple(blocks)))


def test_nothing_is_asked_for_where_all_is_answered() -> None:
    blocks = partner_summary_blocks(assess(dict.fromkeys(QUESTIONS, GOOD)), "Plan")
    assert not [one for one in blocks if isinstance(one, Numbered)]


def test_a_text_that_was_not_reviewed_is_said_so() -> None:
    words = "text was not reviewed"
    assert words in page(assess({}))
    assert words not in page(assess({}, ()))

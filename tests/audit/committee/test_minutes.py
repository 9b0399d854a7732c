"""Minutes say what was asked, who sat, how it was counted, and what can still be done."""

from dataclasses import replace
from datetime import date
from io import BytesIO

import docx
import pytest

from fairterms.audit.committee.ballot import Motion, Vote, full
from fairterms.audit.committee.charter import Deadlines
from fairterms.audit.committee.decision import Decision, decide
from fairterms.audit.committee.ground import Outcome
from fairterms.audit.committee.minutes import (
    Dissent,
    Minutes,
    Sitting,
    is_outvoted,
    markdown,
    report,
)
from fairterms.publish import docx as word
from fairterms.publish import fragment
from tests.audit.committee.slow_oracle import Mode, ballots_of, charter_of
from tests.audit.committee.test_decision import presiding

HELD = date(2027, 4, 19)
DAYS = Deadlines(notice_days=10, reconsideration_days=30, minutes_due_days=14)


def decided(votes: str = "yynnyynn", days: Deadlines = DAYS) -> Decision:
    charter = replace(charter_of(Mode()), deadlines=days, dissent="A page may be added.")
    motion = Motion("Open the audit", "m", date(2027, 4, 1), HELD)
    return decide(charter, full(charter), motion, [*ballots_of(votes), *presiding("y")])


def minutes(votes: str = "yynnyynn", **named: object) -> Minutes:
    found = decided(votes)
    sat = [Sitting(one.seat, f"Member {one.seat}", one.vote) for one in ballots_of(votes)]
    sat.append(Sitting("chair", "Kim Example", Vote.YES, "Nobody has looked yet."))
    whole = Minutes(1, found, "Look at the lists.", tuple(sat), date(2027, 4, 20), "the secretary")
    return replace(whole, **named)  # type: ignore[arg-type] # fields by name


def test_minutes_of_a_tie_tell_the_motion_the_votes_the_count_and_the_deadlines() -> None:
    text = markdown(minutes())
    lines = text.splitlines()
    assert lines[:3] == ["# Minutes 1: Open the audit", "", "Decision committee_1"]
    for line in (
        "> Look at the lists.",
        "- Notice was given on 2027-04-01.",
        "- The vote was held on 2027-04-19.",
        "- Counted under version 1 of the charter.",
        "- Written on 2027-04-20 by the secretary.",
        "- What became of it: carried.",
        "| f0, pair f | Member f0 | yes |  |",
        "| g5, pair g | Member g5 | yes |  |",
        "| p7, pair p | Member p7 | no |  |",
        "| the chair | Kim Example | yes | Nobody has looked yet. |",
        "1. 8 seats: 4 yes, 4 no, 0 abstained, 0 absent, 0 recused.",
        "4. Tied. The chair voted yes, with written reasons. Carried.",
        "- The motion may be put again until 2027-05-19.",
        "- These minutes were due by 2027-05-03; they are in time.",
        "- Whoever was outvoted may add a page of dissent until 2027-05-03.",
        "- The charter on dissent: A page may be added.",
        "No page of dissent was added.",
    ):
        assert line in lines
    assert text.endswith("\n")
    assert len([one for one in lines if one.startswith("| ")]) == 11


def test_the_same_decision_gives_the_same_bytes() -> None:
    assert markdown(minutes()) == markdown(minutes())


def test_a_dissent_is_told_unedited_with_whose_and_when() -> None:
    page = Dissent("p7", "Member p7", date(2027, 4, 22), "We were not asked.\n\nWe should be.")
    text = markdown(minutes(dissents=(page,)))
    assert "Added on 2027-04-22 by Member p7, p7, pair p:" in text
    assert "> We were not asked.\n>\n> We should be." in text
    assert "No page of dissent" not in text


def test_late_minutes_say_so() -> None:
    assert "they are late." in markdown(minutes(written_on=date(2027, 5, 4)))
    assert "they are in time." in markdown(minutes(written_on=date(2027, 5, 3)))


def test_minutes_do_not_say_that_a_vote_was_held_on_a_day_that_had_not_come() -> None:
    told = markdown(minutes(written_on=date(2027, 4, 18)))
    assert "was held on" not in told
    assert "- The vote was announced for 2027-04-19, and was closed before that day." in told


def test_what_a_charter_leaves_open_is_said_to_be_open() -> None:
    text = markdown(minutes(decision=decided(days=Deadlines())))
    assert "- The charter gives no day until which the motion may be put again." in text
    assert "- The charter gives no day for these minutes." in text
    assert "outvoted may add" not in text


def test_a_seat_that_nobody_holds_is_told_as_such() -> None:
    text = markdown(minutes(sat=(Sitting("f0", "", Vote.ABSENT),)))
    assert "| f0, pair f | nobody | absent |  |" in text


def test_nothing_that_was_typed_becomes_a_mark() -> None:
    typed = "# A title\n<b>bold</b> | _cell_ `code` [link](x) snake_case"
    sat = (Sitting("f0", "a|b", Vote.YES, "one\ntwo | three"),)
    text = markdown(minutes(text=typed, sat=sat))
    assert (
        "> \\# A title\n> \\<b\\>bold\\</b\\> \\| \\_cell\\_ \\`code\\` \\[link\\](x) snake_case"
        in text
    )
    assert "| f0, pair f | a\\|b | yes | one two \\| three |" in text
    assert "<b>" not in fragment.render(report(minutes(text=typed, sat=sat)).blocks)


def test_without_a_text_the_title_stands_for_the_motion() -> None:
    assert "> Open the audit" in markdown(minutes(text=""))


def test_minutes_are_a_page_to_print() -> None:
    page = report(minutes())
    assert (page.title, page.subtitle) == (
        "Minutes 1: Open the audit",
        "Decision committee_1: carried",
    )
    assert page.made_on == "2027-04-20"
    printed = docx.Document(BytesIO(word.render(page)))
    told = "\n".join(one.text for one in printed.paragraphs)
    assert "Tied. The chair voted yes, with written reasons. Carried." in told
    assert any("Kim Example" in cell.text for cell in printed.tables[0].column_cells(1))


@pytest.mark.parametrize(
    ("outcome", "outvoted"),
    [
        (Outcome.CARRIED, {Vote.NO}),
        (Outcome.LOST, {Vote.YES}),
        (Outcome.NOT_DECIDED, set()),
    ],
)
def test_only_who_voted_the_other_way_was_outvoted(outcome: Outcome, outvoted: set[Vote]) -> None:
    assert {vote for vote in Vote if is_outvoted(outcome, vote)} == outvoted

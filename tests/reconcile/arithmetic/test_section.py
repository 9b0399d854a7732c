"""The arithmetic as part of a page."""

from fairterms.publish.blocks import Bullets, Heading, Prose
from fairterms.publish.inline import plain
from fairterms.publish.number_blocks import Table
from fairterms.publish.page import Report
from fairterms.reconcile.arithmetic.examination import Examination, examine
from fairterms.reconcile.arithmetic.section import arithmetic_blocks
from tests.reconcile.made_report import Scope, sent

SMALL: dict[tuple[str, Scope], float | None] = {
    ("member-months", ("ppo", "Region 2")): 24,
    ("ccf", ("ppo", "Region 2")): 987,
}


def text(examination: Examination, *, own_room: bool = False) -> str:
    said = []
    for block in arithmetic_blocks(examination, own_room=own_room):
        if isinstance(block, Heading):
            said.append(block.text)
        elif isinstance(block, Prose):
            said.append(plain(block.words))
        elif isinstance(block, Bullets):
            said += [plain(item) for item in block.items]
        elif isinstance(block, Table):
            said += [plain(cell) for row in block.rows for cell in row.cells]
    return "\n".join(said)


def test_a_sound_statement_is_said_to_agree() -> None:
    assert "comparisons were made, and all of them agree." in text(examine(sent()))


def test_what_differs_shows_both_numbers_and_what_to_do() -> None:
    said = text(examine(sent({("avg-risk-score", ()): 0.5})))
    assert "Average risk score is 0.5 and lies below each of its parts" in said
    assert "It would agree if Average risk score is 0.96. Ask the plan to confirm it." in said


def test_what_is_worth_knowing_is_told() -> None:
    assert "Earned incentive, $1,600.00, is the count times the rate." in text(examine(sent()))


def test_numbers_about_few_people_are_shown_in_the_group_s_own_room_only() -> None:
    examination = examine(sent(SMALL))
    assert "$987" not in text(examination)
    assert "$2,487.00" not in text(examination)
    assert "it is about 1 to 10 people" in text(examination)
    assert "$2,487.00" in text(examination, own_room=True)


def test_an_empty_examination_says_what_to_ask_for() -> None:
    assert "Ask the plan for a statement with its parts." in text(Examination(()))


def test_the_blocks_make_a_page() -> None:
    for numbers in ({}, SMALL):
        blocks = arithmetic_blocks(examine(sent(numbers)))
        assert Report(title="T", subtitle="", blocks=blocks, footer=(), made_on="2028-05-02").blocks

"""The page shows claimed beside proven, and says why they differ."""

from dataclasses import replace

from fairterms.publish.blocks import Block, Bullets, Callout, Heading, Prose
from fairterms.publish.inline import plain
from fairterms.publish.number_blocks import Table
from fairterms.publish.page import Report
from fairterms.risks.control.book import ControlBook
from fairterms.risks.control.effect import Leaves
from fairterms.risks.control.page import LossWords, control_blocks
from fairterms.risks.control.sampling import draw_places
from fairterms.risks.control.test import Result, Sampled
from tests.risks.control.made_up import BOOK, DESIGN, EFFECT, IMPACTS, INDICATOR, ON, OPERATING

FAILED = replace(BOOK, tests=(DESIGN, replace(OPERATING, result=Result.FAILED)))


def table(blocks: list[Block], caption: str) -> Table:
    return next(b for b in blocks if isinstance(b, Table) and b.caption == caption)


def row(found: Table, at: int) -> list[str]:
    return [plain(cell) for cell in found.rows[at].cells]


LEFT = "What the controls leave, claimed and proven"


def test_claimed_and_proven_stand_side_by_side() -> None:
    left = table(control_blocks(IMPACTS, BOOK, ON), LEFT)
    assert row(left, 0)[2:] == ["40 %", "46.8 %", "100 %", "100 %", "40 %", "46.8 %"]
    assert row(left, 1)[2:] == ["100 %"] * 6


def test_a_failed_test_of_operation_leaves_the_risk_as_it_was() -> None:
    blocks = control_blocks(IMPACTS, FAILED, ON)
    assert row(table(blocks, LEFT), 0)[2:4] == ["40 %", "100 %"]
    assert table(blocks, "Tests of the controls").rows[1].emphasis == "highlight"
    titles = [block.title for block in blocks if isinstance(block, Callout)]
    assert titles == ["0 of 1 effects of controls are proven."]
    said = next(block for block in blocks if isinstance(block, Bullets))
    assert "the test of operation failed (2027-04-01)" in plain(said.items[0])


def test_the_proven_share_names_what_is_not_ruled_out() -> None:
    said = next(b for b in control_blocks(IMPACTS, BOOK, ON) if isinstance(b, Bullets))
    assert "up to 11.3 % of failures are not ruled out" in plain(said.items[0])


def test_losses_are_shown_where_they_were_worked_out() -> None:
    losses = {"wrong_pay": LossWords("$9,000", "$3,600", "$4,212")}
    left = table(control_blocks(IMPACTS, BOOK, ON, losses), LEFT)
    assert row(left, 0)[-3:] == ["$9,000", "$3,600", "$4,212"]
    assert row(left, 1)[-3:] == ["not worked out"] * 3


def test_a_control_that_makes_a_risk_worse_is_not_hidden() -> None:
    worse = replace(BOOK, effects=(replace(EFFECT, leaves=Leaves.exactly(1.25)),))
    blocks = control_blocks(IMPACTS, worse, ON)
    warning = next(b for b in blocks if isinstance(b, Callout))
    assert (warning.kind, warning.title) == (
        "warning",
        "A control that makes a risk worse is in use.",
    )
    (inside,) = warning.blocks
    assert isinstance(inside, Bullets)
    assert plain(inside.items[0]).endswith(
        ": the frequency of “The plan's list holds patients who are not ours” (Right pay) "
        "becomes 125 % of what it was"
    )


def test_a_reader_meets_the_words_of_a_risk_and_not_its_id() -> None:
    said = next(b for b in control_blocks(IMPACTS, BOOK, ON) if isinstance(b, Bullets))
    words = plain(said.items[0])
    assert (
        ", on the frequency of “The plan's list holds patients who are not ours” (Right pay): "
        in words
    )
    assert "wrong_pay" not in words


def test_each_test_shows_its_sample_its_bound_and_whether_the_seed_draws_it() -> None:
    drawn = Sampled(250, draw_places(250, "cedar", 25), "cedar", 0, 0)
    book = replace(BOOK, tests=(DESIGN, OPERATING, replace(OPERATING, id="o2", sampled=drawn)))
    found = table(control_blocks(IMPACTS, book, ON), "Tests of the controls")
    assert row(found, 0)[3:7] == ["", "", "", ""]
    assert row(found, 1)[3:7] == ["25 of 10,001", "0", "11.3 %", "no: ask how it was drawn"]
    assert row(found, 2)[3:7] == ["25 of 250", "0", "10.4 %", "yes"]


def test_a_test_of_a_later_day_is_not_shown_yet() -> None:
    blocks = control_blocks(IMPACTS, BOOK, DESIGN.valid_from)
    assert len(table(blocks, "Tests of the controls").rows) == 1


def test_an_empty_book_says_what_to_do() -> None:
    blocks = control_blocks(IMPACTS, ControlBook(), ON)
    assert isinstance(blocks[1], Callout)
    assert len(blocks) == 2


def test_the_page_is_a_sound_report_in_every_state() -> None:
    for book in (BOOK, FAILED, ControlBook(), replace(BOOK, tests=(), indicators=(INDICATOR,))):
        report = Report(title="Risks", blocks=tuple(control_blocks(IMPACTS, book, ON)))
        anchors = [b.anchor for b in report.blocks if isinstance(b, Heading)]
        assert all(anchor.startswith("control") for anchor in anchors)


def test_the_page_says_how_little_two_months_prove() -> None:
    words = [plain(b.words) for b in control_blocks(IMPACTS, BOOK, ON) if isinstance(b, Prose)]
    assert any("83 of 100" in one for one in words)

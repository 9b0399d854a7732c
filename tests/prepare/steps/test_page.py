"""The pages on the steps."""

from fairterms.prepare.steps.all_steps import STEPS, judge
from fairterms.prepare.steps.deal_shows import DealShows
from fairterms.prepare.steps.page import MOST_NEXT, steps_blocks, steps_summary_blocks
from fairterms.prepare.steps.step import Judged, done
from fairterms.publish import html
from fairterms.publish.blocks import Callout, Numbered, Prose
from fairterms.publish.inline import plain
from fairterms.publish.number_blocks import Figures, Table
from fairterms.publish.page import Report


def test_the_counts_add_up_to_every_step() -> None:
    numbers = next(
        one for one in steps_summary_blocks(judge(DealShows(clauses=1))) if isinstance(one, Figures)
    ).numbers
    assert [one.value for one in numbers] == ["1 of 22", "1 of 22", "20 of 22"]


def test_a_summary_lists_the_first_next_steps_and_says_how_many_more() -> None:
    blocks = steps_summary_blocks(judge(DealShows()))
    items = next(one for one in blocks if isinstance(one, Numbered)).items
    assert len(items) == MOST_NEXT
    assert plain(items[0]).startswith("Say what you bring (step 1): ")
    said = [plain(one.words) for one in blocks if isinstance(one, Prose)]
    assert f"{21 - MOST_NEXT} more: run fairterms prepare." in said


def test_the_page_shows_every_step_with_what_shows_it_and_why() -> None:
    judged = judge(DealShows())
    blocks = steps_blocks(judged)
    table = next(one for one in blocks if isinstance(one, Table))
    assert [plain(row.cells[3]) for row in table.rows] == [one.stand.next for one in judged]
    assert plain(table.rows[21].cells[0]).startswith("22. ")
    page = html.render(Report(title="Steps", blocks=tuple(blocks)))
    assert all(one.title.partition(" ")[0] in page for one in STEPS)
    assert "more: run" not in page


def test_where_all_is_done_nothing_is_next() -> None:
    judged = [Judged(1, STEPS[0], done("It is there."))]
    blocks = steps_summary_blocks(judged)
    assert any(isinstance(one, Callout) for one in blocks)
    assert not any(isinstance(one, Numbered) for one in blocks)

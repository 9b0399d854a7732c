"""Results by subgroup on the page: all of it inside, and outside nothing of 1 to 10 people."""

import pytest

from fairterms.outcomes.equity.report import Report
from fairterms.outcomes.group_results.disparities import compare_groups
from fairterms.outcomes.group_results.page.equity_section import equity_section
from fairterms.outcomes.small_cells.audience import Audience
from tests.outcomes.group_results.made_up_deal import episodes
from tests.outcomes.group_results.page.shown import rows, said, small_counts, tables
from tests.outcomes.group_results.test_disparities import of_race


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> Report:
    people = [
        *of_race("white", 60, 100, 120, 0),
        *of_race("black", 20, 50, 80, 200),
        *of_race("asian", 3, 5, 6, 400),
    ]
    table = episodes(tmp_path_factory.mktemp("deal"), people)
    return compare_groups(table, table.is_due)


def test_the_group_sees_every_line(found: Report) -> None:
    blocks = equity_section(found, Audience.GROUP)
    improved, asked_again = tables(blocks)
    assert {row[1]: row[2] for row in rows(improved)} == {
        "white": "100",
        "black": "50",
        "asian": "5",
    }
    assert {row[1]: row[2] for row in rows(asked_again)}["asian"] == "6"
    assert "Equity" in said(blocks)
    assert found.notes[0] in said(blocks)


def test_outside_nothing_tells_of_few_people(found: Report) -> None:
    blocks = equity_section(found, Audience.OUTSIDE)
    for table in tables(blocks):
        assert small_counts(table, "Patients") == []
        asian = next(row for row in rows(table) if row[1] == "asian")
        assert not any(cell.replace(".", "").isdigit() for cell in asian[2:])
    inside = {
        row[2:4] for table in tables(equity_section(found, Audience.GROUP)) for row in rows(table)
    }
    hidden = inside - {row[2:4] for table in tables(blocks) for row in rows(table)}
    assert len(hidden) >= 4, "a second group is hidden with the first: the total gives one back"

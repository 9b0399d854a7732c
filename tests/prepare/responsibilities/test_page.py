"""The pages on responsibilities, and the exhibit to propose."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from fairterms.prepare.responsibilities.matrix import NO_TABLE, FlawKind, build
from fairterms.prepare.responsibilities.page import (
    exhibit_blocks,
    responsibilities_blocks,
    responsibilities_summary_blocks,
)
from fairterms.prepare.responsibilities.task import Who
from fairterms.publish import docx, html
from fairterms.publish.blocks import Block, Bullets, Callout, Prose
from fairterms.publish.inline import plain
from fairterms.publish.number_blocks import Figures, Table
from fairterms.publish.page import Report
from tests.prepare.findings import seen
from tests.prepare.responsibilities.made_up import assigned, matrix, shown


def cells(blocks: Sequence[Block], task: str) -> list[str]:
    for table in blocks:
        for row in table.rows if isinstance(table, Table) else ():
            if plain(row.cells[0]) == task:
                return [plain(cell) for cell in row.cells]
    raise AssertionError(task)


def test_a_line_shows_who_and_where_and_what_is_wrong() -> None:
    blocks = responsibilities_blocks(matrix(assigned(pays=Who.GROUP, note="since spring")))
    assert cells(blocks, "Crisis line at all hours") == [
        "Crisis line at all hours",
        "Group",
        "Group",
        "3.1",
        "unfunded; since spring",
    ]


def test_a_service_shows_whether_its_cost_counts() -> None:
    one = assigned("inpatient", Who.OTHERS, Who.PLAN, in_total_cost=True)
    row = cells(responsibilities_blocks(matrix(one)), "Inpatient psychiatric care")
    assert row[:4] == ["Inpatient psychiatric care", "Others", "Plan", "yes"]
    row = cells(responsibilities_blocks(matrix()), "Inpatient psychiatric care")
    assert row[1:4] == ["not said", "not said", "not said"]


def test_the_exhibit_leaves_open_what_nobody_does() -> None:
    one = assigned(does=Who.NOBODY, pays=Who.PLAN, paid_from="the fee", split="by day")
    blocks = exhibit_blocks(matrix(one), ("Fern Street", "Cedar Plan"))
    row = cells(blocks, "Crisis line at all hours")
    assert row[1:] == ["to be agreed", "Plan", "the fee; by day"]
    words = html.render(Report(title="Exhibit", blocks=tuple(blocks)))
    assert "Fern Street" in words
    assert "not legal advice" in words


def test_the_exhibit_does_not_give_away_work_that_is_to_be_talked_about() -> None:
    free = assigned(does=Who.GROUP, pays=Who.GROUP)
    unpaid, paid = matrix(free), matrix(replace(free, paid_from="the fee"))
    told = [
        cells(exhibit_blocks(one, ("Group", "Plan")), "Crisis line at all hours")[1:3]
        for one in (unpaid, paid)
    ]
    assert [bool(one.flawed(FlawKind.UNFUNDED)) for one in (unpaid, paid)] == [True, False]
    assert told == [["Group", "to be agreed"], ["Group", "Group"]]


def test_without_a_file_the_page_says_what_it_shows() -> None:
    box = next(
        one
        for one in responsibilities_summary_blocks(build(None, {}, [seen(NO_TABLE)]))
        if isinstance(one, Callout)
    )
    said = " ".join(plain(one.words) for one in box.blocks if hasattr(one, "words"))
    assert "no responsibilities.toml" in said
    assert "no table of who does what" in said
    assert box.kind == "warning"


def test_counts_and_findings_agree_with_the_matrix() -> None:
    found = matrix(assigned(pays=Who.NOBODY), text={"training": shown(Who.BOTH, Who.PLAN)})
    blocks = responsibilities_summary_blocks(found)
    numbers = next(one for one in blocks if isinstance(one, Figures)).numbers
    assert [one.value for one in numbers[:3]] == ["1", "1", "1"]
    items = next(one for one in blocks if isinstance(one, Bullets)).items
    assert [plain(one).partition(" ")[0] for one in items] == ["gap", "unfunded", "overlap", "not"]


@pytest.mark.slow
def test_the_pages_and_the_exhibit_are_one_report_in_html_and_word() -> None:
    found = matrix(assigned())
    blocks = (*responsibilities_blocks(found), *exhibit_blocks(found, ("Group", "Plan")))
    report = Report(title="Responsibilities", blocks=blocks)
    assert "Division of financial responsibility" in html.render(report)
    assert docx.render(report)[:2] == b"PK"


def test_a_name_that_ends_in_a_full_stop_brings_no_second_one() -> None:
    rules, *_ = (
        plain(one.words)
        for one in exhibit_blocks(matrix(), ("Fern Street, P.C.", "Cedar Plan"))
        if isinstance(one, Prose) and "This Exhibit states" in plain(one.words)
    )
    assert rules.endswith("“Group” is Fern Street, P.C. “Plan” is Cedar Plan.")

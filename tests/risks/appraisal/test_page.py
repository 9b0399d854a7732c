"""The risk pages: losses with controls claimed and proven, what is bearable, the map, the rest."""

import pytest

from fairterms.publish import docx, html, pdf
from fairterms.publish.blocks import Prose
from fairterms.publish.number_blocks import Chart
from fairterms.risks.appraisal import page
from fairterms.risks.appraisal.page import risk_report, risk_section
from tests.risks.appraisal.small_register import (
    DAY,
    FAILED,
    LATE,
    MARGIN,
    appraised,
    estimate,
    risk,
)
from tests.risks.appraisal.test_appraising import COMPUTED, MATRIX
from tests.simulate.small_outlook import records_of, table_of, words_of

WHOLE = (
    LATE
    + risk("year", library="F1")
    + estimate("year_margin", COMPUTED, "current")
    + risk("queue", "access", library="P5")
    + FAILED
    + MATRIX.format(number=1, corner="low")
    + """
[[incident]]
day = 2026-03-02
what = "a file was sent twice"
objective = "margin"
loss = "unknown"
found_by = "billing lead"

[[interest]]
role = "contracting lead"
declared = 2026-10-05
nil = true

[[swot]]
side = "threat"
text = "The plan may leave the region."
"""
)


def test_claimed_and_proven_stand_side_by_side_with_the_place() -> None:
    blocks = risk_section(appraised(WHOLE))
    table = table_of(blocks, "risks-losses-1")
    first, second = table.rows
    cells = {str(row.cells[0]): row.cells for row in (first, second)}
    late = next(row for name, row in cells.items() if "late happens" in name)
    assert late[2] == late[4]
    assert late[3] != late[4]
    year = next(row for name, row in cells.items() if "year happens" in name)
    assert year[2] == "not known"
    assert "computed" in str(year[0])


def test_an_objective_without_a_limit_says_so_and_one_with_it_has_a_verdict() -> None:
    blocks = risk_section(appraised(WHOLE))
    (row,) = table_of(blocks, "risks-bearable").rows
    assert "beyond" in str(row.cells[-1])
    chart = next(one for one in records_of(blocks, Chart) if "Chance of losing more" in one.title)
    assert {str(row.cells[0]) for row in chart.data.rows} == {
        "without controls",
        "with what is proven",
        "bearable",
    }


def test_without_harm_to_the_public_the_page_asks_for_it() -> None:
    words = words_of(
        risk_section(appraised(MARGIN + risk("late") + estimate("late_margin", COMPUTED)))
    )
    assert "No objective of the public stands in the register" in words


def test_impacts_without_a_loss_say_why() -> None:
    words = words_of(risk_section(appraised(WHOLE)))
    assert "queue happens" in words
    assert "Nobody has estimated it." in words


def test_an_empty_register_teaches() -> None:
    words = words_of(risk_section(appraised(MARGIN)))
    assert "A risk stands against an objective: add both." in words


def test_the_whole_page_holds_every_part() -> None:
    report = risk_report(appraised(WHOLE), DAY, "Small", (Prose("A proposal."),))
    words = words_of(list(report.blocks))
    for part in (
        "A proposal.",
        "a file was sent twice",
        "none declared",
        "The plan may leave the region.",
        "Both sides can work out every payment.",
        "the test of operation failed",
    ):
        assert part in words


@pytest.mark.slow
def test_the_whole_page_is_written_in_every_form() -> None:
    report = risk_report(appraised(WHOLE), DAY, "Small", (Prose("A proposal."),))
    assert "A proposal." in html.render(report)
    assert pdf.render(report).startswith(b"%PDF")
    assert docx.render(report)


def test_the_loss_without_controls_is_said_to_be_unknown_where_only_things_as_they_are_are() -> (
    None
):
    known = page._words(appraised(LATE + FAILED))["late_margin"]
    assert known.inherent == known.proven != known.claimed
    as_it_is = MARGIN + risk("year") + estimate("year_margin", COMPUTED, "current")
    words = page._words(appraised(as_it_is))["year_margin"]
    assert words.inherent == "not known"
    assert words.claimed == words.proven != "not known"


def test_what_is_beyond_the_bearable_is_said_first_and_by_its_measure() -> None:
    text = MARGIN + risk("year") + estimate("year_margin", COMPUTED)
    words = words_of(risk_section(appraised(text)))
    assert "Losses are likelier than is bearable, against: what the deal adds in a year." in words
    assert "Computed losses come from 32 simulated years of 2027." in words
    calm = words_of(risk_section(appraised(text.replace('at_most = "20 %"', 'at_most = "30 %"'))))
    assert "likelier than is bearable" not in calm

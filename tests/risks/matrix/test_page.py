"""The page shows regions, the lint beside them, and ranks by money and not by colour."""

from dataclasses import replace

import numpy as np
import pytest

from fairterms.publish.blocks import Block, Callout, Heading, Prose
from fairterms.publish.html import render as to_html
from fairterms.publish.inline import plain
from fairterms.publish.number_blocks import Chart, Table
from fairterms.publish.page import Report
from fairterms.publish.pdf import render as to_pdf
from fairterms.risks.matrix.lint import lint
from fairterms.risks.matrix.page import ANCHOR, NOT_MONEY, matrix_blocks, matrix_chart
from fairterms.risks.matrix.region import PlacedRisk, region
from fairterms.risks.matrix.version import MatrixVersion, relevel
from tests.risks.matrix.small_matrices import DOLLARS, LATER, TWO

LINT = lint(DOLLARS, pairs=1_000)


def placed(name: str, title: str, frequency: float, severity: list[float]) -> PlacedRisk:
    found = region(DOLLARS, np.array([frequency]), np.array(severity))
    return PlacedRisk(name, title, found, found.expected_loss)


DENIALS = placed("A2", "Small denials, week by week", 6.0, [12_000.0])
CLAWBACK = placed("F5", "Large clawback", 0.5, [200_000.0, 900_000.0, 50_000.0, 2_000_000.0])
SMALL = placed("A1", "Late feeds", 2.0, [2_000.0, 2_000.0])
RISKS = (DENIALS, CLAWBACK, SMALL)
BLOCKS = matrix_blocks(DOLLARS, LINT, RISKS)


def table(anchor: str, blocks: list[Block] = BLOCKS) -> Table:
    (found,) = (b for b in blocks if isinstance(b, Table) and b.anchor == f"{ANCHOR}-{anchor}")
    return found


def cells(anchor: str, blocks: list[Block] = BLOCKS) -> list[tuple[str, ...]]:
    return [tuple(plain(cell) for cell in row.cells) for row in table(anchor, blocks).rows]


def callouts(blocks: list[Block]) -> dict[str, Callout]:
    return {block.title: block for block in blocks if isinstance(block, Callout)}


def words(blocks: list[Block]) -> str:
    return " ".join(plain(block.words) for block in blocks if isinstance(block, Prose))


@pytest.mark.slow
def test_the_section_can_be_published_as_a_page() -> None:
    page = to_html(Report(title="Risks", blocks=tuple(BLOCKS)))
    assert page.count("<svg") >= 2
    assert NOT_MONEY in page
    assert "Weak consistency" in page


def test_the_section_is_one_report() -> None:
    Report(title="Risks", blocks=tuple(BLOCKS))


@pytest.mark.slow
def test_the_section_can_be_published_on_paper() -> None:
    assert to_pdf(Report(title="Risks", blocks=tuple(BLOCKS))).startswith(b"%PDF")


def test_the_headings_carry_the_name_of_the_room() -> None:
    anchors = [block.anchor for block in BLOCKS if isinstance(block, Heading)]
    assert anchors == ["risks-matrix", "risks-matrix-lint"]


def test_risks_are_ranked_by_expected_loss_and_not_by_level() -> None:
    assert cells("ranking") == [
        (
            "F5, Large clawback",
            "$393,750",
            "Medium 50 %, Low 25 %, outside the matrix 25 %",
        ),
        ("A2, Small denials, week by week", "$72,000", "High 100 %"),
        ("A1, Late feeds", "$4,000", "Low 100 %"),
    ]
    assert [column.unit for column in table("ranking").columns] == ["", "dollars a year", ""]


def test_a_colour_that_contradicts_the_loss_is_warned_of() -> None:
    (item,) = callouts(BLOCKS)["Some colours say the opposite of the expected loss."].blocks
    assert item.items == (  # type: ignore[union-attr]
        (
            "F5 is most likely Medium and costs $393,750 in an average year; A2 is most likely "
            "High and costs $72,000 in an average year."
        ),
    )


def test_many_contradictions_are_counted() -> None:
    cheap = [replace(DENIALS, id=f"A{number}", expected_loss=1.0) for number in range(7)]
    blocks = matrix_blocks(DOLLARS, LINT, [CLAWBACK, *cheap])
    listed, more = callouts(blocks)["Some colours say the opposite of the expected loss."].blocks
    assert len(listed.items) == 5  # type: ignore[union-attr]
    assert more == Prose("2 more such pairs are not shown.")


def test_levels_in_the_order_of_the_losses_are_not_warned_of() -> None:
    assert list(callouts(matrix_blocks(DOLLARS, LINT, [SMALL, DENIALS]))) == [
        "Colours are not money."
    ]


def test_what_lies_beyond_the_edges_is_said_and_not_moved() -> None:
    assert "Partly beyond the edges of version 1, and not moved inside: F5 25 %." in words(BLOCKS)


def test_nothing_beyond_the_edges_is_not_said() -> None:
    assert "beyond the edges" not in words(matrix_blocks(DOLLARS, LINT, [SMALL]))


def test_every_rule_is_shown_with_its_result() -> None:
    shown = cells("rules")
    assert [row[:2] for row in shown] == [
        ("Rising edges", "passed"),
        ("Monotone grid", "passed"),
        ("Weak consistency", "not kept"),
        ("Betweenness", "not kept"),
    ]
    assert [row[2] for row in shown] == [rule.sentence for rule in LINT.rules]


def test_the_shares_carry_their_error() -> None:
    even = LINT.uniform
    assert cells("pairs")[0] == (
        "Any risk as likely as any other",
        f"{100 * even.tied:.1f} ± {200 * even.tied_error:.1f} %",
        f"{100 * even.misranked:.1f} ± {200 * even.misranked_error:.1f} %",
    )
    negative = cells("pairs")[1]
    assert negative[1].startswith(f"{100 * LINT.negative.tied:.1f} ±")


def test_the_footnote_says_what_was_our_choice() -> None:
    footnote = plain(table("pairs").footnote)
    assert "1,000 pairs of risks" in footnote
    assert "a correlation of −0.8 (our choice)" in footnote
    assert "An open band is taken to end" in footnote
    closed = matrix_blocks(TWO, lint(TWO, pairs=100), ())
    assert "open band" not in plain(table("pairs", closed).footnote)


def test_the_version_is_named_by_its_hash() -> None:
    assert DOLLARS.sha256 in words(BLOCKS)
    assert "Version 1 applies from 2027-01-01 and never changes" in words(BLOCKS)


def test_a_matrix_without_risks_stands_alone() -> None:
    blocks = matrix_blocks(DOLLARS, LINT, ())
    assert "No risk is placed on this matrix yet." in words(blocks)
    assert not [b for b in blocks if isinstance(b, Table) and b.anchor.endswith("ranking")]
    Report(title="Risks", blocks=tuple(blocks))


def test_both_levels_are_shown_when_a_version_is_new() -> None:
    levels = relevel({"F5": (0.5, 500_000.0), "A1": (2.0, 60_000.0)}, DOLLARS, LATER)
    blocks = matrix_blocks(LATER, lint(LATER, pairs=100), (), levels)
    assert cells("versions", blocks) == [
        ("F5", "Medium", "outside the matrix"),
        ("A1", "Medium", "High"),
    ]


def test_a_lint_of_another_version_is_our_mistake() -> None:
    with pytest.raises(AssertionError, match="beside the version it is about"):
        matrix_blocks(LATER, LINT, ())


def test_two_risks_of_one_name_are_our_mistake() -> None:
    with pytest.raises(AssertionError, match="each risk has a name of its own"):
        matrix_blocks(DOLLARS, LINT, [SMALL, replace(DENIALS, id=SMALL.id)])


def test_the_map_puts_the_highest_frequency_on_top() -> None:
    chart = matrix_chart(DOLLARS, RISKS)
    assert isinstance(chart, Chart)
    assert [row.cells for row in chart.data.rows] == [
        ("A2", "4 and more", "$10,000 to $100,000", "High", "100 %"),
        ("F5", "0.1 to 1", "$100,000 to $1 million", "Medium", "50 %"),
        ("F5", "0.1 to 1", "$10,000 to $100,000", "Low", "25 %"),
        ("A1", "1 to 4", "$1,000 to $10,000", "Low", "100 %"),
    ]
    values = chart.spec["data"]["values"]  # type: ignore[index]
    tops = {one["name"]: one["top"] for one in values if one["part"] == "row"}
    assert list(tops) == [
        "Events per year: 4 and more",
        "Events per year: 1 to 4",
        "Events per year: 0.1 to 1",
    ]
    assert list(tops.values()) == sorted(tops.values())


def test_the_map_is_told_in_words() -> None:
    assert matrix_chart(DOLLARS, RISKS).alternative == (
        "A2, Small denials, week by week: High 100 %. F5, Large clawback: Medium 50 %, Low 25 %, "
        "outside the matrix 25 %. A1, Late feeds: Low 100 %."
    )


@pytest.mark.parametrize(
    ("levels", "shades"),
    [(2, [0, 4]), (3, [0, 2, 4]), (4, [0, 1, 3, 4]), (5, [0, 1, 2, 3, 4])],
)
def test_every_level_has_a_shade_of_its_own(levels: int, shades: list[int]) -> None:
    names = tuple("ABCDE"[:levels])
    ladder = tuple(
        tuple(names[min(levels - 1, row + column)] for column in range(3)) for row in range(3)
    )
    version: MatrixVersion = replace(DOLLARS, colours=names, grid=ladder)
    values = matrix_chart(version, ()).spec["data"]["values"]  # type: ignore[index]
    found = {one["level"]: one["shade"] for one in values if one["part"] == "cell"}
    assert [found[name] for name in names] == shades


@pytest.mark.parametrize(
    ("share", "told"), [(0.004, "under 1 %"), (0.998, "over 99 %"), (0.5, "50 %")]
)
def test_what_only_is_rare_is_never_told_as_none_or_all(share: float, told: str) -> None:
    count = round(1000 * share)
    severity = np.array([5_000.0] * count + [200_000.0] * (1000 - count))
    found = region(DOLLARS, np.array([0.5]), severity)
    blocks = matrix_blocks(DOLLARS, LINT, [PlacedRisk("A", "made up", found, 1.0)])
    assert f"Low {told}" in cells("ranking", blocks)[0][2]


def test_losses_in_other_units_carry_their_unit() -> None:
    version = replace(DOLLARS, unit="days without care")
    risks = [replace(CLAWBACK, expected_loss=12.345), replace(DENIALS, expected_loss=1.0)]
    blocks = matrix_blocks(version, lint(version, pairs=100), risks)
    assert cells("ranking", blocks)[0][1] == "12.3"
    (item,) = callouts(blocks)["Some colours say the opposite of the expected loss."].blocks
    assert "costs 12.3 days without care in an average year" in item.items[0]  # type: ignore[union-attr]

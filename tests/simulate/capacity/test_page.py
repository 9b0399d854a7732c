"""The page of capacity."""

from dataclasses import replace

import pytest

from fairterms.publish.blocks import Block, Bullets, Callout, Heading, Prose
from fairterms.publish.number_blocks import Chart, Figures, Table
from fairterms.publish.structure import check
from fairterms.simulate.capacity.page import capacity_blocks
from fairterms.simulate.results.estimate import Estimate
from tests.simulate.capacity.made_up_study import made_up_study

NAME = "New patients seen within ten business days"
FOUND = made_up_study()


def tables(blocks: list[Block]) -> dict[str, Table]:
    """Return the tables by their anchor."""
    return {block.anchor: block for block in blocks if isinstance(block, Table)}


def test_the_section_is_sound_as_a_report() -> None:
    check(capacity_blocks(FOUND, NAME))


def test_every_anchor_begins_with_capacity_and_stands_once() -> None:
    anchors = [
        block.anchor
        for block in capacity_blocks(FOUND, NAME)
        if isinstance(block, Heading | Table | Chart | Callout)
    ]
    assert all(anchor.startswith("capacity") for anchor in anchors)
    assert len(set(anchors)) == len(anchors)


def test_the_answer_names_each_tier_its_chance_and_what_it_earns() -> None:
    blocks = capacity_blocks(FOUND, NAME)
    (box,) = (block for block in blocks if isinstance(block, Callout))
    assert box.kind == "note"
    assert box.title == (
        "With 20 full-time clinicians, new patients are seen in time in nearly every year"
    )
    assert box.blocks == (
        Bullets(
            (
                f"{NAME}: 70 % is reached with a chance of 93 % ± 2 and earns 50 % of the measure.",
                f"{NAME}: 80 % is reached with a chance of 41 % ± 2.",
            )
        ),
    )


@pytest.mark.parametrize(
    ("chance", "kind", "words"),
    [
        (0.85, "note", "are seen in time in most years"),
        (0.6, "warning", "are seen in time in some years, and in others not"),
        (0.2, "warning", "are not seen in time in most years"),
    ],
)
def test_the_answer_warns_when_the_first_tier_is_unsure(
    chance: float, kind: str, words: str
) -> None:
    first = replace(FOUND.forecast.tiers[0], chance=Estimate(chance, 0.01))
    year = replace(FOUND.forecast, tiers=(first,))
    (box,) = (
        block
        for block in capacity_blocks(replace(FOUND, forecast=year), NAME)
        if isinstance(block, Callout)
    )
    assert box.kind == kind
    assert box.title.endswith(words)


def test_today_stands_out_among_the_numbers_of_clinicians() -> None:
    table = tables(capacity_blocks(FOUND, NAME))["capacity-clinicians"]
    assert [row.cells[0] for row in table.rows if row.emphasis] == ["20"]
    assert len(table.rows) == len(FOUND.around)
    assert all("%" in str(cell) for row in table.rows for cell in row.cells[1:])


def test_the_curve_has_a_line_for_each_tier_and_marks_today() -> None:
    (chart,) = (block for block in capacity_blocks(FOUND, NAME) if isinstance(block, Chart))
    assert "Chance to reach 70 %" in chart.alternative
    assert "Marked: Today at 20." in chart.alternative
    assert chart.anchor == "capacity-curve"


def test_what_cannot_be_reached_is_said_to_be_no_matter_of_clinicians() -> None:
    blocks = capacity_blocks(FOUND, NAME)
    said = [item for block in blocks if isinstance(block, Bullets) for item in block.items]
    assert "It takes 19 clinicians to reach 70 % with a chance of at least 50 %" in str(said)
    assert said[1] == (
        "No number of clinicians reaches 80 % with a chance of at least 90 %: the time until a "
        "place fits and missed first visits decide, not how many places there are."
    )


def test_what_no_number_reaches_is_said_once_for_a_level() -> None:
    hopeless = FOUND.needed[-1]
    needed = (replace(hopeless, wanted=0.8), hopeless)
    blocks = capacity_blocks(replace(FOUND, needed=needed), NAME)
    said = next(block for block in blocks if isinstance(block, Bullets)).items
    assert [str(one).count("at least 80 %") for one in said] == [1]


def test_declared_numbers_stand_beside_the_records() -> None:
    table = tables(capacity_blocks(FOUND, NAME))["capacity-beside"]
    rows = {str(row.cells[0]): row.cells[1:] for row in table.rows}
    asked = rows["People who ask for a first visit in a week"]
    assert asked == ("patients", "27", "30")
    assert rows["Appointments missed"] == ("per cent", "9 %", "–")
    footnote = str(table.footnote)
    assert "2024-01-01 to 2026-12-31" in footnote
    assert "75 % came within 10 business days" in footnote
    assert "third open place was 7 business days away" in footnote


def test_the_weakest_month_is_named() -> None:
    months = FOUND.forecast.months
    blocks = capacity_blocks(FOUND, NAME)
    words = [block.words for block in blocks if isinstance(block, Prose)]
    assert any(str(one).startswith("October is the weakest month: 30 % of years") for one in words)
    never = tuple(replace(one, below=Estimate(0.0, 0.01)) for one in months)
    blocks = capacity_blocks(replace(FOUND, forecast=replace(FOUND.forecast, months=never)), NAME)
    assert "capacity-months" not in tables(blocks)


def test_without_a_plain_level_no_chance_is_shown() -> None:
    year = replace(FOUND.forecast, tiers=(), months=())
    bare = replace(FOUND, forecast=year, around=(), needed=())
    blocks = capacity_blocks(bare, NAME)
    assert not any(isinstance(block, Callout | Chart) for block in blocks)
    assert any(isinstance(block, Figures) for block in blocks)
    assert set(tables(blocks)) == {"capacity-need", "capacity-what-ifs", "capacity-beside"}


def test_a_figure_without_limit_is_said_to_be_long() -> None:
    table = tables(capacity_blocks(FOUND, NAME))["capacity-need"]
    rows = {str(row.cells[0]): row.cells[1:] for row in table.rows}
    assert rows["Business days until nine in ten have one"] == ("9", "10", "over 65", "± 0.1")
    assert rows["New patients in time, as the contract counts"] == (
        "68 %",
        "79 %",
        "85 %",
        "± 0.4 points",
    )
    assert rows["Appointments clinicians give"] == ("21,000", "22,000", "22,500", "± 78")


def test_a_chance_never_seen_or_always_is_no_certainty() -> None:
    table = tables(capacity_blocks(FOUND, NAME))["capacity-clinicians"]
    assert [row.cells for row in table.rows] == [
        ("18", "20 % ± 3.9", "under 4 %"),
        ("20", "93 % ± 3.9", "41 % ± 3.9"),
        ("22", "over 96 %", "90 % ± 3.9"),
    ]


def test_questions_stand_below_the_year_as_declared() -> None:
    table = tables(capacity_blocks(FOUND, NAME))["capacity-what-ifs"]
    assert [row.cells[:3] for row in table.rows] == [
        ("All goes as declared", "79 % (68 % to 85 %)", "–"),
        ("More ask", "50 % (40 % to 60 %)", "−27.0 ± 2.0"),
    ]

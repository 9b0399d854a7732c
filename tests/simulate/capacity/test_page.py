"""The page of capacity."""

from dataclasses import replace
from datetime import date

import pytest

from fairterms.publish.blocks import Block, Bullets, Callout, Figures, Heading, Prose
from fairterms.publish.number_blocks import Chart, Table
from fairterms.simulate.capacity.access_tiers import AccessTier
from fairterms.simulate.capacity.clinicians_needed import Needed
from fairterms.simulate.capacity.observed import Observed
from fairterms.simulate.capacity.page import capacity_blocks
from fairterms.simulate.capacity.study import CapacityStudy, Sample, study
from fairterms.simulate.results.estimate import Estimate
from tests.simulate.capacity.made_up_practices import STARTS
from tests.simulate.capacity.made_up_sections import sound

TIERS = (AccessTier(0.7, 0.5), AccessTier(0.8, None))
NAME = "New patients seen within ten business days"
SEEN = Observed(
    date(2024, 1, 1),
    date(2026, 12, 31),
    140,
    4_200,
    900,
    {"requests.a_week": 30.04},
    None,
    {},
    (1_000, 0, 500, *(0,) * 62, 500),
    20,
    7.0,
)


@pytest.fixture(scope="module")
def found() -> CapacityStudy:
    """Return a study of few years."""
    return study(sound(), SEEN, TIERS, STARTS, Sample(1, 40, 20, 20))


def tables(blocks: list[Block]) -> dict[str, Table]:
    """Return the tables by their anchor."""
    return {block.anchor: block for block in blocks if isinstance(block, Table)}


def test_every_anchor_begins_with_capacity_and_stands_once(found: CapacityStudy) -> None:
    anchors = [
        block.anchor
        for block in capacity_blocks(found, NAME)
        if isinstance(block, Heading | Table | Chart | Callout)
    ]
    assert all(anchor.startswith("capacity") for anchor in anchors)
    assert len(set(anchors)) == len(anchors)


def test_the_answer_names_each_tier_its_chance_and_what_it_earns(found: CapacityStudy) -> None:
    sure = tuple(
        replace(one, chance=Estimate(chance, 0.01))
        for one, chance in zip(found.forecast.tiers, (0.93, 0.41), strict=True)
    )
    blocks = capacity_blocks(replace(found, forecast=replace(found.forecast, tiers=sure)), NAME)
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
    found: CapacityStudy, chance: float, kind: str, words: str
) -> None:
    first = replace(found.forecast.tiers[0], chance=Estimate(chance, 0.01))
    year = replace(found.forecast, tiers=(first,))
    (box,) = (
        block
        for block in capacity_blocks(replace(found, forecast=year), NAME)
        if isinstance(block, Callout)
    )
    assert box.kind == kind
    assert box.title.endswith(words)


def test_today_stands_out_among_the_numbers_of_clinicians(found: CapacityStudy) -> None:
    table = tables(capacity_blocks(found, NAME))["capacity-clinicians"]
    assert [row.cells[0] for row in table.rows if row.emphasis] == ["20"]
    assert len(table.rows) == len(found.around)
    assert all("%" in str(cell) for row in table.rows for cell in row.cells[1:])


def test_the_curve_has_a_line_for_each_tier_and_marks_today(found: CapacityStudy) -> None:
    (chart,) = (block for block in capacity_blocks(found, NAME) if isinstance(block, Chart))
    assert "Chance to reach 70 %" in chart.alternative
    assert "Marked: Today at 20." in chart.alternative
    assert chart.anchor == "capacity-curve"


def test_what_cannot_be_reached_is_said_to_be_no_matter_of_clinicians(
    found: CapacityStudy,
) -> None:
    never = Needed(TIERS[1], 0.9, None, None)
    blocks = capacity_blocks(replace(found, needed=(never,)), NAME)
    said = [item for block in blocks if isinstance(block, Bullets) for item in block.items]
    assert said[0] == (
        "No number of clinicians reaches 80 % with a chance of 90 %: the time until a place fits "
        "and missed first visits decide, not how many places there are."
    )


def test_declared_numbers_stand_beside_the_records(found: CapacityStudy) -> None:
    table = tables(capacity_blocks(found, NAME))["capacity-beside"]
    rows = {str(row.cells[0]): row.cells[1:] for row in table.rows}
    asked = rows["People who ask for a first visit in a week"]
    assert asked == ("patients", "27", "30")
    assert rows["Appointments missed"] == ("per cent", "9 %", "–")
    footnote = str(table.footnote)
    assert "2024-01-01 to 2026-12-31" in footnote
    assert "75 % came within 10 business days" in footnote
    assert "third open place was 7 business days away" in footnote


def test_the_weakest_month_is_named(found: CapacityStudy) -> None:
    months = tuple(
        replace(one, below=Estimate(0.3 if one.month == 10 else 0.1, 0.01))
        for one in found.forecast.months
    )
    blocks = capacity_blocks(replace(found, forecast=replace(found.forecast, months=months)), NAME)
    words = [block.words for block in blocks if isinstance(block, Prose)]
    assert any(str(one).startswith("October is the weakest month: 30 % of years") for one in words)
    never = tuple(replace(one, below=Estimate(0.0, 0.01)) for one in months)
    blocks = capacity_blocks(replace(found, forecast=replace(found.forecast, months=never)), NAME)
    assert "capacity-months" not in tables(blocks)


def test_without_a_plain_level_no_chance_is_shown() -> None:
    found = study(sound(), None, (), STARTS, Sample(1, 10, 10, 5))
    blocks = capacity_blocks(found, NAME)
    assert not any(isinstance(block, Callout | Chart) for block in blocks)
    assert any(isinstance(block, Figures) for block in blocks)
    assert set(tables(blocks)) == {"capacity-need", "capacity-what-ifs", "capacity-beside"}

"""The section on care elsewhere, in the group's room and outside."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from fractions import Fraction

from fairterms.population.care_counts import (
    NOTHING,
    Amount,
    CareElsewhere,
    Continuity,
    Hospital,
    PartCost,
    Split,
)
from fairterms.population.care_rules import People
from fairterms.population.member_months import MemberMonths
from fairterms.population.page import care_section
from fairterms.publish.blocks import Block, Bullets, Callout, Heading, Prose
from fairterms.publish.number_blocks import Figures, Table
from fairterms.units.period import Period

FOUND = CareElsewhere(
    Period(date(2027, 1, 1), date(2027, 12, 31)),
    People.PATIENTS,
    MemberMonths(2400, 220, Fraction(1)),
    7,
    Split(Amount(3000, 200), Amount(1000, 90), NOTHING),
    Split(Amount(300_000_00, 200), Amount(700_000_00, 95), NOTHING),
    (
        PartCost("behavioral stays", True, Amount(100_000_00, 9)),
        PartCost("behavioral visits", True, Amount(400_000_00, 190)),
        PartCost("other care", False, Amount(500_000_00, 91)),
        PartCost("not known", None, NOTHING),
    ),
    {True: Amount(500_000_00, 195), False: Amount(500_000_00, 91), None: NOTHING},
    {0: 130, 1: 80, 2: 7, 4: 3},
    2,
    Continuity(180, 90, Fraction(3, 4)),
    Hospital(9, 12, 77, 0),
    ("Something looks missing.",),
)


def said(blocks: Iterable[Block]) -> str:
    parts: list[str] = []
    for block in blocks:
        if isinstance(block, Prose):
            parts.append(str(block.words))
        elif isinstance(block, Heading):
            parts.append(block.text)
        elif isinstance(block, Bullets):
            parts += [str(item) for item in block.items]
        elif isinstance(block, Callout):
            parts += [block.title, said(block.blocks)]
        elif isinstance(block, Figures):
            parts += [f"{one.label}: {one.value}" for one in block.numbers]
        elif isinstance(block, Table):
            parts += [" | ".join(map(str, row.cells)) for row in block.rows]
            assert all(len(row.cells) == len(block.columns) for row in block.rows)
    return "\n".join(parts)


def test_the_group_reads_every_number() -> None:
    words = said(care_section(FOUND, None, audience_is_outside=False))
    for expected in (
        "220 people, 2,400 member months. 7 more are not on the plan's list",
        "Visits given elsewhere: 25.0 %",
        "Cost of care given elsewhere: 70.0 %",
        "Cost no outpatient group decides: 50.0 %",
        "Visits | 3,000 | 1,000 | 0 | 4,000",
        "Cost | $300,000 | $700,000 | $0 | $1,000,000",
        "behavioral stays | 9 | $100,000 | 10.0 % | $41.67 | yes",
        "3 to 5 | 3 | 1.4 %",
        "180 people have a mean continuity of 0.75",
        "9 people, 12 stays, 77 days, which is 385 days a year for 1,000 members.",
        "Something looks missing.",
        "Visits elsewhere whose provider has no number, in neither count: 2.",
    ):
        assert expected in words


def test_what_the_bills_do_not_show_stands_before_the_numbers() -> None:
    blocks = care_section(FOUND, None, audience_is_outside=False)
    order = [type(block) for block in blocks]
    assert order.index(Callout) < order.index(Figures)


def test_outside_nothing_about_few_people_is_read_nor_the_rest_of_its_sum() -> None:
    words = said(care_section(FOUND, None, audience_is_outside=True))
    for hidden in (
        "$100,000",
        "$400,000",
        "behavioral stays",
        "77",
        "12 stays",
        "3 to 5",
        "7 more",
    ):
        assert hidden not in words
    for shown in (
        "care that good outpatient care can change | 195 | $500,000",
        "1 to 5 | 90 |",
        "1 to 10 people were in hospital",
        "1 to 10 more are not on the plan's list",
    ):
        assert shown in words


def test_outside_a_side_of_few_people_takes_the_other_with_it() -> None:
    few = replace(FOUND, cost=Split(Amount(90_000, 200), Amount(10_000, 3), NOTHING))
    words = said(care_section(few, None, audience_is_outside=True))
    assert "Cost | not shown | not shown | not shown | $1,000" in words
    assert "Cost of care given elsewhere: not shown" in words


def test_outside_cost_is_not_parted_where_either_half_is_of_few() -> None:
    few = replace(FOUND, reach={True: Amount(1, 200), False: Amount(2, 4), None: NOTHING})
    words = said(care_section(few, None, audience_is_outside=True))
    assert "cost is not shown by sort" in words
    assert "Cost no outpatient group decides: not shown" in words


def test_outside_a_handful_of_people_is_no_page() -> None:
    few = replace(FOUND, members=MemberMonths(60, 5, Fraction(1)))
    blocks = care_section(few, None, audience_is_outside=True)
    assert len(blocks) == 2
    assert "5" not in said(blocks)


def test_nothing_is_divided_by_nothing() -> None:
    empty = Split(NOTHING, NOTHING, NOTHING)
    bare = replace(
        FOUND,
        visits=empty,
        cost=empty,
        parts=tuple(replace(part, cost=NOTHING) for part in FOUND.parts),
        reach=dict.fromkeys((True, False, None), NOTHING),
        continuity=Continuity(0, 0, None),
        hospital=Hospital(0, 0, 0, 0),
    )
    words = said(care_section(bare, None, audience_is_outside=False))
    assert "Visits given elsewhere: –" in words
    assert "no day in hospital" in words
    assert "Nobody has enough visits" in words

"""Periods and whole numbers of a block."""

from fairterms.monitor.indicators.block import Block, blocks
from fairterms.monitor.indicators.sample_period import SamplePeriod
from fairterms.risks.control.cadence import Cadence
from fairterms.units.notes import Notes


def a_block(**raw: object) -> Block:
    return Block(raw, ("indicator", 0), Notes("indicators.toml", (), {}))


def codes(block: Block) -> list[str]:
    return [one.code for one in block.notes.found]


def test_a_period_fits_its_cadence() -> None:
    block = a_block(month="2027-03", quarter="2027-Q2")
    assert block.period("month", Cadence.MONTHLY) == SamplePeriod(2027, 3)
    assert block.period("quarter", Cadence.QUARTERLY) == SamplePeriod(2027, 2, Cadence.QUARTERLY)
    assert codes(block) == []
    assert block.period("quarter", Cadence.MONTHLY) is None
    assert codes(block) == ["not-a-period"]


def test_a_whole_number_is_asked_for_in_its_units() -> None:
    block = a_block(
        fine="3 months", zero="0 days", part="1.5 days", below="-2 days", hours="3 hours"
    )
    units = ("day", "month")
    assert a_block(long="3,651 days").whole("long", "3 months", units) is None
    assert a_block(long="3,650 days").whole("long", "3 months", units) is not None
    assert str(block.whole("fine", "3 months", units)) == "3 months"
    assert str(block.whole("zero", "3 months", units)) == "0 days"
    assert codes(block) == []
    assert [block.whole(key, "3 months", units) for key in ("part", "below", "hours")] == [None] * 3
    assert codes(block) == ["not-whole", "not-whole", "wrong-unit"]


def test_a_table_of_a_block_gives_this_files_reason_too() -> None:
    block = a_block(baseline={})
    table = block.table("baseline", "{ }")
    assert table is not None
    table.period("from", Cadence.MONTHLY)
    assert block.notes.found[0].why.startswith("a warning nobody can check")


def test_the_blocks_of_a_section_come_in_their_order() -> None:
    notes = Notes("indicators.toml", (), {})
    found = list(blocks({"indicator": [{"id": "a"}, {"id": "b"}]}, "indicator", notes))
    assert [one.raw["id"] for one in found] == ["a", "b"]
    assert list(blocks({"indicator": "a"}, "indicator", notes)) == []
    assert [one.code for one in notes.found] == ["not-blocks"]

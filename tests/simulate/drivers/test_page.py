"""Stresses, sizes and ways into risk on a page."""

from dataclasses import replace

import pytest

from fairterms.publish import html
from fairterms.publish.blocks import Block, Bullets, Heading, Prose
from fairterms.publish.number_blocks import Chart, Table
from fairterms.publish.page import Report
from fairterms.simulate.drivers.loss_by_size import loss_by_size
from fairterms.simulate.drivers.page import (
    phase_in_blocks,
    size_blocks,
    stress_blocks,
    stress_sentence,
)
from fairterms.simulate.drivers.phase_in import PhaseIns, phase_ins
from fairterms.simulate.drivers.stress_test import StressTests, stress_tests
from tests.simulate.drivers.small_year import deal, plan, without_cost, years


@pytest.fixture(scope="module")
def tested() -> StressTests:
    return stress_tests(deal(), plan(), years(), most=64)


def rendered(blocks: list[Block]) -> str:
    return html.render(Report(title="Drivers", blocks=tuple(blocks)))


def anchors(blocks: list[Block]) -> list[str]:
    return [one.anchor for one in blocks if isinstance(one, Heading | Table | Chart) and one.anchor]


def test_every_stress_has_a_bar_a_row_and_a_sentence(tested: StressTests) -> None:
    blocks = stress_blocks(tested)
    table = next(one for one in blocks if isinstance(one, Table))
    bullets = next(one for one in blocks if isinstance(one, Bullets))
    assert len(table.rows) == 1 + len(bullets.items) == 1 + len(tested.results)
    assert all(name.startswith("stress-") for name in anchors(blocks))
    assert "_" not in " ".join(map(str, bullets.items))
    assert "64 simulated years" in rendered(blocks)


def test_a_stress_that_does_not_apply_is_listed_with_its_reason() -> None:
    few = stress_tests(deal(), without_cost(), years(), most=64)
    assert "Nothing in the forecast moves with the cost of care." in rendered(stress_blocks(few))


def test_a_sentence_says_what_changes_and_by_how_much(tested: StressTests) -> None:
    found = {one.name: stress_sentence(one) for one in tested.results}
    assert "The net margin does not change." in found["delayed_payment"]
    assert "The cash to hold at the start changes by +$" in found["delayed_payment"]
    assert found["trend_shock"].startswith("Care gets dearer: 10 % more for a unit of care.")
    assert "An average year changes by −$" in found["trend_shock"]
    assert "percentage points more likely" in found["trend_shock"]


def test_the_groups_own_size_is_marked_and_every_size_has_a_row() -> None:
    sizes = loss_by_size(deal(), plan(), (0.5, 1.0, 2.0), clinicians=8.0, most=64)
    blocks = size_blocks(sizes)
    table = next(one for one in blocks if isinstance(one, Table))
    assert [row.emphasis for row in table.rows] == ["", "highlight", ""]
    assert table.rows[0].cells[0] == "0.5 times, 150 people, 4.0 clinicians"
    assert any(isinstance(one, Chart) for one in blocks)
    assert rendered(blocks)
    alone = size_blocks([replace(sizes[0], members=None, luck=None, worst_share=None)])
    assert not any(isinstance(one, Chart) for one in alone)
    assert rendered(alone)


def test_schedules_are_compared_over_the_term_and_year_by_year() -> None:
    one = (plan(), years())
    found = phase_ins(deal(), [one, (replace(plan(), year=1), years())], most=64)
    blocks = phase_in_blocks(found, 2027)
    assert {"phase-in", "phase-term", "phase-years", "phase-shares", "phase-worst"} == set(
        anchors(blocks)
    )
    text = rendered(blocks)
    assert "2027 and 2028" in text
    assert "Upside only" in text
    single = phase_in_blocks(phase_ins(deal(), [one], most=64), 2027)
    assert "phase-years" not in anchors(single)


def test_without_losses_the_reason_stands_alone() -> None:
    blocks = phase_in_blocks(PhaseIns((), (), (), 0, "There is no loss to share."), 2027)
    assert blocks[1] == Prose("There is no loss to share.")
    assert len(blocks) == 2

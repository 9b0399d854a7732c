"""Many years, a part at a time, give what one run would have given."""

import numpy as np
import pytest

from fairterms.decide.trial_run import long_run
from fairterms.decide.trial_run.case import Case, sliders
from fairterms.decide.trial_run.long_run import ROWS, long_blocks, work_of
from fairterms.decide.trial_run.run import side
from fairterms.publish import fragment
from fairterms.units.refusal import Refusal
from tests.decide.trial_run.made_up import at, paid_on_a_measure, paid_on_cost

YEARS = 192


@pytest.fixture(autouse=True)
def small_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    """Parts of 64 years, so that few years make several."""
    monkeypatch.setattr(long_run, "SHARD", 64)


def test_parts_put_together_are_the_years_of_one_run_to_the_last_bit() -> None:
    deal = paid_on_a_measure()
    settings = at(deal, "performance.budget", 3)
    work = work_of(deal, settings, YEARS)
    assert work.cuts == ((0, 64), (64, 128), (128, 192))
    found = work.whole([work.part(cut) for cut in work.cuts])
    once = side(work.cases[1], YEARS)
    assert found.tried.settled.net.tobytes() == once.settled.net.tobytes()
    assert found.tried.forecast == once.forecast
    standing = side(Case(deal), YEARS)
    assert found.standing.forecast == standing.forecast
    np.testing.assert_allclose(found.tried.settled.delivery, once.settled.delivery, atol=1e-6)
    assert found.difference is not None
    assert found.difference.mean.value == pytest.approx(
        once.forecast.net_margin.value - standing.forecast.net_margin.value
    )


def test_levels_that_were_moved_hold_in_every_part() -> None:
    deal = paid_on_cost()
    settings = at(deal, "group.size", 10)
    work = work_of(deal, settings, YEARS)
    parts = [work.part(cut) for cut in work.cuts]
    assert {one.shape for one in parts} == {(2, ROWS, 64)}
    found = work.whole(parts)
    assert found.tried.forecast == side(work.cases[1], YEARS).forecast
    assert found.tried.forecast != found.standing.forecast


def test_a_moved_figure_holds_in_a_part_as_in_a_run() -> None:
    deal = paid_on_a_measure()
    name = next(one.id for one in sliders(deal) if one.id.startswith("level."))
    work = work_of(deal, at(deal, name, 5), YEARS)
    drawn = work.cases[1].years(work.plans[1])
    part = work.cases[1].part(work.plans[1], 64, 128)
    figure = name.removeprefix("level.")
    assert not isinstance(drawn.figures[figure].values, tuple)
    np.testing.assert_array_equal(part.figures[figure].values, drawn.figures[figure].values[64:128])


def test_nothing_moved_is_one_side_and_no_difference() -> None:
    deal = paid_on_a_measure()
    work = work_of(deal, at(deal, "performance.budget", 0), YEARS)
    assert len(work.cases) == 1
    found = work.whole([work.part(cut) for cut in work.cuts])
    assert (found.difference, found.sliders) == (None, ())
    assert found.tried is found.standing
    html = fragment.render(long_blocks(found, deal.deal))
    assert "From 192 simulated years" in html
    assert "What you moved" not in html


def test_what_was_moved_is_listed_beside_the_deal_as_it_stands() -> None:
    deal = paid_on_a_measure()
    work = work_of(deal, at(deal, "performance.budget", 3), YEARS)
    found = work.whole([work.part(cut) for cut in work.cuts])
    html = fragment.render(long_blocks(found, deal.deal))
    for words in ("What you moved", "As you moved it", "Difference", "±"):
        assert words in html


@pytest.mark.parametrize("years", [0, 32, 100, 1_000_032, -64])
def test_years_that_fill_no_blocks_are_refused(years: int) -> None:
    with pytest.raises(Refusal, match="cannot be simulated here"):
        work_of(paid_on_a_measure(), {}, years)


def test_parts_in_another_order_or_number_are_our_mistake() -> None:
    work = work_of(paid_on_a_measure(), {}, YEARS)
    parts = [work.part(cut) for cut in work.cuts]
    with pytest.raises(AssertionError):
        work.whole(parts[:2])

"""Ways into risk compared."""

from dataclasses import replace

import pytest

from fairterms.simulate.drivers.phase_in import SCHEDULES, PhaseIns, Schedule, phase_ins
from fairterms.simulate.drivers.redraw import SameChance
from fairterms.simulate.years import net_gains
from tests.simulate.drivers.small_year import deal, plan, without_cost, years


@pytest.fixture(scope="module")
def three() -> PhaseIns:
    simulated = []
    for year in range(3):
        later = replace(plan(), year=year)
        simulated.append((later, SameChance().years(later, 256)))
    return phase_ins(deal(), simulated)


def test_upside_only_is_best_for_bad_terms_and_all_at_once_worst(three: PhaseIns) -> None:
    written, upside, late, at_once, whole = (one.term.worst.value for one in three.results)
    assert whole < written < at_once < late < upside
    assert three.labels == (0, 1, 2)
    assert three.years == 256


def test_a_schedule_is_compared_with_the_contract_as_written(three: PhaseIns) -> None:
    written = three.results[0]
    assert written.schedule.shares is None
    assert written.change.mean.value == 0
    for one in three.results:
        assert one.change.mean.value == pytest.approx(one.term.mean.value - written.term.mean.value)


def test_the_term_is_the_sum_of_its_years(three: PhaseIns) -> None:
    for one in three.results:
        total = sum(year.mean.value for year in one.by_year)
        assert one.term.mean.value == pytest.approx(total)


def test_each_year_has_the_share_of_its_own(three: PhaseIns) -> None:
    upside, late = three.results[1], three.results[2]
    pairs = list(zip(upside.by_year, late.by_year, strict=True))
    assert pairs[0][0].worst.value == pairs[0][1].worst.value  # nothing is shared at first
    assert pairs[2][1].worst.value < pairs[2][0].worst.value
    assert len(pairs) == 3


def test_the_last_share_holds_for_later_years() -> None:
    late = SCHEDULES[2]
    assert [late.share(year) for year in range(6)] == [0, 0.1, 0.25, 0.5, 0.5, 0.5]
    assert Schedule("as written", None).share(3) is None


def test_a_larger_share_of_a_loss_never_helps(three: PhaseIns) -> None:
    worst = [one.outcome.worst.value for one in three.shares]
    assert worst == sorted(worst, reverse=True)
    assert three.shares[0].share == 0


def test_one_year_is_that_year() -> None:
    found = phase_ins(deal(), [(plan(), years())])
    net = net_gains(deal(), plan().contract, years())
    assert found.results[0].term.mean.value == pytest.approx(net.mean())
    assert found.labels == (0,)


def test_without_a_loss_nothing_is_compared_and_it_says_so() -> None:
    found = phase_ins(deal(), [(without_cost(), years())])
    assert found.results == ()
    assert found.why_not.endswith(".")

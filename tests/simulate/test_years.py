"""Years are cut, settled and weighed one by one, whatever their number."""

from dataclasses import replace
from decimal import Decimal

import numpy as np
import pytest

from fairterms.contract.deal import Cost
from fairterms.payment.book import Given
from fairterms.simulate import years as panel
from fairterms.simulate.years import Years, net_gains, settled
from tests.payment.one_clause import amount, settle
from tests.simulate.results.small_deals import CAPPED, capped, costs, deal, years


def made_up(number: int = 300) -> Years:
    return years({"cost": costs(number)})


def test_each_year_is_settled_as_if_it_were_alone() -> None:
    together = settled(capped(), made_up(6)).payable.values
    for at, cost in enumerate(costs(6)):
        alone = settle(CAPPED, {"cost": f"${cost:,.2f}"})
        assert float(amount(alone).replace("$", "").replace(",", "")) == pytest.approx(
            together[at], abs=0.011
        )


def test_a_part_is_those_years_and_no_others() -> None:
    whole = replace(
        made_up(),
        factors={"trend": np.arange(300.0)},
        delivery=np.arange(300.0),
        figures={"cost": made_up().figures["cost"], "fees": Given((costs(300), costs(300)), None)},
    )
    part = whole.part(40, 90)
    assert len(part) == 50
    assert part.factors["trend"][0] == part.delivery[0] == 40
    assert np.array_equal(part.figures["cost"].values, costs(300)[40:90])
    columns = part.figures["fees"].values
    assert isinstance(columns, tuple)
    assert all(np.array_equal(column, costs(300)[40:90]) for column in columns)


def test_years_beyond_one_chunk_are_all_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    at_once = net_gains(deal(), capped(), made_up())
    monkeypatch.setattr(panel, "CHUNK", 64)
    assert np.array_equal(net_gains(deal(), capped(), made_up()), at_once)


def test_the_work_and_the_care_are_taken_off_once() -> None:
    plain = net_gains(deal(cost="0"), capped(), made_up())
    dearer = replace(made_up(), delivery=np.full(300, 70.0))
    assert np.allclose(net_gains(deal(cost="12000"), capped(), dearer), plain - 12_070)


def test_more_work_never_leaves_more() -> None:
    before = deal()
    more = replace(before, costs=(*before.costs, Cost("x", "x", Decimal("0.01"), "")))
    assert (net_gains(more, capped(), made_up()) < net_gains(before, capped(), made_up())).all()

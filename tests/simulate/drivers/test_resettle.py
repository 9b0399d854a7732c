"""Settling again what follows from a change, and only that."""

import numpy as np
import pytest

from fairterms.contract.value import read
from fairterms.payment import evaluation
from fairterms.simulate.drivers import resettle
from fairterms.simulate.drivers.resettle import Resettled
from fairterms.simulate.years import net_gains
from tests.simulate.drivers.small_year import deal, plan, years


def test_the_contract_as_it_is_has_the_net_of_the_years() -> None:
    whole = net_gains(deal(), plan().contract, years())
    assert np.array_equal(Resettled(deal(), plan().contract, years()).net, whole)


def test_only_what_follows_is_settled_again(monkeypatch: pytest.MonkeyPatch) -> None:
    settled: list[str] = []

    def noting(clause, book):  # type: ignore[no-untyped-def]
        settled.append(clause.id)
        evaluation.settle_clause(clause, book)

    on = Resettled(deal(), plan().contract, years().part(0, 32))
    monkeypatch.setattr(resettle, "settle_clause", noting)
    on.with_clause(on.contract.clause("result").with_value("loss_rate", read("40 %")))
    assert settled == ["result", "phased"]
    settled.clear()
    on.with_figure("visits.90837", on.years)
    assert settled == ["fees"]

"""A level settled by the model of contracts, against a plain sum."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from fairterms.reconcile.arithmetic.measured import measured
from fairterms.reconcile.netting.level import Level, levels
from fairterms.reconcile.netting.terms import Shares, net
from fairterms.reconcile.statement.statement import Statement
from fairterms.units.period import calendar_year
from tests.reconcile.made_report import SCOPES, sent

SHARES = Shares(Decimal("0.5"), Decimal("0.6"))
YEAR = calendar_year(2027)
LEVELS = {level.id: level for level in levels(sent())}


def plainly(level: Level, statement: Statement, shares: Shares) -> Decimal:
    """Net and share in a few lines of plain arithmetic."""
    savings = {one.scope: one.saving for one in measured(statement)}
    units = (
        [savings[()]]
        if level.is_pooled
        else [
            max(savings[unit], Decimal(0)) if unit in level.floored else savings[unit]
            for unit in level.units
        ]
    )
    shared = [one * (shares.savings if one > 0 else shares.losses) for one in units]
    return sum(shared, Decimal(0))


@pytest.mark.parametrize(
    ("level", "dollars"),
    [
        ("pooled", 500),
        ("cohort", 300),
        ("cohort, hmo upside only", 300),
        ("region", 100),
        ("region, hmo upside only", 700),
    ],
)
def test_each_level_pays_what_its_units_share(level: str, dollars: int) -> None:
    assert net(LEVELS[level], sent().statement, SHARES, YEAR).payable == dollars


def test_a_pool_is_the_whole_as_printed_even_where_its_parts_leave_a_rest() -> None:
    statement = sent({("med-rx-cost", ()): 100000}).statement
    assert net(LEVELS["pooled"], statement, SHARES, YEAR).payable == 2000


@settings(max_examples=6, deadline=None)
@given(some.lists(some.integers(-5000, 5000), min_size=4, max_size=4))
def test_the_model_and_a_plain_sum_agree(savings: list[int]) -> None:
    regions = [scope for scope in SCOPES if len(scope) == 2]
    costs = dict(zip(regions, savings, strict=True))
    numbers = {
        ("med-rx-cost", scope): float(
            sum(20000 - saving for region, saving in costs.items() if region[: len(scope)] == scope)
        )
        for scope in SCOPES
    }
    numbers |= {
        ("med-rx-cost-target", scope): float(
            20000 * sum(region[: len(scope)] == scope for region in regions)
        )
        for scope in SCOPES
    }
    statement = sent(numbers).statement
    for level in LEVELS.values():
        paid = net(level, statement, SHARES, YEAR).payable
        assert paid == plainly(level, statement, SHARES)


def test_a_share_of_more_than_the_whole_is_our_own_mistake() -> None:
    with pytest.raises(AssertionError):
        Shares(Decimal("1.1"), Decimal(0))

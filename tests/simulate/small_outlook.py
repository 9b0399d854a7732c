"""A small deal of two years, with its forecast, for the tests of outlooks and their pages."""

from collections.abc import Iterator
from dataclasses import replace
from typing import TypeVar

import pytest

from fairterms.contract.clause import Contract
from fairterms.contract.deal import Deal
from fairterms.contract.figure_set import read_toml
from fairterms.publish.blocks import Block
from fairterms.publish.number_blocks import Table
from fairterms.publish.structure import everything
from fairterms.simulate import outlook
from fairterms.simulate.deal_forecast import DealForecast, forecast_deal
from fairterms.simulate.drivers import driver_study
from fairterms.simulate.drivers.driver_study import DriverStudy
from fairterms.simulate.forecast.declaration import Declaration
from fairterms.simulate.forecast.past import NOTHING_PAST, Past
from fairterms.simulate.forecast.planning import Sample
from fairterms.simulate.outlook import Outlook, look
from tests.payment.one_clause import HEADER, contract
from tests.simulate.forecast.plans import declared
from tests.simulate.results.small_deals import FEES
from tests.simulate.results.small_deals import deal as deal_around

TWO_YEARS = HEADER.replace("ends = 2027-12-31", "ends = 2028-12-31")

CLAUSES = (
    """
[[measure]]
id = "response"
name = "Depression response"
direction = "higher is better"

"""
    + FEES
    + """
[[clause]]
id = "performance"
title = "Performance payment"
model = "pay_for_performance"
budget = "$2.00 PMPM"
if_too_few = "not scored, weight lost"
if_must_pass_fails = "nothing is paid"
measures = [
  { measure = "response", direction = "higher is better", weight = "100 %", minimum_denominator = "30 patients", must_pass = true, tiers = [{ at = "45 %", share = "50 %" }, { at = "55 %", share = "100 %" }] },
]

[[clause]]
id = "withhold"
title = "Withheld amount"
model = "withhold"
of = "fees"
reads = { quality_score = "performance.share_after_must_pass" }
rate = "5 %"
tiers = [{ at = "50 %", share = "100 %" }]

[[clause]]
id = "annual_limit"
title = "Annual limit"
model = "cap"
of = "performance"
paid_cap = "$6,000.00"
"""  # noqa: E501 -- a measure is one line of the terms
)

SCENARIO = """
title = "Expected"
role = "expected"
[given]
member_months = "3,600 member-months"
visits.90837 = "900 visits"
response = { numerator = "80 patients", denominator = "160 patients" }
"""

FORECAST = """
[[patients]]
id = "members"
roster = "375 patients"
listed = "80 %"

[[measure]]
id = "response"
patients = "members"
spread = "3 percentage points"

[[figure]]
id = "visits.*"
follows = "members"
counted = true
"""

CASH = """
[cash.fees]
paid = [{ months = [2, 13], share = "100 %" }]

[cash."withhold.paid_at_once"]
paid = [{ months = [2, 13], share = "100 %" }]

[cash."withhold.returned"]
paid = [{ month = 18, share = "100 %" }]

[cash.annual_limit]
paid = [{ month = 18, share = "100 %" }]
"""

NO_DRIVERS = DriverStudy(None, None, None, None, None, None, 2027)

FEW = Sample(number=256)

_Record = TypeVar("_Record")


def small_contract() -> Contract:
    return contract(CLAUSES, TWO_YEARS)


def small_deal() -> Deal:
    """The deal: fees would be paid anyway, and the work costs $4,000.00 a year."""
    scenarios = (read_toml(SCENARIO, "expected.toml"),)
    return replace(deal_around(("fees",), cost="4000", loss="5000"), scenarios=scenarios)


def small_declared(text: str = FORECAST + CASH) -> Declaration:
    return declared(text, acuity="4 %", attribution="5 %", staffing="5 %")


def small_forecast(
    text: str = FORECAST + CASH, sample: Sample = FEW, past: Past = NOTHING_PAST
) -> DealForecast:
    return forecast_deal(small_deal(), small_contract(), small_declared(text), past, sample)


def small_look(text: str = FORECAST + CASH) -> Outlook:
    """Work out the outlook, without what takes seconds: what moves the result."""
    with pytest.MonkeyPatch.context() as patch:
        leave_out(patch, worst=False)
        return look(small_deal(), small_contract(), small_declared(text), sample=FEW)


def leave_out(patch: pytest.MonkeyPatch, *, worst: bool = True) -> None:
    """Leave out the slow parts of every outlook, which have tests of their own."""
    patch.setattr(driver_study, "study", lambda *_: NO_DRIVERS)
    if worst:
        patch.setattr(outlook, "_worst", lambda *_: None)


def records_of(blocks: list[Block], kind: type[_Record]) -> list[_Record]:
    """Return all records of a kind inside blocks, in reading order."""
    return [one for one in everything(tuple(blocks)) if isinstance(one, kind)]


def table_of(blocks: list[Block], anchor: str) -> Table:
    """Return the table with an anchor."""
    (found,) = [one for one in records_of(blocks, Table) if one.anchor == anchor]
    return found


def words_of(blocks: list[Block]) -> str:
    """Return everything a reader sees in blocks, as one text."""
    return "\n".join(_strings(tuple(blocks)))


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple | list):
        for part in value:
            yield from _strings(part)
    elif hasattr(value, "__dataclass_fields__"):
        for name in value.__dataclass_fields__:
            yield from _strings(getattr(value, name))

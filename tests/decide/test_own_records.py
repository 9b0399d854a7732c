"""The group's own records beside the contract: its targets, priced, for every deal."""

import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from fairterms.contract import deal as deals
from fairterms.contract.clause import Contract
from fairterms.contract.deal import Deal
from fairterms.decide import own_records
from fairterms.decide.own_records import ask_of, has_records, look, rate_of
from fairterms.outcomes.group_results.declaration_reader import read
from fairterms.outcomes.targets.target import Direction
from fairterms.payment.loading import load
from tests.outcomes.group_results.made_up_deal import (
    OUTCOMES,
    PROGRESS_TOML,
    RESPONSE,
    Patient,
    patient,
    write,
)

CEDAR = Path(__file__).parents[2] / "examples" / "cedar"
PEOPLE = [
    *(patient(at, 16, 8 if at < 12 else 15) for at in range(24)),
    *(patient(at, 16, 8 if at < 40 else None, starts=date(2026, 1, 5)) for at in range(30, 50)),
]


def quiet(_: str) -> None:
    """Tell nobody."""


def contract_of(deal: Deal) -> Contract:
    contract = load(deal.terms).contract
    assert contract is not None
    return contract


@pytest.fixture
def deal_with(tmp_path: Path) -> Callable[..., Deal]:
    """Cedar's terms and scenarios with tiny records of its own."""

    def make(people: list[Patient] = PEOPLE, outcomes: str = OUTCOMES + RESPONSE) -> Deal:
        for name in ("terms.toml", "deal.toml"):
            shutil.copy(CEDAR / name, tmp_path / name)
        shutil.copytree(CEDAR / "scenarios", tmp_path / "scenarios", dirs_exist_ok=True)
        shutil.copytree(CEDAR / "contract", tmp_path / "contract", dirs_exist_ok=True)
        return deals.read(write(tmp_path, people, outcomes))

    return make


def test_the_contract_asks_where_its_money_jumps() -> None:
    deal = deals.read(CEDAR)
    asked = ask_of(deal, contract_of(deal))
    assert set(asked) == {"response", "access", "satisfaction", "completion"}
    one = asked["response"]
    assert [t.target.rate for t in one.targets] == [0.45, 0.52]
    assert {t.target.direction for t in one.targets} == {Direction.AT_LEAST}
    assert all(t.dollars is not None and t.dollars > 0 for t in one.targets)
    assert one.assumed == 318 / 664
    assert one.pay is not None
    assert one.price is not None
    assert one.pay(0.52) - one.pay(0.44) == sum(t.dollars or 0 for t in one.targets)
    assert one.price(0.44, 0.52) == one.pay(0.52) - one.pay(0.44)  # type: ignore[arg-type]


def test_without_an_expected_scenario_nothing_is_asked() -> None:
    deal = deals.read(CEDAR)
    others = tuple(one for one in deal.scenarios if one.role != "expected")
    assert ask_of(replace(deal, scenarios=others), contract_of(deal)) == {}


def test_a_scenario_that_cannot_be_settled_leaves_the_measure_out() -> None:
    deal = deals.read(CEDAR)
    expected = next(one for one in deal.scenarios if one.role == "expected")
    lacking = {name: value for name, value in expected.values.items() if name != "member_months"}
    deal = replace(deal, scenarios=(replace(expected, values=lacking),))
    assert ask_of(deal, contract_of(deal)) == {}


def test_a_rate_of_nobody_is_not_assumed() -> None:
    deal = deals.read(CEDAR)
    expected = next(one for one in deal.scenarios if one.role == "expected")
    nobody = expected.values["response.denominator"].with_amount(Decimal(0))  # type: ignore[union-attr]
    assert rate_of(expected, "response") == 318 / 664
    empty = replace(expected, values={**expected.values, "response.denominator": nobody})
    assert rate_of(empty, "response") is None


def test_the_targets_are_judged_by_the_records(deal_with: Callable[..., Deal]) -> None:
    deal = deal_with()
    declaration = read(deal.folder)
    assert declaration is not None
    said: list[str] = []
    (one,), missing = own_records.judge_targets(deal, contract_of(deal), declaration, said.append)
    assert [(year.reached, year.n) for year in one.years] == [(12, 24), (10, 20)]
    assert [target.asked.target.rate for target in one.targets] == [0.45, 0.52]
    assert {name.measure for name in missing} == {"access", "satisfaction", "completion"}
    assert said[0] == "Pricing the measures"


def test_the_records_stay_readable_after_the_work(deal_with: Callable[..., Deal]) -> None:
    deal = deal_with(outcomes=OUTCOMES + RESPONSE + PROGRESS_TOML)
    found = look(deal, contract_of(deal), quiet)
    assert found is not None
    assert found.results.assessed[0].baseline.pooled.n == 44
    assert found.results.loaded.reports
    assert not list(deal.folder.rglob("*.duckdb"))


def test_nothing_to_look_at_is_none(deal_with: Callable[..., Deal]) -> None:
    deal = deal_with(people=[])
    assert not has_records(deal)
    assert look(deal, contract_of(deal), quiet) is None
    deal = deal_with(outcomes=OUTCOMES + "[else]\n")
    assert has_records(deal)
    assert look(deal, contract_of(deal), quiet) is None
    (deal.folder / "outcomes.toml").unlink()
    assert look(deal, contract_of(deal), quiet) is None

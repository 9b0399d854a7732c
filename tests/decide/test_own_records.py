"""The group's own records beside the contract: its targets, priced, for every deal."""

import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pytest

from fairterms.contract import deal as deals
from fairterms.contract.clause import Contract
from fairterms.contract.deal import Deal
from fairterms.decide import own_records
from fairterms.decide.own_records import (
    Elsewhere,
    ask_of,
    care_blocks,
    has_records,
    look,
    look_elsewhere,
    rate_of,
)
from fairterms.outcomes.group_results.declaration_reader import read
from fairterms.outcomes.group_results.feeds import loaded
from fairterms.outcomes.group_results.page import report
from fairterms.outcomes.group_results.results import Results
from fairterms.outcomes.small_cells.audience import Audience
from fairterms.outcomes.targets.target import Direction
from fairterms.payment.loading import load
from fairterms.publish.blocks import Heading
from tests.outcomes.group_results.made_up_deal import (
    OUTCOMES,
    PROGRESS_TOML,
    REACHED,
    RESPONSE,
    Patient,
    csv,
    patient,
    write,
)
from tests.outcomes.group_results.page.shown import said as text_of

pytestmark = pytest.mark.slow

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


CARE = """
[care_elsewhere]
year = 2026
people = "members"
month_rule = "first day"
amount = "allowed"
service_day = "line"
outside_membership = "counted"
own_by = "rendering"
own_ids = ["9000000010"]
rest = "other care"
rest_within_reach = false

[care_elsewhere.visits]
provider = "rendering"
group_is_one = false
least_visits = 2

[care_elsewhere.stays]
bill_types = ["11"]
"""
MEMBERS = [f"M{at:02}" for at in range(14)]


def with_bills(folder: Path, members: list[str] = MEMBERS) -> None:
    """Add a year of membership, and one bill of the group and one of another each."""
    enrolment = [(who, "2026-01-01", "2026-12-31", "Plan", "PPO") for who in members]
    claims = [
        (f"K{who}{npi}", 1, who, "2026-03-02", "2026-03-02", "professional", npi, "100.00")
        for who in members
        for npi in ("9000000010", "9000000028")
    ]
    bill = "claim_id,claim_line,person_id,starts,ends,claim_type,rendering_npi,allowed_amount"
    (folder / "records" / "enrolment.csv").write_text(
        csv("person_id,starts,ends,payer,plan", enrolment), encoding="utf-8"
    )
    (folder / "records" / "claims.csv").write_text(csv(bill, claims), encoding="utf-8")


def elsewhere(deal: Deal, said: list[str] | None = None) -> Elsewhere | None:
    """Look at care elsewhere with the deal's records open, and at nothing else."""
    with loaded(deal.folder, REACHED) as records:
        found = cast("Results", SimpleNamespace(loaded=records))
        return look_elsewhere(deal, found, said.append if said is not None else quiet)


def test_care_elsewhere_is_looked_at_only_where_it_is_asked_for(
    deal_with: Callable[..., Deal],
) -> None:
    said: list[str] = []
    assert elsewhere(deal_with(), said) is None
    assert said == []
    assert care_blocks(None, Audience.GROUP) == []


def test_a_section_with_problems_is_told_and_nothing_counted(
    deal_with: Callable[..., Deal],
) -> None:
    wrong = CARE.replace('"members"', '"everybody"').replace("year = 2026", "year = 20")
    said: list[str] = []
    care = elsewhere(deal_with(outcomes=OUTCOMES + RESPONSE + wrong), said)
    assert care is not None
    assert care.look is None
    assert "everybody" in care.why_not
    assert "; " in care.why_not, "every problem is told at once"
    assert said == []
    assert care.why_not in text_of(care_blocks(care, Audience.GROUP))


def test_what_cannot_be_counted_is_a_reason_not_a_crash(deal_with: Callable[..., Deal]) -> None:
    said: list[str] = []
    care = elsewhere(deal_with(outcomes=OUTCOMES + RESPONSE + CARE), said)
    assert care is not None
    assert care.look is None
    assert care.why_not.startswith("people: all members on the plan's list: nobody counts")
    assert care.why_not.endswith(")")
    assert said == ["Counting care given elsewhere"]


def test_outside_it_is_not_said_why_nothing_could_be_counted() -> None:
    care = Elsewhere(None, "claims: 3 lines have no amount (rows 4, 7 and 9)")
    inside, outside = (text_of(care_blocks(care, one)) for one in Audience)
    assert "It could not be counted: claims: 3 lines have no amount (rows 4, 7 and 9)." in inside
    assert "It could not be counted." in outside
    assert "3 lines" not in outside
    assert "Care elsewhere" in inside
    assert "Care elsewhere" in outside


def test_care_elsewhere_is_counted_from_the_bills(deal_with: Callable[..., Deal]) -> None:
    deal = deal_with(outcomes=OUTCOMES + RESPONSE + CARE)
    with_bills(deal.folder)
    found = look(deal, contract_of(deal), quiet)
    assert found is not None
    assert found.care is not None
    assert found.care.look is not None, found.care.why_not
    assert found.care.look.found.people == 14
    for audience in Audience:
        shown = text_of(care_blocks(found.care, audience))
        assert "14 people, 168 member months" in shown
        assert "could not be counted" not in shown


def test_outside_nothing_is_shown_of_few_members(deal_with: Callable[..., Deal]) -> None:
    deal = deal_with(outcomes=OUTCOMES + RESPONSE + CARE)
    with_bills(deal.folder, MEMBERS[:7])
    care = elsewhere(deal)
    assert "7 people" in text_of(care_blocks(care, Audience.GROUP))
    outside = text_of(care_blocks(care, Audience.OUTSIDE))
    assert "These are 1 to 10 people; nothing about them is shown here." in outside
    assert "7 people" not in outside


def test_the_page_shows_the_sections_then_care_elsewhere_then_the_records(
    deal_with: Callable[..., Deal],
) -> None:
    deal = deal_with(outcomes=OUTCOMES + RESPONSE)
    declaration = read(deal.folder)
    assert declaration is not None
    with own_records.opened(deal, contract_of(deal), declaration) as found:
        more = care_blocks(Elsewhere(None, "no bills"), Audience.GROUP)
        page = report.build(found, "Cedar", {}, Audience.GROUP, "2027-01-15", more)
    titles = [one.text for one in page.blocks if isinstance(one, Heading) and one.level == 2]
    places = [titles.index(one) for one in ("The contract's targets", "Care elsewhere")]
    assert places[0] < places[1] < titles.index("The records")
    assert titles[-1] != "Care elsewhere"

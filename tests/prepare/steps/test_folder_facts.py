"""What a deal folder shows is counted from its files; what is not there is not known."""

from dataclasses import replace
from pathlib import Path

import pytest

from fairterms.contract import deal as deals
from fairterms.contract.clause import Contract
from fairterms.payment.loading import load
from fairterms.prepare.data_demand.sample import Result, SampleTest
from fairterms.prepare.goals import reader as goal_reader
from fairterms.prepare.goals.comparison import compare
from fairterms.prepare.readiness import declaration_reader
from fairterms.prepare.responsibilities.declaration import Declaration
from fairterms.prepare.responsibilities.matrix import build
from fairterms.prepare.steps.deal_shows import DealShows
from fairterms.prepare.steps.folder_facts import Seen, fill
from fairterms.units.finding import Authority, Checked, Finding, Source
from tests.decide.small_basis import small_folder
from tests.prepare.findings import seen
from tests.prepare.responsibilities.made_up import assigned

LAW = Source("An act", "1", "OR", "2026-06-30", Authority.LAW, Checked.READ, "all plans")
READY = """
[population]
quality_can_change = { is = true, evidence = "scores" }
[leverage]
outcomes = "three years of scores"
alternatives = "the fees of today"
able_to_decline = { is = true, evidence = "minutes" }
[expertise]
legal = { is = "bought", who = "outside counsel", evidence = "letter of May" }
analytics = "planned"
[roles]
care_coordinator = "in house"
"""
GOALS = """
[values]
who_signs = "the owner"
[[objective]]
id = "a"
holder = "plan"
goal = "Costs are known"
[[objective.elsewhere]]
contract = "Another plan"
counts = "by the year"
same = false
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return small_folder(tmp_path / "deal", forecast=None)


def contract_in(folder: Path) -> Contract:
    contract = load(folder / "terms.toml").contract
    assert contract is not None
    return contract


def shows(folder: Path, findings: list[Finding] | None = None, **more: object) -> DealShows:
    whole = Seen(
        documents=(),
        findings=findings,
        said=declaration_reader.read(folder),
        work=None,
        matrix=build(Declaration((assigned(),)), {}),
        goals=compare(goal_reader.read(folder)),
        sample=SampleTest(Result.NONE),
    )
    return fill(deals.read(folder), contract_in(folder), replace(whole, **more))  # type: ignore[arg-type]


def test_what_a_small_folder_holds_is_counted(folder: Path) -> None:
    found = shows(folder)
    assert (found.costs, found.scenarios, found.has_walk_away) == (1, 1, True)
    assert (found.has_forecast, found.tables, found.scripts) == (False, 0, 0)
    assert found.clauses == len(contract_in(folder).clauses) > 0
    assert (found.responsibilities, found.sample) == (1, "no sample given")


def test_what_nobody_looked_at_is_not_known(folder: Path) -> None:
    found = shows(folder)
    assert (found.findings, found.tactics, found.wordings, found.undefined_words) == (None,) * 4
    assert (found.missed_duties, found.clean_tables, found.questions_open) == (None,) * 3
    assert (found.value_said, found.counsel, found.is_able_to_decline) == ("", "", None)


def test_what_the_group_says_counts_where_something_shows_it(folder: Path) -> None:
    (folder / "readiness.toml").write_text(READY)
    found = shows(folder)
    assert (found.value_said, found.impact_said) == ("three years of scores", True)
    assert (found.alternatives, found.is_able_to_decline) == ("the fees of today", True)
    assert (found.counsel, found.counsel_evidence) == ("outside counsel", "letter of May")
    assert (found.team, found.team_wanted) == (1, 5), "what is planned is not there"
    assert (found.coordination, found.coordination_wanted) == (1, 4)
    assert found.questions_open is not None
    assert found.questions_open > 10


def test_a_claim_without_evidence_is_not_taken_on_trust(folder: Path) -> None:
    text = READY.replace('{ is = true, evidence = "scores" }', "true")
    (folder / "readiness.toml").write_text(
        text.replace('{ is = true, evidence = "minutes" }', "true")
    )
    found = shows(folder)
    assert (found.impact_said, found.is_able_to_decline) == (False, None)


def test_findings_are_counted_by_what_they_bring(folder: Path) -> None:
    plain = seen("vague-term")
    findings = [
        plain,
        replace(plain, check="audit-of-plan", sources=(LAW,), wording="Offer this."),
        replace(plain, check="data-feed", tactics=("withheld_information",)),
        seen("undefined-term", unclear="a page was not read"),
    ]
    found = shows(folder, findings)
    assert (found.findings, found.undefined_words) == (3, 1)
    assert (found.laws_named, found.wordings, found.tactics) == (1, 1, 1)


def test_goals_and_the_signer_come_from_the_deal(folder: Path) -> None:
    with (folder / "deal.toml").open("a") as file:
        file.write(GOALS)
    found = shows(folder)
    assert (found.goals, found.own_goals, found.plan_goals, found.measurable_goals) == (1, 0, 1, 0)
    assert (found.other_contracts, found.different_elsewhere) == (1, 1)
    assert found.signer == "the owner"


def test_files_of_other_rooms_are_seen(folder: Path) -> None:
    assert not shows(folder).positions
    (folder / "positions.toml").write_text("")
    (folder / "offers").mkdir()
    (folder / "offers" / "second.toml").write_text("")
    found = shows(folder)
    assert (found.positions, found.offers) == (True, 1)
    assert (found.risks, found.log_entries) == (0, 0)


@pytest.mark.slow
@pytest.mark.parametrize("name", ["cedar", "juniper"])
def test_the_examples_log_their_talks_and_measure_some_results(name: str) -> None:
    folder = Path(__file__).parents[3] / "examples" / name
    found = shows(folder)
    assert found.log_entries > 5
    assert 0 < found.measured < found.measures
    assert found.tables == 8

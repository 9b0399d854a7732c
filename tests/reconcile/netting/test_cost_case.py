"""The costs a statement may mean."""

from fairterms.reconcile.netting.cost_case import cost_cases
from tests.reconcile.made_report import Scope, sent

COST = "med-rx-cost"
CONTRADICTION: dict[tuple[str, Scope], float | None] = {(COST, ("ppo", "Region 2")): 39000}


def cost(case_at: int, name: str) -> str:
    return str(cost_cases(sent(CONTRADICTION))[case_at].statement.line(name).value)


def test_a_statement_that_agrees_means_its_printed_costs() -> None:
    assert [case.words for case in cost_cases(sent())] == ["as printed"]


def test_each_repair_is_a_case_and_totals_above_follow_it() -> None:
    assert [case.words for case in cost_cases(sent(CONTRADICTION))] == [
        "as printed",
        "Medical pharmacy cost, ppo is $86,000.00",
        "Medical pharmacy cost, ppo, Region 2 is $19,000.00",
    ]
    assert (cost(1, f"{COST}/ppo"), cost(1, COST)) == ("$86,000.00", "$123,000.00")
    assert (cost(2, f"{COST}/ppo"), cost(2, COST)) == ("$66,000.00", "$103,000.00")


def test_two_contradictions_are_combined() -> None:
    both = {**CONTRADICTION, (COST, ("hmo", "Region 1")): 45000.0}
    assert len(cost_cases(sent(both))) == 5


def test_a_total_that_nothing_is_measured_by_is_not_repaired() -> None:
    assert len(cost_cases(sent({("ccf", ("hmo",)): 900, ("ccf", ()): 2900}))) == 1


def test_a_case_carries_how_few_people_it_is_about() -> None:
    numbers = {**CONTRADICTION, ("member-months", ("ppo", "Region 2")): 24.0}
    assert [case.people for case in cost_cases(sent(numbers))][2] == 2

import pytest

from fairterms.prepare.readiness.criteria.implementation_budget import CRITERION
from fairterms.prepare.readiness.criterion import Judgement, Standing
from fairterms.prepare.readiness.declaration import Budget, Declaration, People
from fairterms.prepare.readiness.situation import Situation
from tests.prepare.readiness.made_up import amount, shown


def judge(
    per_year: str,
    revenue: str = "1000",
    years: str = "3",
    work: str = "",
    tools: bool | None = None,
) -> Judgement:
    budget = Budget(
        amount(revenue) if revenue else None,
        amount(per_year) if per_year else None,
        amount(years) if years else None,
        None if tools is None else shown(tools),
    )
    people = People(clinicians=amount("38"), patients_per_week=amount("24"))
    situation = Situation(cost_to_comply=amount(work) if work else None)
    return CRITERION.judge(Declaration(people=people, budget=budget), situation)


@pytest.mark.parametrize(
    ("per_year", "tools", "standing"),
    [
        ("100", None, Standing.READY),
        ("99", None, Standing.WATCH),
        ("99", False, Standing.WATCH),
        ("99", True, Standing.READY),
        ("250", None, Standing.READY),
        ("251", True, Standing.WATCH),
        ("", True, Standing.UNKNOWN),
    ],
)
def test_the_budget_stands_beside_the_reference_range(
    per_year: str, tools: bool | None, standing: Standing
) -> None:
    assert judge(per_year, tools=tools).standing is standing


@pytest.mark.parametrize(
    ("years", "standing"), [("3", Standing.READY), ("2.9", Standing.WATCH), ("", Standing.WATCH)]
)
def test_three_years_are_the_least(years: str, standing: Standing) -> None:
    assert judge("100", years=years).standing is standing


def test_work_that_costs_more_than_the_budget_is_too_much() -> None:
    judgement = judge("100", work="100.01")
    assert judgement.standing is Standing.NOT_YET
    assert judge("100", work="100").standing is Standing.READY


def test_what_lacks_is_asked_of_the_plan() -> None:
    assert "$15,300 a year" in judge("60000", work="75300").first


def test_the_range_never_stands_without_its_scope() -> None:
    words = [proof.words for proof in judge("").evidence]
    assert any("about 300 clinicians who see 5 to 10 patients a week each" in one for one in words)
    assert "This group has 38 clinicians" in words
    assert "A clinician here sees 24 patients in a usual week" in words


def test_without_revenue_no_share_is_worked_out() -> None:
    assert judge("100", revenue="").standing is Standing.WATCH
    assert judge("100", revenue="0").standing is Standing.WATCH

import pytest

from fairterms.prepare.readiness.criteria.state_goals import CRITERION
from fairterms.prepare.readiness.criterion import Judgement, Standing
from fairterms.prepare.readiness.declaration import Declaration, State
from fairterms.prepare.readiness.situation import Situation
from tests.prepare.readiness.made_up import amount


def judge(trend: str, target: str, recorded: str = "") -> Judgement:
    says = State(amount(target) if target else None, amount(trend) if trend else None)
    situation = Situation(cost_growth_target=amount(recorded) if recorded else None)
    return CRITERION.judge(Declaration(state=says), situation)


@pytest.mark.parametrize(
    ("trend", "target", "standing"),
    [
        ("0.034", "0.034", Standing.READY),
        ("0.0339", "0.034", Standing.WATCH),
        ("", "0.034", Standing.UNKNOWN),
        ("0.034", "", Standing.UNKNOWN),
    ],
)
def test_the_growth_allowed_is_set_beside_the_states_target(
    trend: str, target: str, standing: Standing
) -> None:
    assert judge(trend, target).standing is standing


def test_the_register_comes_before_the_groups_word() -> None:
    judgement = judge("0.034", "0.03", recorded="0.0375")
    assert judgement.standing is Standing.WATCH
    assert "the state's target 3.75 %" in judgement.because


def test_the_goal_for_ways_of_paying_stands_beside_it() -> None:
    says = State(value_payment_share=amount("0.12"))
    situation = Situation(value_payment_goal=amount("0.70"))
    words = [one.words for one in CRITERION.judge(Declaration(state=says), situation).evidence]
    assert words == [
        "The state's goal is that 70 % of payments depend on value",
        "12 % of this plan's payments do so today, which the plan must raise",
    ]

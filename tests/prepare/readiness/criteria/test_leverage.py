import pytest

from fairterms.prepare.readiness.criteria.leverage import CRITERION
from fairterms.prepare.readiness.criterion import Judgement, Standing
from fairterms.prepare.readiness.declaration import Declaration, Dependence, Leverage
from fairterms.prepare.readiness.situation import Situation
from tests.prepare.readiness.made_up import amount, shown


def judge(
    able: bool | None,
    alternatives: str = "another plan",
    outcomes: str = "scores",
    costs: bool | None = True,
    dependence: tuple[str, str] | None = None,
) -> Judgement:
    says = Leverage(
        None if able is None else shown(able),
        shown(alternatives) if alternatives else None,
        shown(outcomes) if outcomes else None,
        None if costs is None else shown(costs),
    )
    parts = [amount(one) for one in dependence] if dependence else []
    return CRITERION.judge(Declaration(leverage=says, dependence=Dependence(*parts)), Situation())


@pytest.mark.parametrize(
    ("able", "outcomes", "costs", "standing"),
    [
        (True, "scores", True, Standing.READY),
        (True, "", True, Standing.WATCH),
        (True, "scores", False, Standing.WATCH),
        (True, "scores", None, Standing.WATCH),
        (False, "scores", True, Standing.NOT_YET),
        (None, "scores", True, Standing.UNKNOWN),
    ],
)
def test_being_able_to_decline_comes_first(
    able: bool | None, outcomes: str, costs: bool | None, standing: Standing
) -> None:
    assert judge(able, outcomes=outcomes, costs=costs).standing is standing


def test_what_is_not_brought_is_named() -> None:
    judgement = judge(True, alternatives="", outcomes="", costs=False)
    assert judgement.first == "Bring to the talks: results, known costs and alternatives."


@pytest.mark.parametrize(
    ("dependence", "standing"),
    [(("0.72", "0.60"), Standing.WATCH), (("0.60", "0.60"), Standing.READY)],
)
def test_saying_no_to_most_of_ones_revenue_must_be_shown(
    dependence: tuple[str, str], standing: Standing
) -> None:
    assert judge(True, dependence=dependence).standing is standing


def test_reputation_is_asked_for() -> None:
    assert "Nobody said what the group is known for." in judge(True).missing

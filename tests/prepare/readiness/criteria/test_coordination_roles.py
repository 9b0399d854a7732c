import pytest

from fairterms.prepare.readiness.criteria.coordination_roles import CRITERION
from fairterms.prepare.readiness.criterion import Judgement, Standing
from fairterms.prepare.readiness.declaration import Declaration, Roles
from fairterms.prepare.readiness.situation import Situation
from tests.prepare.readiness.made_up import work


def judge(coordinator: str, partners: str) -> Judgement:
    roles = Roles(
        work(coordinator) if coordinator else None,
        work("in house"),
        work("bought"),
        work(partners) if partners else None,
    )
    return CRITERION.judge(Declaration(roles=roles), Situation())


@pytest.mark.parametrize(
    ("coordinator", "partners", "standing"),
    [
        ("in house", "in house", Standing.READY),
        ("none", "in house", Standing.NOT_YET),
        ("planned", "in house", Standing.NOT_YET),
        ("in house", "none", Standing.WATCH),
        ("in house", "", Standing.UNKNOWN),
        ("", "in house", Standing.UNKNOWN),
        ("none", "", Standing.NOT_YET),
    ],
)
def test_a_coordinator_is_needed_first(coordinator: str, partners: str, standing: Standing) -> None:
    assert judge(coordinator, partners).standing is standing


def test_the_compliance_officer_is_as_urgent() -> None:
    roles = Roles(work("in house"), work("none"), work("in house"), work("in house"))
    judgement = CRITERION.judge(Declaration(roles=roles), Situation())
    assert judgement.standing is Standing.NOT_YET
    assert "compliance" in judgement.first

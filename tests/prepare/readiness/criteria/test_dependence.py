import pytest

from fairterms.prepare.readiness.criteria.dependence import CRITERION
from fairterms.prepare.readiness.criterion import Judgement, Standing
from fairterms.prepare.readiness.declaration import Declaration, Dependence
from fairterms.prepare.readiness.situation import Situation
from tests.prepare.readiness.made_up import amount


def judge(part: str, limit: str = "") -> Judgement:
    says = Dependence(amount(part) if part else None, amount(limit) if limit else None)
    return CRITERION.judge(Declaration(dependence=says), Situation())


@pytest.mark.parametrize(
    ("part", "limit", "standing"),
    [
        ("0.25", "", Standing.READY),
        ("0.251", "", Standing.WATCH),
        ("0.50", "", Standing.WATCH),
        ("0.501", "", Standing.NOT_YET),
        ("0.40", "0.40", Standing.READY),
        ("0.401", "0.40", Standing.NOT_YET),
        ("0.67", "0.70", Standing.WATCH),
        ("", "0.70", Standing.UNKNOWN),
        ("0.20", "0.10", Standing.NOT_YET),
    ],
)
def test_the_groups_own_limit_comes_before_ours(part: str, limit: str, standing: Standing) -> None:
    assert judge(part, limit).standing is standing


def test_a_limit_nobody_named_is_asked_for() -> None:
    assert "largest_share_accepted" in judge("0.3").first
    assert judge("0.3").missing == ("Nobody said how much the group wants from one plan at most.",)

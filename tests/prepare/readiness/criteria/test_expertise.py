import pytest

from fairterms.prepare.readiness.criteria.expertise import CRITERION
from fairterms.prepare.readiness.criterion import Judgement, Standing
from fairterms.prepare.readiness.declaration import Declaration, Expertise
from fairterms.prepare.readiness.situation import Situation
from tests.prepare.readiness.made_up import work


def judge(auditing: str, legal: str = "bought") -> Judgement:
    has = Expertise(
        work(legal) if legal else None,
        work("in house"),
        work("in house"),
        work("in house"),
        work(auditing) if auditing else None,
    )
    return CRITERION.judge(Declaration(expertise=has), Situation())


@pytest.mark.parametrize(
    ("auditing", "standing"),
    [
        ("bought", Standing.READY),
        ("in house", Standing.READY),
        ("planned", Standing.WATCH),
        ("none", Standing.NOT_YET),
        ("", Standing.UNKNOWN),
    ],
)
def test_all_five_kinds_of_knowledge_are_needed(auditing: str, standing: Standing) -> None:
    assert judge(auditing).standing is standing


def test_what_nobody_covers_comes_before_what_nobody_said() -> None:
    judgement = judge("", "none")
    assert judgement.because == "Nobody covers legal knowledge."
    assert "Nobody said who covers auditing." in judgement.missing


def test_what_is_not_there_needs_no_proof() -> None:
    assert judge("none").missing == ()

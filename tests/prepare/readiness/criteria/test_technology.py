import pytest

from fairterms.prepare.readiness.criteria.technology import CRITERION
from fairterms.prepare.readiness.criterion import Judgement, Standing
from fairterms.prepare.readiness.declaration import Declaration, Technology
from fairterms.prepare.readiness.situation import Situation
from tests.prepare.readiness.made_up import work


def judge(files: str, situation: Situation, workflows: str = "in house") -> Judgement:
    tools = Technology(
        work("bought"),
        work("bought"),
        work(files) if files else None,
        work(workflows) if workflows else None,
    )
    return CRITERION.judge(Declaration(technology=tools), situation)


@pytest.mark.parametrize(
    ("workflows", "standing"),
    [
        ("in house", Standing.READY),
        ("bought", Standing.READY),
        ("planned", Standing.NOT_YET),
        ("none", Standing.NOT_YET),
        ("", Standing.UNKNOWN),
    ],
)
def test_every_tool_must_be_there(workflows: str, standing: Standing) -> None:
    assert judge("", Situation(), workflows).standing is standing


@pytest.mark.parametrize(
    "situation", [Situation(has_downside=True), Situation(counts_total_cost=True)]
)
def test_reading_the_plans_files_counts_where_money_depends_on_them(situation: Situation) -> None:
    assert judge("none", situation).standing is Standing.NOT_YET
    assert judge("", situation).standing is Standing.UNKNOWN
    assert judge("in house", situation).standing is Standing.READY


def test_reading_the_plans_files_is_only_noted_elsewhere() -> None:
    judgement = judge("none", Situation(has_downside=False))
    assert judgement.standing is Standing.READY
    assert any(one.words == "Reading the plan's files: none" for one in judgement.evidence)

import pytest

from fairterms.prepare.readiness.criteria.thin_evidence import CRITERION
from fairterms.prepare.readiness.criterion import Judgement, Standing
from fairterms.prepare.readiness.declaration import Declaration, Experiment
from fairterms.prepare.readiness.situation import Situation
from tests.prepare.readiness.made_up import shown


def judge(*words: str, has_downside: bool | None = None) -> Judgement:
    said = [shown(one) if one else None for one in words]
    situation = Situation(has_downside=has_downside)
    return CRITERION.judge(Declaration(experiment=Experiment(*said)), situation)


@pytest.mark.parametrize(
    ("words", "has_downside", "standing"),
    [
        (("one year", "90 days", "July"), True, Standing.READY),
        (("one year", "90 days", ""), True, Standing.WATCH),
        (("one year", "90 days", "none"), True, Standing.WATCH),
        (("none", "none", "July"), True, Standing.NOT_YET),
        (("none", "none", "July"), False, Standing.WATCH),
        (("none", "none", "July"), None, Standing.WATCH),
        (("", "", ""), True, Standing.UNKNOWN),
    ],
)
def test_a_trial_can_be_ended_and_is_looked_at(
    words: tuple[str, ...], has_downside: bool | None, standing: Standing
) -> None:
    assert judge(*words, has_downside=has_downside).standing is standing


def test_what_is_not_there_and_what_nobody_said_are_told_apart() -> None:
    because = judge("none", "90 days", "").because
    assert because.endswith("There is not: a pilot. Not said: a day to look again.")


def test_that_there_is_none_needs_no_proof() -> None:
    assert judge("none", "none", "July").missing == ()

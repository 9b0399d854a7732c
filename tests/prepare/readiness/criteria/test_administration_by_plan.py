import pytest

from fairterms.prepare.readiness.criteria.administration_by_plan import CRITERION
from fairterms.prepare.readiness.criterion import Judgement, Standing
from fairterms.prepare.readiness.declaration import Administration, Declaration
from fairterms.prepare.readiness.situation import Situation
from fairterms.units.finding import Finding
from tests.prepare.findings import seen
from tests.prepare.readiness.made_up import shown, told


def judge(
    by_plan: tuple[str, ...] | None,
    back: bool | None = None,
    copy: bool | None = None,
    *findings: Finding,
) -> Judgement:
    says = Administration(
        None if by_plan is None else shown(by_plan),
        None if back is None else shown(back),
        None if copy is None else shown(copy),
    )
    return CRITERION.judge(Declaration(administration=says), Situation(findings=findings))


@pytest.mark.parametrize(
    ("by_plan", "back", "copy", "standing"),
    [
        ((), None, None, Standing.READY),
        (None, True, True, Standing.UNKNOWN),
        (("reports",), True, True, Standing.WATCH),
        (("reports",), False, True, Standing.NOT_YET),
        (("reports",), True, False, Standing.NOT_YET),
        (("reports",), None, False, Standing.NOT_YET),
        (("reports",), True, None, Standing.UNKNOWN),
        (("reports",), None, True, Standing.UNKNOWN),
    ],
)
def test_what_the_plan_runs_must_be_left_again(
    by_plan: tuple[str, ...] | None, back: bool | None, copy: bool | None, standing: Standing
) -> None:
    assert judge(by_plan, back, copy).standing is standing


def test_that_the_plan_runs_nothing_must_be_shown_or_read_in_the_text() -> None:
    nothing: tuple[str, ...] = ()
    declaration = Declaration(administration=Administration(told(nothing)))
    assert CRITERION.judge(declaration, Situation()).standing is Standing.WATCH
    assert CRITERION.judge(declaration, Situation(findings=())).standing is Standing.READY


def test_a_system_the_text_imposes_counts_where_nobody_spoke_of_it() -> None:
    judgement = judge(None, None, None, seen("platform-mandate"))
    assert "a system of its own" in judgement.because
    assert judge((), None, None, seen("platform-mandate")).standing is Standing.UNKNOWN


def test_an_unclear_finding_and_another_check_impose_nothing() -> None:
    assert (
        judge((), None, None, seen("platform-mandate", unclear="unread")).standing is Standing.READY
    )
    owned = judge((), None, None, seen("data-ownership"))
    assert owned.standing is Standing.READY
    assert owned.evidence[0].source == "check data-ownership"

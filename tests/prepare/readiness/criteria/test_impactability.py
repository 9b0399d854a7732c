import pytest

from fairterms.prepare.readiness.criteria.impactability import CRITERION
from fairterms.prepare.readiness.criterion import Judgement, Standing
from fairterms.prepare.readiness.declaration import Declaration, Population
from fairterms.prepare.readiness.situation import Change, Situation
from tests.prepare.readiness.made_up import amount, shown

SEEN = Change("response rises by 8 points", 0.91, True)
HIDDEN = Change("stays fall by 10 %", 0.07, False)


def judge(said: tuple[bool | None, ...], *changes: Change, worth: str = "") -> Judgement:
    cost, quality, access = (None if one is None else shown(one) for one in said)
    situation = Situation(changes=changes or None, net_impact=amount(worth) if worth else None)
    return CRITERION.judge(Declaration(population=Population(cost, quality, access)), situation)


@pytest.mark.parametrize(
    ("said", "standing"),
    [
        ((None, None, None), Standing.UNKNOWN),
        ((False, False, False), Standing.NOT_YET),
        ((False, False, None), Standing.WATCH),
        ((True, True, True), Standing.WATCH),
        ((None, True, None), Standing.WATCH),
    ],
)
def test_a_word_alone_is_never_ready(said: tuple[bool | None, ...], standing: Standing) -> None:
    assert judge(said).standing is standing


def test_a_change_that_one_year_shows_is_ready() -> None:
    judgement = judge((True, True, True), HIDDEN, SEEN)
    assert judgement.standing is Standing.READY
    assert judgement.because == "One year would show: response rises by 8 points."
    words = [proof.words for proof in judgement.evidence]
    assert "stays fall by 10 %: could hide in chance for a year (chance to see it 7 %)" in words


def test_a_change_that_hides_in_chance_is_watched() -> None:
    judgement = judge((True, True, True), HIDDEN)
    assert judgement.standing is Standing.WATCH
    assert "several years together" in judgement.first


@pytest.mark.parametrize(("worth", "standing"), [("0", Standing.READY), ("-1", Standing.NOT_YET)])
def test_a_change_worth_less_than_its_work_is_no_reason_to_sign(
    worth: str, standing: Standing
) -> None:
    assert judge((True, True, True), SEEN, worth=worth).standing is standing

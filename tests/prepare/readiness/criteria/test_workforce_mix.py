import pytest

from fairterms.prepare.readiness.criteria.workforce_mix import CRITERION
from fairterms.prepare.readiness.criterion import Judgement, Standing
from fairterms.prepare.readiness.declaration import Declaration, People
from fairterms.prepare.readiness.situation import Situation
from tests.prepare.readiness.made_up import amount


def judge(w2: str, contractors: str, held: str = "", left: str = "", whole: str = "") -> Judgement:
    people = People(
        clinicians=amount(whole) if whole else None,
        w2=amount(w2) if w2 else None,
        contractors_1099=amount(contractors) if contractors else None,
        contractors_held=amount(held) if held else None,
        left_last_year=amount(left) if left else None,
    )
    return CRITERION.judge(Declaration(people=people), Situation())


@pytest.mark.parametrize(
    ("w2", "contractors", "held", "standing"),
    [
        ("20", "0", "", Standing.READY),
        ("5", "15", "13", Standing.READY),
        ("5", "15", "12", Standing.WATCH),
        ("6", "14", "5", Standing.WATCH),
        ("5", "15", "5", Standing.NOT_YET),
        ("5", "15", "", Standing.UNKNOWN),
        ("", "15", "15", Standing.UNKNOWN),
        ("20", "", "", Standing.UNKNOWN),
        ("0", "0", "", Standing.UNKNOWN),
    ],
)
def test_who_can_be_held_to_targets(
    w2: str, contractors: str, held: str, standing: Standing
) -> None:
    assert judge(w2, contractors, held).standing is standing


def test_the_share_is_said() -> None:
    judgement = judge("24", "14", "5")
    assert judgement.because == "29 of 38 clinicians (76.3 %) can be held to targets."


@pytest.mark.parametrize(("left", "standing"), [("4", Standing.READY), ("5", Standing.WATCH)])
def test_more_than_a_fifth_leaving_is_watched(left: str, standing: Standing) -> None:
    assert judge("20", "0", left=left, whole="20").standing is standing


def test_leaving_is_asked_for_where_nobody_said_it() -> None:
    assert "Nobody said how many clinicians left last year." in judge("20", "0").missing

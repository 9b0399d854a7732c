import pytest

from fairterms.prepare.readiness.criteria.years_of_measured_care import CRITERION
from fairterms.prepare.readiness.criterion import Judgement, Standing
from fairterms.prepare.readiness.declaration import Care, Declaration
from fairterms.prepare.readiness.situation import Situation
from tests.prepare.readiness.made_up import amount, shown


def judge(declared: str | None, recorded: int | None) -> Judgement:
    care = Care(amount(declared) if declared else None)
    years = None if recorded is None else shown(recorded)
    return CRITERION.judge(Declaration(care=care), Situation(years_on_record=years))


@pytest.mark.parametrize(
    ("declared", "recorded", "standing"),
    [
        (None, 3, Standing.READY),
        (None, 2, Standing.NOT_YET),
        ("3", 3, Standing.READY),
        ("4", 2, Standing.NOT_YET),
        ("1", 3, Standing.READY),
        ("3", None, Standing.WATCH),
        ("2.9", None, Standing.NOT_YET),
        (None, None, Standing.UNKNOWN),
        (None, 0, Standing.NOT_YET),
    ],
)
def test_three_years_in_the_records_are_ready(
    declared: str | None, recorded: int | None, standing: Standing
) -> None:
    assert judge(declared, recorded).standing is standing


def test_a_claim_the_records_do_not_bear_out_is_said() -> None:
    assert judge("4", 2).because == "The group says 4 years, but its records hold 2 years."


def test_too_few_years_ask_for_pay_for_measuring_first() -> None:
    assert "measuring and reporting only" in judge("1", None).first


def test_years_without_records_lack_records() -> None:
    assert "No records show the years of measured care." in judge("3", None).missing


def test_questionnaires_are_evidence_and_their_absence_is_missing() -> None:
    care = Care(amount("3"), shown(("phq9", "gad7")), followed_up=amount("0.68"))
    judgement = CRITERION.judge(Declaration(care=care), Situation())
    words = [proof.words for proof in judgement.evidence]
    assert "Questionnaires in use: phq9 and gad7" in words
    assert "68 % of patients are asked a second time" in words
    assert "Nobody said which questionnaires are used." in judge("3", 3).missing
    assert "Nobody said which questionnaires are used." not in judgement.missing

import pytest

from fairterms.prepare.readiness.criteria.staff import CRITERION
from fairterms.prepare.readiness.criterion import Judgement, Standing
from fairterms.prepare.readiness.declaration import Declaration, Staff
from fairterms.prepare.readiness.situation import Situation
from tests.prepare.readiness.made_up import amount, shown, told

YES = shown(True)


def judge(full_time: str, needed: str = "", **more: object) -> Judgement:
    flags = {"online_communication": YES, "training": YES, "administration": YES, **more}
    staff = Staff(amount(full_time) if full_time else None, **flags)  # type: ignore[arg-type]
    situation = Situation(full_time_needed=amount(needed) if needed else None)
    return CRITERION.judge(Declaration(staff=staff), situation)


@pytest.mark.parametrize(
    ("full_time", "needed", "standing"),
    [
        ("1", "", Standing.READY),
        ("0.9", "", Standing.NOT_YET),
        ("2", "5.2", Standing.NOT_YET),
        ("5.2", "5.2", Standing.READY),
        ("5.1", "5.2", Standing.NOT_YET),
        ("0.9", "0.5", Standing.NOT_YET),
        ("1", "0.5", Standing.READY),
        ("", "", Standing.UNKNOWN),
    ],
)
def test_the_contracts_own_work_decides_and_one_is_the_least(
    full_time: str, needed: str, standing: Standing
) -> None:
    assert judge(full_time, needed).standing is standing


def test_what_is_lacking_is_said_in_paid_hours() -> None:
    assert judge("0.5").first.startswith("Find 1,040 paid hours a year more")


def test_no_training_is_to_be_watched() -> None:
    judgement = judge("2", training=shown(False))
    assert judgement.standing is Standing.WATCH
    assert "There is no training yet." in judgement.because


def test_what_is_not_said_of_training_is_not_assumed() -> None:
    judgement = judge("2", training=None)
    assert judgement.standing is Standing.WATCH
    assert "Not said: training." in judgement.because
    assert "Nobody said whether there is training." in judgement.missing


def test_nobody_is_ready_on_their_own_word() -> None:
    judgement = judge("2", training=told(True))
    assert judgement.standing is Standing.WATCH
    assert "nothing named shows it" in judgement.because
    assert judgement.first == "Name in readiness.toml what shows whether there is training."

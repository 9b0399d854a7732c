from decimal import Decimal

import pytest

from fairterms.prepare.readiness.criteria.size import CRITERION, around
from fairterms.prepare.readiness.criterion import Judgement, Standing
from fairterms.prepare.readiness.declaration import Declaration, People, Reserves
from fairterms.prepare.readiness.situation import Chance, Situation, SizePoint
from tests.prepare.readiness.made_up import amount, shown, told

POINTS = (
    SizePoint(300, Chance(0.05, 0.002), Chance(0.02)),
    SizePoint(40, Chance(0.18, 0.004), Chance(0.12)),
    SizePoint(20, Chance(0.30, 0.005), Chance(0.2)),
    SizePoint(400, Chance(0.04, 0.002)),
)


def judge(
    clinicians: str, loss: str = "", luck: str = "", points: tuple[SizePoint, ...] = POINTS
) -> Judgement:
    reserves = Reserves(
        accepted_chance_of_loss=amount(loss) if loss else None,
        accepted_chance_of_luck=amount(luck) if luck else None,
    )
    declaration = Declaration(people=People(amount(clinicians)), reserves=reserves)
    return CRITERION.judge(declaration, Situation(loss_by_size=points))


def test_below_300_is_a_warning_even_where_the_forecast_is_kind() -> None:
    judgement = judge("40", "0.20", "0.15")
    assert judgement.standing is Standing.WATCH
    assert "40 clinicians are fewer than the 300 or so" in judgement.because
    assert "chance of loss of 18 % (± 0.4)" in judgement.because


def test_what_the_forecast_says_is_evidence_in_full() -> None:
    words = [proof.words for proof in judge("40", "0.20").evidence]
    assert (
        "With 40 clinicians, the chance of a year in which the group loses money is 18 % (± 0.4); "
        "the chance that luck alone fails a target is 12 %" in words
    )


@pytest.mark.parametrize(
    ("accepted", "standing"), [("0.05", Standing.READY), ("0.0499", Standing.NOT_YET)]
)
def test_the_groups_own_limit_decides_at_300(accepted: str, standing: Standing) -> None:
    exact = (SizePoint(300, Chance(0.05)),)
    assert judge("300", accepted, points=exact).standing is standing


@pytest.mark.parametrize(
    ("accepted", "standing"),
    [
        ("0.055", Standing.READY),
        ("0.053", Standing.WATCH),
        ("0.047", Standing.WATCH),
        ("0.045", Standing.NOT_YET),
    ],
)
def test_within_two_standard_errors_of_the_limit_nothing_is_claimed(
    accepted: str, standing: Standing
) -> None:
    assert judge("300", accepted).standing is standing


def test_299_clinicians_are_watched_and_300_are_ready() -> None:
    kind = (SizePoint(299, Chance(0.01)), SizePoint(300, Chance(0.01)))
    assert judge("299", "0.2", points=kind).standing is Standing.WATCH
    assert judge("300", "0.2", points=kind).standing is Standing.READY


def test_a_large_group_with_a_losing_contract_is_not_ready() -> None:
    bad = (SizePoint(320, Chance(0.4)),)
    judgement = judge("320", "0.2", points=bad)
    assert judgement.standing is Standing.NOT_YET
    assert "several years together" in judgement.first


def test_luck_alone_can_make_it_too_early() -> None:
    judgement = judge("40", "0.20", "0.10")
    assert judgement.standing is Standing.NOT_YET
    assert "Luck alone fails a target in 12 % of years; the group accepts 10 %." in (
        judgement.because
    )


def test_luck_exactly_as_accepted_is_accepted() -> None:
    assert judge("40", "0.20", "0.12").standing is Standing.WATCH


def test_between_two_sizes_both_are_said_and_a_disagreement_is_settled_by_asking_again() -> None:
    judgement = judge("30", "0.20")
    assert judgement.standing is Standing.WATCH
    assert "18 % (± 0.4) to 30 % (± 0.5)" in judgement.because
    assert "exactly this size" in judgement.first


def test_between_two_sizes_that_both_lose_too_much_it_is_too_early() -> None:
    assert judge("30", "0.10").standing is Standing.NOT_YET


def test_without_a_forecast_the_rule_of_thumb_is_said_and_no_more() -> None:
    judgement = judge("320", "0.2", points=())
    assert judgement.standing is Standing.WATCH
    assert "320 clinicians are as many as a rule of thumb asks for" in judgement.because
    assert "The forecast has not been asked" in judgement.because
    assert judgement.missing == ("No forecast says what this size means for this contract.",)


def test_nothing_is_said_of_sizes_beyond_those_forecast() -> None:
    judgement = judge("500", "0.2")
    assert judgement.standing is Standing.WATCH
    assert "looked at 20 to 400 clinicians, not at this size" in judgement.because


def test_luck_of_a_float_on_the_limit_is_within_it() -> None:
    exact = (SizePoint(300, Chance(0.01), Chance(0.1)),)
    assert judge("300", "0.2", "0.1", exact).standing is Standing.READY


def test_without_a_limit_of_the_group_the_forecast_is_shown_and_the_limit_asked_for() -> None:
    judgement = judge("300")
    assert judgement.standing is Standing.WATCH
    assert "accepted_chance_of_loss" in judgement.first


def test_records_stand_in_for_a_count_nobody_wrote() -> None:
    judgement = CRITERION.judge(Declaration(), Situation(clinicians_on_record=shown(38)))
    assert "38 clinicians are fewer" in judgement.because


def test_a_count_nothing_shows_is_not_ready() -> None:
    declaration = Declaration(
        people=People(told(Decimal(300))),
        reserves=Reserves(accepted_chance_of_loss=amount("0.2")),
    )
    points = (SizePoint(300, Chance(0.01)),)
    judgement = CRITERION.judge(declaration, Situation(loss_by_size=points))
    assert judgement.standing is Standing.WATCH
    assert judgement.first.endswith("how many clinicians the group has.")


def test_nobody_counted() -> None:
    judgement = CRITERION.judge(Declaration(), Situation())
    assert judgement.standing is Standing.UNKNOWN
    assert judgement.missing == ("Nobody said how many clinicians the group has.",)


@pytest.mark.parametrize(
    ("recorded", "is_sample", "is_asked"),
    [(90, None, False), (89, None, True), (64, True, False), (64, False, True), (111, None, True)],
)
def test_records_that_differ_by_more_than_a_tenth_are_asked_about(
    recorded: int, is_sample: bool | None, is_asked: bool
) -> None:
    sample = None if is_sample is None else shown(is_sample)
    people = People(amount("100"), records_are_a_sample=sample)
    situation = Situation(clinicians_on_record=shown(recorded))
    judgement = CRITERION.judge(Declaration(people=people), situation)
    assert any("differ" in words for words in judgement.missing) is is_asked


def test_an_exact_size_needs_no_neighbours() -> None:
    assert [one.clinicians for one in around(POINTS, 40)] == [40]
    assert [one.clinicians for one in around(POINTS, 41)] == [40, 300]
    assert around(POINTS, 19) == ()

import pytest

from fairterms.prepare.readiness.criteria.reserves import CRITERION
from fairterms.prepare.readiness.criterion import Judgement, Standing
from fairterms.prepare.readiness.declaration import Declaration, Reserves
from fairterms.prepare.readiness.situation import Situation
from tests.prepare.readiness.made_up import amount, shown


def judge(cash: str, credit: str = "", need: str = "", work: str = "") -> Judgement:
    has = Reserves(
        amount(cash) if cash else None,
        amount(credit) if credit else None,
        forecast=shown("monthly to 2028"),
    )
    situation = Situation(
        reserve_needed=amount(need) if need else None,
        cost_to_comply=amount(work) if work else None,
    )
    return CRITERION.judge(Declaration(reserves=has), situation)


@pytest.mark.parametrize(
    ("cash", "credit", "need", "standing"),
    [
        ("200000", "", "200000", Standing.READY),
        ("199999.99", "1", "200000", Standing.WATCH),
        ("199999.99", "0.01", "200000", Standing.WATCH),
        ("199999.99", "", "200000", Standing.NOT_YET),
        ("", "500000", "200000", Standing.UNKNOWN),
        ("200000", "", "", Standing.UNKNOWN),
    ],
)
def test_cash_is_set_against_what_the_forecast_asks_for(
    cash: str, credit: str, need: str, standing: Standing
) -> None:
    assert judge(cash, credit, need).standing is standing


def test_what_lacks_is_said_in_dollars() -> None:
    assert judge("50000", "20000", "100000").first.startswith("$30,000 is lacking.")


def test_without_a_forecast_a_year_of_work_is_the_least_and_never_enough() -> None:
    assert judge("75300", work="75300").standing is Standing.WATCH
    assert judge("75299", work="75300").standing is Standing.NOT_YET
    assert "No forecast says" in judge("75300", work="75300").missing[0]


def test_the_forecast_counts_before_the_work() -> None:
    assert judge("100", need="100", work="1000").standing is Standing.READY


def test_a_missing_cash_forecast_is_missing() -> None:
    judgement = CRITERION.judge(Declaration(), Situation())
    assert "There is no cash forecast of the group's own." in judgement.missing
    assert judge("1", need="1").missing == ()

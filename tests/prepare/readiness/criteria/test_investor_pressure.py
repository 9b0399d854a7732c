import pytest

from fairterms.prepare.readiness.criteria.investor_pressure import CRITERION
from fairterms.prepare.readiness.criterion import Judgement, Standing
from fairterms.prepare.readiness.declaration import Declaration, Investors, People
from fairterms.prepare.readiness.situation import Situation
from tests.prepare.readiness.made_up import amount, shown


def judge(
    owned: bool | None, offered: bool | None, decide: bool | None = None, w2: str = "24"
) -> Judgement:
    owners, offers, rule = (None if one is None else shown(one) for one in (owned, offered, decide))
    says = Investors(owners, offers, rule, amount("3"), amount("4"))
    return CRITERION.judge(Declaration(people=People(w2=amount(w2)), investors=says), Situation())


@pytest.mark.parametrize(
    ("owned", "offered", "decide", "standing"),
    [
        (False, False, None, Standing.READY),
        (True, False, True, Standing.WATCH),
        (False, True, True, Standing.WATCH),
        (False, True, False, Standing.NOT_YET),
        (True, False, None, Standing.UNKNOWN),
        (None, False, True, Standing.UNKNOWN),
        (False, None, True, Standing.UNKNOWN),
    ],
)
def test_outside_money_needs_a_rule_that_protects_care(
    owned: bool | None, offered: bool | None, decide: bool | None, standing: Standing
) -> None:
    assert judge(owned, offered, decide).standing is standing


@pytest.mark.parametrize(
    ("w2", "standing"),
    [("49", Standing.READY), ("50", Standing.WATCH), ("188", Standing.WATCH)],
)
def test_a_group_that_draws_investors_is_told_so(w2: str, standing: Standing) -> None:
    assert judge(False, False, w2=w2).standing is standing


def test_what_draws_them_is_named() -> None:
    because = judge(False, False, w2="188").because
    assert "more than 100 employed clinicians, contracts with plans and three steady years" in (
        because
    )


def test_two_steady_years_draw_nobody() -> None:
    says = Investors(shown(False), shown(False), None, amount("2"), amount("4"))
    people = People(w2=amount("80"))
    judgement = CRITERION.judge(Declaration(people=people, investors=says), Situation())
    assert judgement.standing is Standing.READY

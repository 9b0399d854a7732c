from decimal import Decimal

import pytest

from fairterms.prepare.readiness.criteria.care_outside_control import CRITERION
from fairterms.prepare.readiness.criterion import Judgement, Standing
from fairterms.prepare.readiness.declaration import Declaration, Population
from fairterms.prepare.readiness.situation import Situation
from tests.prepare.readiness.made_up import amount, shown, told


def judge(
    counts_all: bool | None, counted: str = "", told: str = "", shared: bool | None = None
) -> Judgement:
    says = Population(
        care_elsewhere=amount(told) if told else None,
        shared_care=None if shared is None else shown(shared),
    )
    situation = Situation(
        counts_total_cost=counts_all, share_elsewhere=amount(counted) if counted else None
    )
    return CRITERION.judge(Declaration(population=says), situation)


@pytest.mark.parametrize(
    ("counted", "shared", "standing"),
    [
        ("0.25", None, Standing.READY),
        ("0.26", None, Standing.WATCH),
        ("0.50", None, Standing.WATCH),
        ("0.51", None, Standing.NOT_YET),
        ("0.51", False, Standing.NOT_YET),
        ("0.51", True, Standing.WATCH),
        ("", True, Standing.UNKNOWN),
    ],
)
def test_the_share_others_decide_counts_where_all_cost_counts(
    counted: str, shared: bool | None, standing: Standing
) -> None:
    assert judge(True, counted, shared=shared).standing is standing


def test_where_only_own_work_is_paid_the_share_is_no_matter() -> None:
    assert judge(False, "0.9").standing is Standing.READY


def test_what_the_contract_counts_must_be_known() -> None:
    assert judge(None, "0.1").standing is Standing.UNKNOWN


def test_a_guess_nothing_shows_is_not_ready() -> None:
    declaration = Declaration(population=Population(care_elsewhere=told(Decimal("0.1"))))
    judgement = CRITERION.judge(declaration, Situation(counts_total_cost=True))
    assert judgement.standing is Standing.WATCH


def test_bills_come_before_the_groups_own_guess() -> None:
    assert judge(True, "0.6", "0.1").standing is Standing.NOT_YET
    assert judge(True, "", "0.1").standing is Standing.READY

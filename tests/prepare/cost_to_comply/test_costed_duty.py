from decimal import Decimal

from fairterms.contract.deal import Cost
from fairterms.prepare.cost_to_comply.costed_duty import CostedDuty, Status, beside_costs, cost_duty
from fairterms.prepare.cost_to_comply.declaration_reader import read_text
from fairterms.prepare.cost_to_comply.matching import Match
from fairterms.prepare.cost_to_comply.workload import yardstick
from tests.prepare.cost_to_comply.made_up import cost, duty

MEETINGS = cost("talks", "Quarterly meetings")


def costed(said: str = "", costs: tuple[Cost, ...] = ()) -> CostedDuty:
    return cost_duty(duty("meetings", 4, people=Decimal(2)), costs, yardstick(read_text(said), ()))


def test_what_no_cost_names_is_missed() -> None:
    assert costed().status is Status.MISSED
    assert costed(costs=(MEETINGS,)).status is Status.COVERED


def test_the_group_may_say_that_a_duty_is_not_its_work() -> None:
    found = costed('[[duty]]\nid = "meetings"\nnot_ours = "by telephone"\n', (MEETINGS,))
    assert (found.status, found.why_not) == (Status.NOT_OURS, "by telephone")
    assert not found.is_missed


def test_a_whole_kind_may_be_no_work_of_the_group() -> None:
    found = costed('[kind.meetings]\nnot_ours = "by telephone"\n')
    assert found.status is Status.NOT_OURS


def test_the_group_may_name_the_cost_that_holds_a_duty() -> None:
    said = '[[duty]]\nid = "meetings"\ncovered_by = "director"\n'
    found = costed(said, (MEETINGS, cost("director", "A day a week")))
    assert found.cover is not None
    assert (found.cover.cost.id, found.cover.match) == ("director", Match.DECLARED)


def test_the_group_may_say_that_no_cost_holds_it() -> None:
    said = '[[duty]]\nid = "meetings"\ncovered_by = "none"\n'
    assert costed(said, (MEETINGS,)).status is Status.MISSED


def test_own_hours_leave_a_duty_in_the_cost_that_names_it() -> None:
    said = '[[duty]]\nid = "meetings"\nhours = "1 hours"\n'
    assert costed(said, (MEETINGS,)).status is Status.COVERED


def test_a_cost_is_set_beside_the_defaults_of_what_it_holds() -> None:
    # 16 to 64 hours of a manager: $720 to $6,400.
    (own,) = beside_costs((MEETINGS,), [costed(costs=(MEETINGS,))])
    assert own.default is not None
    assert (own.default.low, own.default.high) == (Decimal(720), Decimal(6400))
    assert not own.is_low
    (low,) = beside_costs((cost("talks", "Meetings", amount=719),), own.duties)
    assert low.is_low


def test_a_default_that_is_not_known_in_whole_is_not_shown() -> None:
    talks = cost("talks", "Meetings and trainings")
    training = cost_duty(duty("training", None), (talks,), yardstick(read_text(""), ()))
    (own,) = beside_costs((talks,), [costed(costs=(talks,)), training])
    assert len(own.duties) == 2
    assert own.default is None
    assert not own.is_low

"""The matrix: gaps, overlaps, unpaid work, and what the text says against the file."""

import pytest

from fairterms.prepare.responsibilities.declaration import Assigned, Declaration
from fairterms.prepare.responsibilities.matrix import NO_TABLE, FlawKind, build
from fairterms.prepare.responsibilities.task import Division, Task, Who
from fairterms.prepare.responsibilities.tasks import TASKS
from tests.prepare.findings import seen
from tests.prepare.responsibilities.made_up import assigned, flaws, line_of, matrix, shown


@pytest.mark.parametrize(
    ("does", "pays", "wrong"),
    [
        (Who.GROUP, Who.PLAN, []),
        (Who.PLAN, Who.PLAN, []),
        (Who.VENDOR, Who.GROUP, []),
        (Who.OTHERS, Who.OTHERS, []),
        (Who.NOBODY, Who.PLAN, [FlawKind.GAP]),
        (Who.NOBODY, Who.NOBODY, [FlawKind.GAP, FlawKind.GAP]),
        (Who.PLAN, Who.NOBODY, [FlawKind.GAP]),
        (Who.BOTH, Who.PLAN, [FlawKind.OVERLAP]),
        (Who.BOTH, Who.BOTH, [FlawKind.OVERLAP, FlawKind.OVERLAP]),
        (Who.GROUP, Who.GROUP, [FlawKind.UNFUNDED]),
        (Who.BOTH, Who.GROUP, [FlawKind.OVERLAP, FlawKind.UNFUNDED]),
        (Who.GROUP, Who.NOBODY, [FlawKind.GAP, FlawKind.UNFUNDED]),
    ],
)
def test_doer_and_payer_decide_what_is_wrong(does: Who, pays: Who, wrong: list[FlawKind]) -> None:
    assert flaws(assigned(does=does, pays=pays)) == wrong


def test_who_wrote_the_parts_has_no_overlap() -> None:
    assert flaws(assigned(does=Who.BOTH, pays=Who.BOTH, split="half each")) == []


def test_work_that_is_paid_from_something_is_funded() -> None:
    assert flaws(assigned(pays=Who.GROUP, paid_from="the care fee")) == []


def test_a_row_of_the_text_that_names_a_payment_funds_the_work() -> None:
    row = shown(Who.GROUP, Who.GROUP, is_table=True)
    assert flaws(None, row) == [FlawKind.UNFUNDED]
    paid = type(row)(row.does, row.pays, row.where, "Outreach Group Group, with the Fee", True)
    assert flaws(None, paid) == []
    sentence = type(row)(row.does, row.pays, row.where, "Group does it, with the Plan.", False)
    assert flaws(None, sentence) == [FlawKind.UNFUNDED]


def test_the_text_may_disagree_on_who_does_and_on_who_pays() -> None:
    one = assigned(does=Who.PLAN, pays=Who.PLAN)
    assert flaws(one, shown(Who.GROUP, None)) == [FlawKind.DISAGREES]
    assert flaws(one, shown(Who.PLAN, Who.GROUP)) == [FlawKind.DISAGREES]
    assert flaws(one, shown(Who.PLAN, Who.PLAN)) == []
    words = line_of(one, shown(Who.GROUP, None)).flaws[0].words
    assert words.endswith("who does it: plan; the text shows group (2.1).")


def test_a_vendor_may_do_what_the_group_owes_and_not_what_the_plan_owes() -> None:
    one = assigned(does=Who.VENDOR, pays=Who.GROUP)
    assert flaws(one, shown(Who.GROUP, None)) == []
    assert flaws(one, shown(Who.PLAN, None)) == [FlawKind.DISAGREES]


def test_a_cost_that_counts_for_care_of_others_is_named() -> None:
    counts = assigned("inpatient", Who.OTHERS, Who.PLAN, in_total_cost=True)
    assert flaws(counts) == [FlawKind.BEARS_OTHERS]
    assert flaws(assigned("inpatient", Who.OTHERS, Who.PLAN, in_total_cost=False)) == []
    assert flaws(assigned("inpatient", Who.GROUP, Who.PLAN, in_total_cost=True)) == []


def test_a_line_without_a_clause_says_that_nothing_shows_it() -> None:
    assert flaws(assigned(by="")) == [FlawKind.NOT_SHOWN]
    assert flaws(assigned(by=""), shown()) == []


def test_what_neither_says_is_not_said_and_never_guessed() -> None:
    line = line_of(None)
    assert (line.does, line.pays) == (None, None)
    assert [one.words for one in line.flaws] == [
        "Crisis line at all hours: not said who does it and who pays for it."
    ]


def test_the_file_comes_before_the_text_and_the_text_fills_what_the_file_leaves_out() -> None:
    line = line_of(assigned(does=Who.VENDOR, pays=None), shown(Who.GROUP, Who.GROUP))
    assert (line.does, line.pays) == (Who.VENDOR, Who.GROUP)


def test_without_a_file_every_task_of_the_list_is_there() -> None:
    found = build(None, {"crisis_line": shown()})
    assert [one.task.id for one in found.lines] == list(TASKS)
    assert not found.is_written
    assert len(found.open_lines) == len(TASKS)


def test_own_tasks_stand_after_those_of_their_division() -> None:
    own = Task("tablets", "Tablets", Division.OPERATIONAL)
    found = matrix(Assigned(own, Who.GROUP, Who.PLAN, by="2.1"))
    assert found.lines[-1].task is own
    assert found.of(Division.OPERATIONAL)[-1].task is own
    assert own not in [one.task for one in found.of(Division.FINANCIAL)]


def test_a_text_without_a_table_is_told_by_the_review() -> None:
    assert build(None, {}, [seen(NO_TABLE)]).has_table is False
    assert build(None, {}, [seen(NO_TABLE, unclear="a page was not read")]).has_table is None
    assert build(None, {}, []).has_table is True
    assert build(None, {}, None).has_table is None
    table = shown(is_table=True)
    assert build(None, {"crisis_line": table}, [seen(NO_TABLE)]).has_table is True


def test_problems_of_the_file_are_kept() -> None:
    assert build(Declaration(), {}).problems == ()
    assert build(Declaration(), {}).is_written

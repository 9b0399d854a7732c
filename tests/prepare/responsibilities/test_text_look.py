"""What a text shows of who does what."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from fairterms.prepare.cost_to_comply.assessment import assess
from fairterms.prepare.cost_to_comply.declaration import Declaration
from fairterms.prepare.responsibilities.task import Who
from fairterms.prepare.responsibilities.text_look import Shown, look
from tests.prepare.cost_to_comply.made_up import assessed, deal, document, example
from tests.prepare.data_demand.made_up import contract_of

TABLE = (
    "Exhibit E\n\nTable E-1. Tasks\n\nTask\tWho does it\tWho pays\n"
    "Crisis line outside office hours\tGroup\tGroup\n"
    "Outreach to new Members\tGroup\tGroup, with the Care Fee\n"
    "Case management of Members\tPlan\tPlan\n"
)


def shown(text: str) -> Mapping[str, Shown]:
    whole = deal()
    documents = (document(text),)
    plain = replace(contract_of("cedar"), clauses=(), measures=(), figures=())
    work = assess(whole, plain, documents, declared=Declaration(), findings=())
    return look(whole, documents, work)


def test_a_duty_of_the_group_shows_that_it_does_the_task_and_not_who_pays() -> None:
    found = shown("2.1 Group shall maintain a crisis line at all hours.")["crisis_line"]
    assert (found.does, found.pays, found.is_table) == (Who.GROUP, None, False)
    assert "crisis line" in found.words


def test_own_expense_shows_who_pays() -> None:
    text = "2.1 Group shall acquire and maintain at its own expense software for the portal."
    assert shown(text)["telehealth_platform"].pays is Who.GROUP


def test_a_promise_of_the_plan_shows_that_it_does_the_task() -> None:
    text = "3.1 Plan shall provide Group, without charge, with twelve hours of training."
    found = shown(text)["training"]
    assert (found.does, found.pays, found.where) == (Who.PLAN, Who.PLAN, "3.1")


@pytest.mark.parametrize(
    "text",
    [
        "3.1 Plan shall pay for each quarterly outcome file.",
        "3.1 Plan shall not provide training.",
        "3.1 Plan may provide training.",
    ],
)
def test_to_pay_to_refrain_and_to_be_free_to_are_no_work(text: str) -> None:
    assert [one for one in shown(text).values() if one.does is not Who.GROUP] == []


def test_a_task_of_both_sides_is_shown_as_both() -> None:
    text = (
        "2.1 Group shall send its staff to attend training.\n\n"
        "3.1 Plan shall provide training on its files."
    )
    assert shown(text)["training"].does is Who.BOTH


def test_a_table_of_tasks_is_read_and_believed_first() -> None:
    found = shown("3.1 Plan shall provide case management.\n\n" + TABLE)
    crisis, outreach = found["crisis_line"], found["outreach"]
    assert (crisis.does, crisis.pays, crisis.is_table) == (Who.GROUP, Who.GROUP, True)
    assert outreach.words.endswith("with the Care Fee")
    assert found["case_management"].pays is Who.PLAN


def test_rows_without_a_head_of_such_a_table_are_no_table() -> None:
    text = TABLE.replace("Who does it", "Column").replace("Who pays", "Another")
    assert not [one for one in shown(text).values() if one.is_table]


def test_nothing_read_shows_nothing() -> None:
    assert look(deal(), (), None) == {}


@pytest.mark.slow
def test_the_table_of_the_juniper_example_is_read() -> None:
    whole, _, documents, _ = example("juniper")
    found = look(whole, documents, assessed("juniper"))
    table = {name for name, one in found.items() if one.is_table}
    assert {
        "outpatient_care",
        "psychological_testing",
        "outcome_measuring",
        "outreach",
        "discharge_follow_up",
        "case_management",
        "crisis_line",
        "utilization_review",
        "attribution_list",
        "group_data",
        "settlement",
        "training",
    } <= table
    assert found["discharge_follow_up"].where == "Exhibit E"


@pytest.mark.slow
def test_the_cedar_example_shows_sentences_and_no_table() -> None:
    whole, _, documents, _ = example("cedar")
    found = look(whole, documents, assessed("cedar"))
    assert not [one for one in found.values() if one.is_table]
    assert found["utilization_review"].does is Who.PLAN
    assert (found["care_coordination"].does, found["care_coordination"].where) == (
        Who.GROUP,
        "2.14",
    )

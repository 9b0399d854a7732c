"""The list of tasks."""

import re

import pytest

from fairterms.prepare.cost_to_comply.kind import KINDS
from fairterms.prepare.responsibilities.task import Division
from fairterms.prepare.responsibilities.tasks import TASKS


def test_the_list_has_about_thirty_tasks_of_both_divisions() -> None:
    assert 25 <= len(TASKS) <= 36
    assert {one.division for one in TASKS.values()} == set(Division)


def test_names_are_ids_and_titles_differ() -> None:
    assert all(re.fullmatch(r"[a-z][a-z0-9_]*", name) for name in TASKS)
    assert len({one.title for one in TASKS.values()}) == len(TASKS)


def test_every_duty_named_is_one_of_the_catalogue_and_belongs_to_one_task() -> None:
    named = [duty for one in TASKS.values() for duty in one.duties]
    assert set(named) <= set(KINDS)
    assert len(named) == len(set(named))


@pytest.mark.parametrize(
    ("words", "task"),
    [
        ("Crisis line outside office hours", "crisis_line"),
        ("Case management for Members above the limit", "case_management"),
        ("Contact within two days after hospital discharge", "discharge_follow_up"),
        ("Attribution, risk scores and claims files", "attribution_list"),
        ("Care for physical conditions; prescription drugs", "pharmacy"),
        ("Utilization review", "utilization_review"),
        ("Settlement Reports", "settlement"),
    ],
)
def test_a_row_of_a_table_finds_its_task_first(words: str, task: str) -> None:
    assert next(one.id for one in TASKS.values() if one.is_in(words)) == task


def test_words_about_something_else_find_no_task() -> None:
    assert not [one.id for one in TASKS.values() if one.is_in("The parties sign twice.")]

"""Subgroups in words, their members, and facts that may not define one."""

import numpy as np
import pytest

from fairterms.outcomes.exceptions.subgroup import (
    Attribute,
    KnownAt,
    Subgroup,
    check_codes,
    choose,
    require_intake,
)
from fairterms.units.refusal import Refusal
from tests.outcomes.exceptions.made_up_cohort import AGE, LANGUAGE, PLANTED, STAY, STOPPED


def test_a_subgroup_reads_as_a_clinician_would_say_it() -> None:
    assert str(PLANTED) == "age 18–25 and prior hospital stay"
    assert str(choose({STAY: ["no"]})) == "no prior hospital stay"
    assert str(choose({AGE: ["41–64", "18–25", "65+"]})) == "age 18–25 or 41–64 to 65+"
    assert str(choose({LANGUAGE: ["Spanish", "other"]})) == "language Spanish or other"
    assert str(Subgroup(())) == "all patients"


def test_members_have_a_chosen_value_in_every_attribute() -> None:
    codes = [[0, 1], [0, 0], [1, 1], [3, 1]]
    assert PLANTED.members((AGE, STAY), codes).tolist() == [True, False, False, False]
    assert Subgroup(()).members((AGE, STAY), codes).all()


def test_members_follow_the_attribute_not_the_column() -> None:
    assert PLANTED.members((STAY, AGE), [[1, 0], [0, 1]]).tolist() == [True, False]


def test_an_attribute_the_patients_do_not_have_is_refused() -> None:
    with pytest.raises(Refusal, match="age: these patients have no such column"):
        PLANTED.members((STAY,), [[1]])


def test_the_same_name_with_other_values_is_not_the_same_attribute() -> None:
    other = Attribute("age", ("under 30", "30+"), KnownAt.INTAKE)
    with pytest.raises(Refusal, match="or one with other values"):
        PLANTED.members((other, STAY), [[0, 1]])


def test_only_the_later_facts_are_named_in_the_refusal() -> None:
    with pytest.raises(Refusal) as caught:
        require_intake(choose({AGE: ["18–25"], STOPPED: ["yes"]}))
    assert caught.value.subject == "stopped early"
    require_intake(PLANTED)


@pytest.mark.parametrize(("column", "name"), [([0, 4], "age"), ([0, -1], "age"), ([0, 0.5], "age")])
def test_a_patient_without_a_value_is_refused(column: list[float], name: str) -> None:
    with pytest.raises(Refusal, match=f"{name}: some patients have none of its 4 values"):
        check_codes((AGE,), np.array(column)[:, None])


def test_a_missing_value_is_refused() -> None:
    with pytest.raises(Refusal, match="age"):
        check_codes((AGE,), [[0.0], [np.nan]])


def test_columns_and_attributes_must_match() -> None:
    with pytest.raises(Refusal, match="1 are named"):
        check_codes((AGE,), [[0, 1]])


def test_all_values_or_none_make_no_part() -> None:
    with pytest.raises(AssertionError, match="some of the values"):
        Subgroup(((STAY, (0, 1)),))


def test_value_count_is_what_a_penalty_counts() -> None:
    assert choose({AGE: ["18–25", "65+"], STAY: ["yes"]}).value_count == 3

"""Expected beside seen on the page: all of it inside, and outside nothing of 1 to 10 people."""

import pytest

from fairterms.outcomes.comparison.calibration import Calibration, LeftOut, Tenth
from fairterms.outcomes.group_results.case_mix import CaseMix
from fairterms.outcomes.group_results.page.case_mix_section import case_mix_section
from fairterms.outcomes.small_cells.audience import NOT_SHOWN, Audience
from tests.outcomes.group_results.page.shown import rows, said, small_counts, tables

TENTHS = (
    Tenth(60, 25, 20.0, 0.30, 0.54),
    Tenth(60, 7, 24.0, 0.06, 0.22),  # 7 improved
    Tenth(60, 30, 33.0, 0.38, 0.62),
    Tenth(60, 36, 36.0, 0.47, 0.71),
    Tenth(60, 40, 42.0, 0.54, 0.77),
)
LEFT_OUT = (
    LeftOut("sex", "male", 120, 70, 58.0, 0.031),
    LeftOut("housing need", "yes", 40, 4, 12.0, 0.004),
    LeftOut("transport need", "yes", 50, 20, 25.0, 0.2),
)


def case_mix(*tenths: Tenth) -> CaseMix:
    patients = sum(one.patients for one in tenths)
    seen = sum(one.observed for one in tenths) / patients
    expected = sum(one.expected for one in tenths) / patients
    check = Calibration(tenths, seen, expected, 0.683, 0.2, 0.25, patients)
    return CaseMix(("first score", "age"), 1234, check, LEFT_OUT)


FOUND = case_mix(*TENTHS)


def seen(found: CaseMix, audience: Audience) -> list[tuple[str, ...]]:
    (table,) = tables(case_mix_section(found, (), audience))
    return rows(table)


def test_the_group_sees_every_tenth_and_every_fact_left_out() -> None:
    blocks = case_mix_section(FOUND, ("age", "diagnoses"), Audience.GROUP)
    (table,) = tables(blocks)
    assert rows(table)[1] == ("2", "60", "40.0 %", "11.7 %", "6.0 % to 22.0 %")
    assert len(rows(table)) == len(TENTHS)
    text = said(blocks)
    assert "below rests on first score, age, learned from 1,234 patients" in text
    assert "The contract adjusts for age, diagnoses." in text
    assert "in 68 % of pairs" in text
    assert "Expected 51.7 %, seen 46.0 %; 1 of 5 tenths lie outside" in text
    assert "Left out: sex male. These patients improved +10.0 points" in text
    assert "Left out: housing need. These patients improved −20.0 points" in text


def test_a_contract_that_adjusts_for_nothing_is_told_so() -> None:
    assert "The contract adjusts for nothing." in said(
        case_mix_section(FOUND, (), Audience.OUTSIDE)
    )


def test_outside_no_tenth_tells_of_few_people() -> None:
    blocks = case_mix_section(FOUND, (), Audience.OUTSIDE)
    (table,) = tables(blocks)
    assert small_counts(table, "Patients") == []
    second = rows(table)[1]
    assert second == ("2", NOT_SHOWN, "40.0 %", NOT_SHOWN, NOT_SHOWN)


def test_outside_a_hidden_tenth_is_not_what_the_others_leave_of_the_whole() -> None:
    hidden = [row for row in seen(FOUND, Audience.OUTSIDE) if row[3] == NOT_SHOWN]
    is_whole_shown = "seen 46.0 %" in said(case_mix_section(FOUND, (), Audience.OUTSIDE))
    assert len(hidden) >= 2 or not is_whole_shown


def test_outside_all_is_shown_where_nobody_is_few() -> None:
    many = case_mix(TENTHS[0], *TENTHS[2:])
    assert seen(many, Audience.OUTSIDE) == seen(many, Audience.GROUP)


@pytest.mark.parametrize(
    "few",
    [Tenth(9, 5, 4.0, 0.2, 0.8), Tenth(40, 35, 30.0, 0.7, 0.95), Tenth(40, 3, 8.0, 0.02, 0.2)],
)
def test_outside_a_whole_of_few_people_is_not_shown(few: Tenth) -> None:
    found = case_mix(few)
    assert [row[3] for row in seen(found, Audience.OUTSIDE)] == [NOT_SHOWN]
    assert f"seen {NOT_SHOWN};" in said(case_mix_section(found, (), Audience.OUTSIDE))
    assert NOT_SHOWN not in said(case_mix_section(found, (), Audience.GROUP))


def test_outside_a_fact_of_few_who_improved_is_not_named() -> None:
    text = said(case_mix_section(FOUND, (), Audience.OUTSIDE))
    assert "housing" not in text
    assert "Left out: sex male." in text
    assert "Left out: transport need." in text

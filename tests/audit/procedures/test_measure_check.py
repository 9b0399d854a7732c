"""What is known of a measure is read whole, or not at all."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from fairterms.audit.procedures import measure_check
from fairterms.audit.procedures.measure_check import MeasureCheck, cases_of
from fairterms.audit.procedures.rater_agreement import RaterTable
from fairterms.outcomes.contract_measures.evaluation import Line
from fairterms.reference.measure import MeasurementPeriod
from tests.audit.procedures.made_up import codes, read_one

TEXT = """
[[measure_check]]
measure = "response"
where = "C-2.2"
cases = "1,918 patients"
least_cases = "30 patients"
expected_scores = "2,140 scores"
missing_scores = "222 scores"
most_missing = "20 %"
"""
RATED = """
raters = { both_yes = 52, first_only = 0, second_only = 14, both_no = 54 }
least_agreement = "0.6 factor"
"""
READ = MeasureCheck("response", "C-2.2", 1918, 30, 2140, 222, Decimal("0.2"))


def test_it_is_read_with_and_without_raters() -> None:
    assert read_one(TEXT, "measure_check", measure_check.read) == (READ, ())
    rated = replace(READ, raters=RaterTable(52, 0, 14, 54), least_agreement=Decimal("0.6"))
    assert read_one(TEXT + RATED, "measure_check", measure_check.read) == (rated, ())


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (TEXT.replace("222", "2,222"), "too-many"),
        (TEXT.replace('"30 patients"', "30"), "not-a-quantity"),
        (TEXT + 'raters = "two"\nleast_agreement = "0.6 factor"', "not-a-table"),
        (TEXT + RATED.replace('least_agreement = "0.6 factor"', ""), "missing"),
        (TEXT + RATED.replace(", both_no = 54", ""), "missing"),
    ],
)
def test_half_of_it_is_not_used(text: str, code: str) -> None:
    found, problems = read_one(text, "measure_check", measure_check.read)
    assert (found, codes(problems)) == (None, [code])


def test_cases_of_evaluated_lines_are_added_up() -> None:
    period = MeasurementPeriod(date(2027, 1, 1), date(2027, 12, 31))
    line = Line(period, "", "", "", 90, 80, 5, 5, 40, 70, 0.57, 0)
    assert cases_of([line, replace(line, cases=12)]) == 82
    assert cases_of([]) == 0


def test_more_missing_than_expected_is_our_own_mistake() -> None:
    with pytest.raises(AssertionError):
        replace(READ, missing_scores=3000)

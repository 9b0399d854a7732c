"""The summary of exceptions: each course once, small counts hidden outside the group's room."""

import csv
import io

import pytest

from fairterms.outcomes.expected_response import exception_summary
from fairterms.outcomes.expected_response.back_test import BackTest
from fairterms.outcomes.expected_response.exception_report import (
    ExceptionReport,
    GroupCount,
)
from fairterms.outcomes.expected_response.expected_course import Origin
from fairterms.outcomes.expected_response.rule_terms import RuleTerms
from fairterms.outcomes.small_cells.audience import Audience
from tests.outcomes.expected_response.made_up_courses import FAILURE, FORM, HERE

TEST = BackTest(
    RuleTerms(FORM), FAILURE, Origin.CROSS_FITTED, HERE, 50, 30, 70, 200, 0, 0, None, (), ()
)
REPORT = ExceptionReport(
    "2027-03",
    (),
    (
        GroupCount("mild", n=200, judged=180, off_track=40, coded=3, scores=900, forms=950),
        GroupCount("severe", n=150, judged=120, off_track=60, coded=40, scores=700, forms=800),
    ),
    TEST,
)


def read(audience: Audience) -> list[list[str]]:
    written = exception_summary.render(REPORT, audience).removeprefix("\ufeff")
    return list(csv.reader(io.StringIO(written)))


def test_each_course_is_counted_once() -> None:
    assert exception_summary.tabulate(REPORT).counts.tolist() == [
        [20, 140, 3, 37],
        [30, 60, 40, 20],
    ]
    assert exception_summary.tabulate(REPORT).counts.sum() == 350


def test_the_group_sees_its_own_small_counts() -> None:
    assert read(Audience.GROUP)[1] == ["mild", "20", "140", "3", "37", "200"]
    assert read(Audience.GROUP)[3] == ["all", "50", "200", "43", "57", "350"]


def test_others_see_no_small_count_and_cannot_work_it_out() -> None:
    _, mild, severe, both = read(Audience.OUTSIDE)
    assert mild[3] == "1 to 10"
    assert [row[3] for row in (severe, both)] != ["40", "43"]
    assert mild.count("not shown") >= 1


@pytest.mark.parametrize("audience", list(Audience))
def test_sums_stand_in_the_last_row_and_column(audience: Audience) -> None:
    rows = read(audience)
    assert rows[0][-1] == rows[-1][0] == "all"
    assert len(rows) == 4
    assert {len(row) for row in rows} == {6}

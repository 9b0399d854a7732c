"""The four published example statements: every known defect is found, and the levels of the first.

The files are the guide's own examples (CC0). Nothing of them is copied here but codes and numbers.
"""

from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest

from fairterms.reconcile.arithmetic.examination import Examination, examine
from fairterms.reconcile.arithmetic.outcome import Discrepancy, Verdict
from fairterms.reconcile.netting.hypotheses import Netting, work_out
from fairterms.reconcile.statement.submission import Submission
from fairterms.reconcile.statement.vbpr import read_submission
from fairterms.reconcile.statement.vbpr_header import Header, read_header
from fairterms.reconcile.vbpr_export import missing

FOLDER = Path(__file__).resolve().parents[3] / "shared" / "data" / "vbpr"
pytestmark = pytest.mark.skipif(
    not FOLDER.is_dir(), reason="the published example statements are not beside the repository"
)
HEADERS = {101: 1, 102: 2, 103: 2, 104: 2}


def text(name: str) -> str:
    """Return a file of the folder."""
    return (FOLDER / name).read_text(encoding="utf-8")


def header(number: int) -> Header:
    """Return the contract header a statement refers to."""
    name = f"vbp-measure0{HEADERS[number]}.json"
    return read_header(text(name), name)


@cache
def submission(number: int) -> Submission:
    """Return a statement with its header and its quality reports."""
    name = f"vbp-measurereport{number}.json"
    return read_submission(text(name), name, header(number), text("quality-reports-bundle.json"))


@cache
def examination(number: int) -> Examination:
    """Return what the checks find in a statement."""
    return examine(submission(number))


@cache
def netting() -> Netting:
    """Return the levels of statement 101."""
    return work_out(submission(101))


def found(number: int, check: str, line: str) -> Discrepancy:
    """Return the only discrepancy of a check whose first line is this."""
    seen = [
        one
        for one in examination(number).discrepancies
        if one.check == check and one.lines[0] == line
    ]
    assert len(seen) == 1, [one.what for one in seen]
    return seen[0]


@pytest.mark.parametrize(("number", "lines"), [(101, 151), (102, 9), (103, 0), (104, 14)])
def test_every_number_is_read(number: int, lines: int) -> None:
    statement = submission(number).statement
    assert len(statement.lines) == lines
    assert statement.problems == ()


@pytest.mark.parametrize("number", HEADERS)
def test_the_examples_have_every_required_element(number: int) -> None:
    assert missing(text(f"vbp-measurereport{number}.json")) == ()


def test_the_header_tells_the_cohorts_apart_and_gives_the_weights() -> None:
    made = header(101)
    assert [(one.code, one.lan) for one in made.cohorts] == [("hmo", "3A"), ("ppo", "3B")]
    counting = [one.weight for one in made.components if one.counts]
    assert sum(weight for weight in counting if weight) == 18


@pytest.mark.parametrize(
    ("check", "line", "printed", "expected"),
    [
        ("variance", "ssq-group-10/hmo/Region 1", "$450.00", "-$450.00"),
        ("sums", "ssq-group-05/ppo", "$4,000.00", "$5,000.00"),
        ("sharing", "ssq-group-17", "-$400.00", "-$430.00"),
        ("weighted_averages", "ssq-group-02", "0.7", "1"),
        ("weighted_averages", "ssq-group-02/hmo", "0.8", "0.95"),
        ("weighted_averages", "ssq-group-02/ppo", "1.1", "1.225"),
        ("weighted_star", "ssq-group-starscore", "3.8 stars", "0.83 stars"),
        ("rates", "quality-measurereport02", "35.6 %", "34.62 %"),
        ("stars", "quality-measurereport02", "5 stars", "0 or 1 stars"),
        ("overwritten_totals", "ccf-group-01", "$500.00", "$1,500.00"),
        ("cent_splits", "ssq-group-15/hmo", "$3,966.67", "$3,966.66"),
        ("code_units", "ssq-group-07", "90 %", "dollars"),
        ("code_units", "ssq-group-13", "94.3 %", "dollars PMPM"),
    ],
)
def test_every_known_defect_of_the_first_statement_is_found(
    check: str, line: str, printed: str, expected: str
) -> None:
    seen = found(101, check, line)
    assert (seen.printed, seen.expected) == (printed, expected)


def test_the_contradictory_cost_has_two_repairs_and_only_the_plan_can_choose() -> None:
    seen = found(101, "sums", "ssq-group-05/ppo")
    assert [(one.line, str(one.to)) for one in seen.repairs] == [
        ("ssq-group-05/ppo", "$5,000.00"),
        ("ssq-group-05/ppo/Region 2", "$2,000.00"),
    ]
    assert seen.must_ask
    assert seen.note == "The PMPM lines agree with each printed number, so they do not decide it"


def test_the_turned_sign_is_borne_out_by_its_own_deficit() -> None:
    assert "-$360.00, fits -$450.00" in found(101, "variance", "ssq-group-10/hmo/Region 1").note


def test_the_stars_that_the_rates_earn_are_worked_out_too() -> None:
    assert found(101, "weighted_star", "ssq-group-starscore").note.endswith("20 ÷ 18 = 1.11")


def test_the_fee_elsewhere_is_five_dollars_pmpm_throughout() -> None:
    assert "$5.00 PMPM" in found(101, "overwritten_totals", "ccf-group-01").note


def test_the_correct_incentive_is_confirmed() -> None:
    words = [one.words for one in examination(101).agreements if one.words]
    assert words == ["Earned incentive, $11,900.00, is the count times the rate"]


def test_the_first_statement_is_not_flooded_with_consequences_of_one_slip() -> None:
    # One contradiction of the cost does not come back as a contradiction of the variance above it.
    by_check = {name: differing for name, _, differing in examination(101).compared if differing}
    assert by_check == {
        "cent_splits": 1,
        "code_units": 3,
        "overwritten_totals": 1,
        "periods": 2,
        "rates": 5,
        "sharing": 1,
        "stars": 2,
        "sums": 1,
        "variance": 1,
        "weighted_averages": 3,
        "weighted_star": 1,
    }


def test_the_shares_are_implied_by_the_lines_and_by_no_assumption() -> None:
    assert [(one.written, one.against) for one in netting().implied] == [
        ("85 %", ()),
        ("50 %", ()),
        ("80 %", ()),
    ]


def test_the_levels_give_the_published_table() -> None:
    assert [case.words for case in netting().cases] == [
        "as printed",
        "Medical pharmacy cost, ppo is $5,000.00",
        "Medical pharmacy cost, ppo, Region 2 is $2,000.00",
    ]
    assert {one.level.id: tuple(map(int, one.amounts)) for one in netting().hypotheses} == {
        "pooled": (-400, -1200, -400),
        "cohort": (-430, -1230, -430),
        "region": (-1365, -1365, -565),
        "region, hmo upside only": (-1005, -1005, -205),
    }


def test_pooling_reproduces_the_printed_payment_and_nothing_else_does() -> None:
    assert {one.level.id for one, _ in netting().reproducing} == {"pooled"}


def test_the_header_asks_for_cohorts_and_that_is_thirty_dollars_away() -> None:
    asked = netting().asked_hypothesis
    assert netting().asked in (asked.levels if asked else ())
    assert asked is not None
    assert asked.level.id == "cohort"
    difference = netting().difference
    assert difference is not None
    assert difference.amount == Decimal(-30)


@pytest.mark.parametrize(
    ("number", "check", "line"),
    [
        (102, "repeats", "financial-group-02"),
        (102, "denominators", "ubip-group-04"),
        (102, "missing_amounts", "ubip-group-01"),
        (103, "missing_amounts", "vbp-measurereport103.json"),
        (103, "periods", "vbp-measurereport103.json"),
        (104, "periods", "vbp-measurereport104.json"),
        (103, "repeats", "quality-measurereport22"),
        (103, "stars", "quality-measurereport22"),
        (103, "stars", "quality-measurereport24"),
        (104, "stars", "quality-measurereport31"),
        (101, "stars", "quality-measurereport09"),
        (101, "rates", "quality-measurereport04"),
    ],
)
def test_the_defects_of_the_other_statements_are_found(number: int, check: str, line: str) -> None:
    assert found(number, check, line).what


def test_eleven_codes_are_not_in_the_guide_s_list_and_one_has_two_meanings() -> None:
    seen = [one for one in examination(104).discrepancies if one.check == "unknown_codes"]
    assert len([one for one in seen if "is not in the guide" in one.what]) == 11
    assert [one.lines for one in seen if "is used for" in one.what] == [("group-08", "group-10")]


def test_the_grand_total_is_that_of_the_lines_before_it() -> None:
    words = [one.words for one in examination(104).agreements if one.words]
    assert words == ["Estimated YTD Grand Total is the sum of the 6 lines before it"]


def test_gaps_rounded_to_the_nearest_are_told() -> None:
    seen = [one for one in examination(104).discrepancies if one.check == "gaps"]
    assert [(one.lines[0][-2:], one.printed, one.expected) for one in seen] == [
        ("31", "0", "1 member"),
        ("31", "5", "6 members"),
        ("32", "4", "5 members"),
    ]


@pytest.mark.parametrize("number", HEADERS)
def test_fractions_beside_per_cent_are_told_for_all_reports(number: int) -> None:
    seen = [one for one in examination(number).discrepancies if "as a fraction" in one.what]
    assert [len(one.lines) for one in seen] == [len(submission(number).quality)]


def test_a_weighted_star_without_stars_cannot_be_told() -> None:
    assert found(102, "weighted_star", "ssq-group-starscore").verdict is Verdict.CANNOT_TELL


@pytest.mark.parametrize("number", [102, 103, 104])
def test_statements_without_parts_have_no_netting_level(number: int) -> None:
    assert "two parts or more" in work_out(submission(number)).unknown

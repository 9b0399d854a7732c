"""4,122 federal settlements of 2014-2022: what was paid, settled again from the terms."""

from collections import Counter
from decimal import Decimal

import pytest
from examples.mssp.federal_row import Row
from examples.mssp.settle_rows import FOLDER, main, settle_rows, table, unmatched

from tests.conformance.federal import FILE, needs, results

pytestmark = needs(FILE)


def count(check: str, kind: str = "") -> tuple[int, int]:
    """Return how many rows meet a check, of how many (of those paid, owing or neither)."""
    among = [result for result in results() if kind in {"", result.kind}]
    return sum(result.checks[check] for result in among), len(among)


def test_every_row_is_settled() -> None:
    assert len(results()) == 4_122
    assert all(result.checks for result in results())


def test_benchmark_minus_expenditure_is_met_within_a_dollar() -> None:
    assert count("B - E") == (4_122, 4_122)


def test_every_decision_on_the_minimum_rates_is_met() -> None:
    assert count("decision") == (4_122, 4_122)


@pytest.mark.parametrize(
    ("kind", "expected"),
    [("paid", (1_865, 1_865)), ("owed", (30, 32)), ("nothing", (2_221, 2_225))],
)
def test_what_was_earned_or_owed_is_met(kind: str, expected: tuple[int, int]) -> None:
    assert count("earned", kind) == expected


def test_whole_rows_are_met_year_by_year() -> None:
    met = Counter(result.row.year for result in results() if result.is_match)
    years = {2014: 333, 2015: 392, 2016: 432, 2017: 472, 2018: 548, 2019: 473}
    assert dict(met) == years | {2020: 513, 2021: 472, 2022: 481}
    assert sum(met.values()) == 4_116


def test_savings_paid_are_met_to_the_dollar_where_the_printed_digits_allow_it() -> None:
    near = Counter(
        result.row.year
        for result in results()
        if result.kind == "paid" and abs(result.amounts["earned"] - result.row.needed("earn")) <= 1
    )
    assert [near[year] for year in range(2014, 2023)] == [86, 24, 23, 24, 30, 37, 102, 274, 304]
    rounded = Counter(
        result.row.year
        for result in results()
        if result.kind == "paid" and result.amounts["payable"] == result.row.needed("earn")
    )
    assert [rounded[year] for year in (2014, 2021, 2022)] == [79, 233, 256]


SAINT_FRANCIS = "Saint Francis HealthCare Partners ACO Inc."

IMPLIED_LIMITS = {
    "Physicians Accountable Care of Utah": (2019, 2_074_713),
    "Commonwealth Primary Care ACO": (2021, 154_250),
    "Accountable Care Coalition of Northeast Georgia, LLC": (2021, 61_711),
    "Eminence Health Care": (2021, 266_996),
    "Allcare Options": (2022, 2_320_475),
}
"""The loss limits by revenue, which the file does not print but which its figures imply."""


def test_the_rows_not_met_are_the_six_that_these_columns_cannot_explain() -> None:
    missed = [result for result in results() if not result.is_match]
    assert len(missed) == 6
    for name, (year, limit) in IMPLIED_LIMITS.items():
        (found,) = [each for each in missed if each.row.name.startswith(name)]
        assert found.row.year == year
        assert found.reason.endswith(f"a limit of ${limit:,} would match")
    (francis,) = [each for each in missed if each.row.name == SAINT_FRANCIS]
    assert francis.reason.endswith("only $1,935 of $3,870 relief was used")


def test_with_the_loss_limits_as_input_only_one_row_remains() -> None:
    missed = [result.row for result in results() if not result.is_match]
    limits = {
        row.name: str(limit)
        for row in missed
        for name, (_, limit) in IMPLIED_LIMITS.items()
        if row.name.startswith(name)
    }
    assert len(limits) == 5
    again = settle_rows(
        Row({**row.cells, "loss_limit": limits.get(row.name, "")}) for row in missed
    )
    assert [result.row.name for result in again if not result.is_match] == [SAINT_FRANCIS]
    assert 4_116 + sum(result.is_match for result in again) == 4_121


def test_the_rate_by_size_is_the_printed_minimum() -> None:
    # Two-sided rows print an elected 0 to 2 %, or else the rate by size.
    two_sided = {"TRACK_1_PLUS", "TRACK_2", "TRACK_3", "BASIC_C", "BASIC_D", "BASIC_E", "ENHANCED"}
    off, by_size = [], 0
    for result in results():
        benchmark = result.row.needed("bench")
        ours, printed = result.amounts["minimum"] / benchmark, result.row.needed("msr")
        if result.row.track not in two_sided:
            off += [result.row.needed("n_ab")] if abs(ours - printed) > Decimal("0.0001") else []
        elif printed * 200 != round(printed * 200) or printed > Decimal("0.02"):
            by_size += 1
            assert abs(ours - printed) <= Decimal("0.0001")
    assert off == [152]
    assert by_size == 137


def test_a_row_says_how_its_cap_came_after_sequestration() -> None:
    (balance,) = [
        result
        for result in results()
        if result.row.year == 2016 and result.row.needed("earn") == 11_976_300
    ]
    assert balance.amounts["earned"] == Decimal("11976299.5")
    assert balance.amounts["payable"] == 11_976_300


def test_the_command_prints_the_counts_and_the_rows_not_met(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main([str(FILE)]) == 0
    printed = capsys.readouterr().out
    assert printed == f"{table(results())}\n\n{unmatched(results())}\n"
    assert " all  4,122  4,122     4,122  1,865 / 1,865      30 / 32  2,221 / 2,225" in printed
    assert "\n6 rows not matched\n" in printed


def test_the_readme_shows_what_the_command_prints() -> None:
    assert table(results()) in (FOLDER / "README.md").read_text(encoding="utf-8")

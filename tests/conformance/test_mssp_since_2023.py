"""Rules that began after the published rows, on made-up rows worked out by hand."""

from decimal import Decimal

import pytest
from examples.mssp.federal_row import Row
from examples.mssp.settle_rows import Result, main, read_row, settle_rows, tolerance

BASIC_A = {
    "aco_id": "A9999",
    "aco_name": "Made-up Organization",
    "py": "2024",
    "track": "BASIC_A",
    "two_sided": "False",
    "rev_exp_cat": "Low Revenue",
    "agree_start": "01/01/2024",
    "n_ab": "10000",
    "msr": "0.03",
    "bench": "100000000",
    "exp": "95000000",
    "bme": "5000000",
    "gen": "5000000",
    "disadj": "0",
    "qual": "0.8",
    "met_qps": "1",
    "fsr": "0.4",
    "fsr_halfwidth": "0.00005",
    "reduced_ss": "0",
    "guardrail": "0",
    "earn": "1960000",
}
ENHANCED = BASIC_A | {"track": "ENHANCED", "two_sided": "True", "msr": "0.01", "fsr": "0.75"}
BASIC_E = BASIC_A | {"track": "BASIC_E", "two_sided": "True", "msr": "0.005", "fsr": "0.5"}
LOSS = {"exp": "105000000", "bme": "-5000000", "gen": "-5000000"}
SMALL = {"exp": "98000000", "bme": "2000000", "gen": "0", "reduced_ss": "1"}

CASES = {
    # 5,000,000 × 40 % × 98 %
    "the standard is met, so the maximum is shared": (BASIC_A, {}),
    # × 0.8
    "under the alternative standard the maximum × the score": (
        BASIC_A,
        {"fsr": "0.32", "met_qps": "0", "earn": "1568000"},
    ),
    "the alternative standard, with a flag that says a standard was met": (
        BASIC_A,
        {"fsr": "0.32", "met_qps": "1", "earn": "1568000"},
    ),
    "the alternative standard, where the score is not printed": (
        BASIC_A,
        {"fsr": "0.32", "qual": "", "earn": "1568000"},
    ),
    "neither standard is met, so nothing is shared": (
        BASIC_A,
        {"fsr": "0", "met_qps": "0", "earn": "0"},
    ),
    "the rate is not printed, the flag is": (BASIC_A, {"fsr": ""}),
    "neither standard is met and the rate is not printed": (
        BASIC_A,
        {"fsr": "", "met_qps": "0", "earn": "0"},
    ),
    # 2,000,000 × 20 % × 98 %
    "savings below the minimum at half the rate": (BASIC_A, SMALL | {"earn": "392000"}),
    "the same, where the half rate is printed and the savings count as generated": (
        BASIC_A,
        SMALL | {"fsr": "0.2", "gen": "2000000", "earn": "392000"},
    ),
    "half the rate by its conditions, where no flag is printed": (
        BASIC_A,
        SMALL | {"reduced_ss": "", "earn": "392000"},
    ),
    "half the rate under the alternative standard": (
        BASIC_A,
        SMALL | {"fsr": "0.16", "met_qps": "0", "earn": "313600"},
    ),
    "half the rate under the alternative standard, the whole rate printed": (
        BASIC_A,
        SMALL | {"fsr": "0.32", "met_qps": "0", "earn": "313600"},
    ),
    "no half rate for an agreement begun before 2024": (
        BASIC_A,
        SMALL | {"reduced_ss": "", "agree_start": "7/1/2019 0:00", "earn": "0"},
    ),
    "no half rate with high revenue": (
        BASIC_A,
        SMALL | {"reduced_ss": "", "rev_exp_cat": "High Revenue", "earn": "0"},
    ),
    "no half rate below 5,000 people": (
        BASIC_A,
        SMALL | {"n_ab": "4999", "msr": "0.039", "earn": "0"},
    ),
    "no half rate in 2023": (BASIC_A, SMALL | {"py": "2023", "reduced_ss": "", "earn": "0"}),
    "the half rate is for savings below the minimum only": (BASIC_A, {"reduced_ss": "1"}),
    # 25 % at levels C to E: 400,000 × 25 % × 98 %
    "half the rate at level E": (
        BASIC_E,
        SMALL | {"exp": "99600000", "bme": "400000", "earn": "98000"},
    ),
    "the guardrail takes savings out": (BASIC_A, {"guardrail": "1", "gen": "0", "earn": "0"}),
    "the guardrail takes out savings at half the rate too": (
        BASIC_A,
        SMALL | {"guardrail": "1", "earn": "0"},
    ),
    "the guardrail leaves losses": (
        BASIC_E,
        LOSS | {"guardrail": "1", "earn": "-1500000"},
    ),
    # 5,000,000 × 75 % × 98 %
    "the highest track": (ENHANCED, {"earn": "3675000"}),
    # 1 - 0.75 × 0.8 = 0.4
    "a loss under the standard": (ENHANCED, LOSS | {"earn": "-2000000"}),
    # 1 - 0.75 × 0.6 = 0.55
    "a loss under the alternative standard": (
        ENHANCED,
        LOSS | {"qual": "0.6", "met_qps": "0", "fsr": "0.45", "earn": "-2750000"},
    ),
    "a loss with neither standard met": (
        ENHANCED,
        LOSS | {"met_qps": "0", "fsr": "0", "earn": "-3750000"},
    ),
    "a loss whose printed rate tells another score": (
        ENHANCED,
        LOSS | {"flr": "0.5125", "earn": "-2562500"},
    ),
    "a loss with no sharing rate printed": (ENHANCED, LOSS | {"fsr": "0", "earn": "-2000000"}),
    "a loss after disaster relief": (
        ENHANCED,
        LOSS | {"disadj": "-300000", "earn": "-1700000"},
    ),
    # by size: 3 % of 100,000,000 is more than 2,500,000
    "a two-sided minimum by size": (
        ENHANCED,
        {"msr": "0.03", "exp": "97500000", "bme": "2500000", "gen": "0", "earn": "0"},
    ),
    # 1.5 % of 100,000,000 is reached by exactly 1,500,000
    "a two-sided minimum as elected, just reached": (
        ENHANCED,
        {"msr": "0.015", "exp": "98500000", "bme": "1500000", "gen": "1500000", "earn": "1102500"},
    ),
    "a loss of a one-sided organization is for information only": (
        BASIC_A,
        LOSS | {"earn": "0"},
    ),
    # 8 % of 15,000,000
    "a loss limited by revenue, where the file gives it": (
        BASIC_E,
        LOSS | {"revenue": "15000000", "earn": "-1200000"},
    ),
    # 4 % of 100,000,000 against 30 % of 20,000,000
    "a loss limited by the benchmark": (
        BASIC_E,
        {"exp": "120000000", "bme": "-20000000", "gen": "-20000000", "earn": "-4000000"},
    ),
    "an advance is taken back from what is earned, which is printed before": (
        BASIC_A,
        {"aip_balance": "500000", "aip_recoup": "500000", "aip_owe": "0"},
    ),
    "an advance larger than what is earned carries": (
        BASIC_A,
        {"aip_balance": "2000000", "aip_recoup": "1960000", "aip_owe": "40000"},
    ),
    "numbers with signs and flags in words": (
        BASIC_A,
        {"bench": "$100,000,000", "met_qps": "Yes", "fsr": "40%", "agree_start": "2024-01-01"},
    ),
}


def settle(row: dict[str, str]) -> Result:
    """Settle one row."""
    (result,) = settle_rows([Row(row)])
    return result


@pytest.mark.parametrize(("base", "changes"), CASES.values(), ids=CASES.keys())
def test_a_row_since_2023_is_met(base: dict[str, str], changes: dict[str, str]) -> None:
    result = settle(base | changes)
    assert result.is_match, (result.reason, dict(result.amounts))
    earned = Decimal((base | changes)["earn"])
    assert abs(result.amounts["earned"] - earned) < Decimal("0.01")


@pytest.mark.parametrize(("base", "changes"), CASES.values(), ids=CASES.keys())
def test_two_dollars_more_are_not_met_unless_a_printed_rate_could_explain_them(
    base: dict[str, str], changes: dict[str, str]
) -> None:
    row = base | changes
    more = row | {"earn": str(Decimal(row["earn"]) + 2)}
    explained = tolerance(read_row(0, Row(more))) >= 2
    assert settle(more).is_match == explained
    uses_a_score = "alternative" in _name_of(changes) or Decimal(row["earn"]) < 0
    assert explained == uses_a_score


def _name_of(changes: dict[str, str]) -> str:
    """Return the sentence of a case."""
    return next(name for name, case in CASES.items() if case[1] is changes)


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("1/1/16", 2016),
        ("01/01/2020", 2020),
        ("1/1/2018 0:00", 2018),
        ("1/1/17 00:00", 2017),
        ("2024-07-01", 2024),
        ("", None),
    ],
)
def test_dates_are_read_however_they_are_written(text: str, year: int | None) -> None:
    assert Row({"agree_start": text}).agreement_start == year


def test_a_wrong_recoupment_is_not_met() -> None:
    row = BASIC_A | {"aip_balance": "500000", "aip_recoup": "499990", "aip_owe": "10"}
    assert settle(row).reason == "differs in: recouped, still owed"


UNREADABLE = {
    "a track without terms": ({"track": "TRACK_9"}, 'there are no terms for the track "TRACK_9"'),
    "a year outside the terms": (
        {"track": "TRACK_1"},
        "the terms of TRACK_1 run from 2014-01-01 to 2022-12-31",
    ),
    "no benchmark": ({"bench": ""}, "the column bench is empty or not a number"),
    "a suppressed number": ({"n_ab": "*"}, "the column n_ab is empty or not a number"),
    "no year": ({"py": ""}, "the column py is empty or not a number"),
    "no minimum for a two-sided row": (
        {"track": "ENHANCED", "msr": ""},
        "the column msr is empty, and a two-sided minimum may be elected",
    ),
    "no printed amount": ({"earn": ""}, "the column earn is empty"),
}


@pytest.mark.parametrize(("changes", "reason"), UNREADABLE.values(), ids=UNREADABLE.keys())
def test_a_row_that_cannot_be_settled_is_listed_with_the_reason(
    changes: dict[str, str], reason: str
) -> None:
    result = settle(BASIC_A | changes)
    assert not result.is_match
    assert result.reason == reason


def test_one_bad_row_does_not_stop_the_others() -> None:
    good, bad = Row(BASIC_A), Row(BASIC_A | {"bench": "0", "bme": ""})
    results = settle_rows([good, bad, good])
    assert [result.is_match for result in results] == [True, False, True]


def test_a_command_without_a_file_says_how_it_is_used(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 2
    assert capsys.readouterr().err == "usage: python examples/mssp/settle_rows.py FILE.csv\n"

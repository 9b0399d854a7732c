"""152 ACO REACH settlements of 2021-2022, settled again from the terms."""

from decimal import Decimal
from functools import cache

import pytest
from examples.mssp.federal_row import Row
from examples.mssp.settle_reach import (
    PRINTED,
    Result,
    main,
    settle_rows,
    table,
    terms_of,
    unmatched,
)
from examples.mssp.settle_rows import read_rows

from fairterms.payment.binding import problems
from tests.conformance.federal import REACH_FILE, needs

needs_file = needs(REACH_FILE)


@cache
def results() -> tuple[Result, ...]:
    """Return the published rows, settled."""
    return tuple(settle_rows(read_rows(REACH_FILE)))


@needs_file
@pytest.mark.parametrize(
    ("name", "near", "to_the_cent"),
    [
        ("gross", (53, 99), (53, 30)),
        ("corridor", (53, 99), (53, 35)),
        ("after sequestration", (53, 98), (53, 34)),
    ],
)
def test_the_published_amounts_are_met(
    name: str, near: tuple[int, int], to_the_cent: tuple[int, int]
) -> None:
    years = [[each for each in results() if each.year == year] for year in ("2021", "2022")]
    assert tuple(sum(each.is_near(name) for each in year) for year in years) == near
    assert tuple(sum(each.is_to_the_cent(name) for each in year) for year in years) == to_the_cent


@needs_file
def test_the_one_amount_not_met_is_known() -> None:
    missed = [(each, name) for each in results() for name in PRINTED if not each.is_near(name)]
    assert [(each.row.text("aco_id"), name) for each, name in missed] == [
        ("D0128", "after sequestration")
    ]
    assert missed[0][0].printed["after sequestration"] == 0
    assert round(missed[0][0].ours["corridor"]) == 362_122


@needs_file
def test_a_flat_rate_in_place_of_bands_would_move_many_rows() -> None:
    beyond = 0
    for each in results():
        first = "0.25" if each.row.text("risk_arrangement") == "Global" else "0.05"
        beyond += abs(each.ours["gross"]) > Decimal(first) * each.row.needed("final_benchmark")
    assert beyond == 22


@needs_file
def test_the_command_prints_the_counts(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(REACH_FILE)]) == 0
    assert capsys.readouterr().out == f"{table(results())}\n\n{unmatched(results())}\n"


def test_health_equity_amounts_change_the_base_of_the_bands() -> None:
    row = Row(
        {
            "aco_id": "D9999",
            "perf_year": "2023",
            "risk_arrangement": "Professional",
            "final_benchmark": "990000",
            "heba_up_amt": "15000",
            "heba_down_amt": "-5000",
            "tot_cost_care_net": "920000",
            "gross_savings": "80000",
            "shared_savings": "35500",
            "shared_savings_seq": "34790",
        }
    )
    (found,) = settle_rows([row])
    assert all(found.is_to_the_cent(name) for name in PRINTED)


def test_the_terms_have_no_problems() -> None:
    for option in ("Global", "Professional"):
        assert problems(terms_of(option)) == ()


def test_a_command_without_a_file_says_how_it_is_used(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 2
    assert capsys.readouterr().err == "usage: python examples/mssp/settle_reach.py FILE.csv\n"

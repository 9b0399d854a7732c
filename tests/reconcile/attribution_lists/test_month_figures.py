"""Which figures a changed list changes."""

from decimal import Decimal
from pathlib import Path

import pytest

from fairterms.contract.figure_set import FigureValue
from fairterms.contract.reader import read
from fairterms.reconcile.attribution_lists.month_figures import (
    MonthFigures,
    Months,
    month_figures,
)
from fairterms.units.quantity import Quantity
from fairterms.units.refusal import Refusal
from tests.reconcile.attribution_lists.made_up import (
    FEE,
    HEADER,
    SAVINGS,
    TERMS,
    YEAR,
    contract,
    figures,
)

ROOT = Path(__file__).parents[3]


def found(text: str = TERMS) -> MonthFigures:
    return month_figures(contract(text), YEAR)


def amounts(values: dict[str, FigureValue]) -> dict[str, Decimal]:
    return {name: one.amount for name, one in values.items() if isinstance(one, Quantity)}


def test_months_as_listed_as_corrected_and_the_corrections_are_told_apart() -> None:
    assert found() == MonthFigures(("member_months",), ("listed_months",), (), ("months_removed",))
    both = found(TERMS.replace("removals only", "additions and removals"))
    assert both.added_late == ("months_added",)


def test_a_fee_without_corrections_is_paid_on_the_months_as_they_end() -> None:
    text = HEADER + FEE.replace("retroactive", "# retroactive")
    assert found(text) == MonthFigures(("listed_months",), (), (), ())


def test_two_figures_of_months_are_not_taken_for_one() -> None:
    text = HEADER + SAVINGS + FEE.replace("retroactive", "# retroactive")
    with pytest.raises(Refusal, match="member_months and listed_months: both count member months"):
        found(text)


@pytest.mark.parametrize(
    ("months", "expected"),
    [
        (Months(added_late=3), {"member_months": 10_003}),
        (Months(dropped_late=3), {"member_months": 9_997, "months_removed": 3}),
        (Months(added=3), {"member_months": 10_003, "listed_months": 10_003}),
        (Months(dropped=3), {"member_months": 9_997, "listed_months": 9_997}),
        (Months(added_late=3, dropped_late=3), {"months_removed": 3}),
        (Months(), {}),
    ],
)
def test_each_sort_of_change_moves_its_own_figures(
    months: Months, expected: dict[str, int]
) -> None:
    assert amounts(found().changed(figures(), months)) == expected


def test_a_figure_that_is_not_given_is_not_made_up() -> None:
    assert (
        amounts(MonthFigures(("elsewhere",), (), (), ()).changed(figures(), Months(added=1))) == {}
    )


def test_months_by_stratum_are_refused() -> None:
    strata = (
        'rates = [{ stratum = "mild", rate = "$1.00 PMPM" }, '
        '{ stratum = "severe", rate = "$3.00 PMPM" }]'
    )
    fee = FEE.replace('rate = "$2.00 PMPM"', strata).replace("reads = ", "# ")
    fee = fee.replace('retroactive_changes = "removals only"', "")
    with pytest.raises(Refusal, match="counts the months of a part of the members"):
        found(HEADER + fee)


def test_one_figure_with_two_meanings_is_refused() -> None:
    with pytest.raises(Refusal, match="member_months: stands for months as listed, and savings"):
        found(HEADER + SAVINGS + FEE.replace("reads = ", "# "))


def test_a_fee_that_stands_alone_may_read_member_months() -> None:
    alone = found(HEADER + FEE.replace("reads = ", "# "))
    assert (alone.final, alone.listed) == ((), ("member_months",))


def test_the_examples_say_which_of_their_figures_count_months() -> None:
    def of(deal: str) -> MonthFigures:
        reading = read(ROOT / "examples" / deal / "terms.toml")
        assert reading.contract is not None
        return month_figures(reading.contract, YEAR)

    assert of("cedar") == MonthFigures(("member_months",), (), (), ())
    assert of("juniper") == MonthFigures(
        ("member_months",), ("listed_months",), ("months_added",), ("months_removed",)
    )
    with pytest.raises(Refusal, match="member_months and high_need_months: both count"):
        of("willow")

"""What a change moves in the settlement."""

from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from types import MappingProxyType

from fairterms.contract import deal as deals
from fairterms.contract.clause import Contract
from fairterms.contract.figure_set import FigureSet, read_toml
from fairterms.contract.reader import read as read_contract
from fairterms.contract.reader import read_text
from fairterms.monitor.amendments.change import Benefit, Change, TermChange
from fairterms.monitor.amendments.reader import read
from fairterms.monitor.amendments.term_effect import Effect, effects, priced
from fairterms.units.quantity import parse
from tests.monitor.amendments.made_up import change

JUNIPER = Path(__file__).parents[3] / "examples" / "juniper"
TERMS = """
[contract]
name = "A"
starts = 2027-01-01
ends = 2029-12-31
rounding = "to the cent, half up, once at the end"
[[clause]]
id = "savings"
model = "shared_savings"
benchmark = "$1,000.00"
minimum_savings_rate = "2 %"
sharing_rate = [
  { value = "50 %", from = 2027-01-01 },
  { value = "40 %", from = 2028-01-01 },
]
"""
FIGURES = read_toml('title = "Expected"\n[given]\ncost = "$900.00"\n', "expected.toml")
RATE = TermChange("savings", "sharing_rate", parse("50 %"), parse("45 %"))


def contract() -> Contract:
    found = read_text(TERMS).contract
    assert found is not None
    return found


def amounts(one: Effect) -> list[Decimal | None]:
    return [one.before, one.after, one.difference]


def moved(told: Change, figures: FigureSet = FIGURES) -> tuple[Effect, ...]:
    return effects(contract(), told, [figures])


def test_the_same_figures_are_settled_before_and_after() -> None:
    told = change(effective=date(2027, 1, 1), terms=(RATE,))
    first, *_ = moved(told)
    assert amounts(first) == [50, 45, -5]
    assert (first.year.first.year, first.scenario, first.is_whole_year) == (2027, "Expected", True)


def test_a_year_in_which_the_term_had_another_value_is_not_guessed() -> None:
    _, second, third = moved(change(effective=date(2027, 1, 1), terms=(RATE,)))
    assert (second.before, second.after, second.difference) == (None, None, None)
    assert second.why_not.startswith("savings.sharing_rate: has 40 % in 2028")
    assert third.why_not.startswith("savings.sharing_rate: has 40 % in 2029")


def test_years_before_the_change_are_left_alone() -> None:
    later = TermChange("savings", "sharing_rate", parse("40 %"), parse("45 %"))
    found = moved(change(effective=date(2028, 1, 1), terms=(later,)))
    assert [one.year.first.year for one in found] == [2028, 2029]
    assert [one.difference for one in found] == [5, 5]


def test_a_change_within_a_year_is_marked() -> None:
    told = change(effective=date(2027, 7, 1), terms=(RATE,))
    assert not moved(told)[0].is_whole_year


def test_terms_that_hold_the_new_value_already_give_the_same_effect() -> None:
    turned = TermChange("savings", "sharing_rate", parse("45 %"), parse("50 %"))
    first, *_ = moved(change(effective=date(2027, 1, 1), terms=(turned,)))
    assert amounts(first) == [45, 50, 5]


def benefit(**figures: str) -> Change:
    shares = {name: Decimal(share) for name, share in figures.items()}
    said = Benefit(None, None, MappingProxyType(shares), "a letter")
    return change(effective=date(2027, 1, 1), benefit=said)


def test_a_change_of_a_benefit_moves_its_figures_to_the_cent() -> None:
    first, second, _ = moved(benefit(cost="0.0333333"))
    # 900 × 1.0333333 = 929.99997, in cents 930.00; half of the 70 saved.
    assert amounts(first) == [50, 35, -15]
    assert second.difference == -12


def test_a_figure_nobody_measures_cannot_move() -> None:
    first, *_ = moved(benefit(visits="0.1"))
    assert first.why_not.startswith("visits: is not a figure of the scenario")


def test_a_change_that_moves_nothing_has_no_effect() -> None:
    assert moved(change()) == ()
    assert moved(change(benefit=Benefit(None, None))) == ()


def test_several_changes_are_priced_each_by_itself() -> None:
    told = [change(effective=date(2027, 1, 1), terms=(RATE,)), benefit(cost="0.01")]
    found = priced(contract(), told, [FIGURES])
    assert [one.difference for one in found if one.year.first.year == 2027] == [-5, Decimal("-4.5")]


@cache
def juniper() -> dict[tuple[str, int, str], Effect]:
    terms = read_contract(JUNIPER / "terms.toml").contract
    book = read(JUNIPER, terms)
    assert terms is not None
    assert book is not None
    found = priced(terms, book.changes, deals.read(JUNIPER).scenarios)
    return {(one.change.id, one.year.first.year, one.scenario): one for one in found}


def test_the_example_pays_its_bad_year_once_there_is_one_quality_minimum() -> None:
    found = juniper()
    name = "one_quality_minimum"
    gains = {key[2][:10]: one.difference for key, one in found.items() if key[:2] == (name, 2027)}
    bad = gains.pop("A bad year")
    assert bad is not None
    assert bad > 0
    assert set(gains.values()) == {0}
    years = {one.year.first.year for one in found.values() if one.why_not}
    assert years == {2028, 2029}


def test_a_higher_copayment_of_the_example_never_pays_the_group_more() -> None:
    found = juniper()
    moved = [
        one.difference
        for key, one in found.items()
        if key[:2] == ("higher_copayment", 2027) and one.difference is not None
    ]
    assert len(moved) == 4
    assert max(moved) <= 0
    assert min(moved) < 0

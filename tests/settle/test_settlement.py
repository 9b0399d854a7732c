"""A settlement tells the story of every number, exactly."""

from dataclasses import replace
from decimal import Decimal

import pytest

from fairterms.settle.settlement import settle
from fairterms.units.period import calendar_year
from fairterms.units.refusal import Refusal
from tests.payment.one_clause import contract
from tests.settle.deals import CLAUSES, figures, savings

THREE_YEARS = """
[contract]
name = "Three years"
starts = 2027-01-01
ends = 2029-12-31
rounding = "to the cent, half up, once at the end"
"""


def test_the_designs_example_settles_to_its_cent() -> None:
    settlement = settle(savings(), figures())
    assert settlement.line("savings.savings").written == "$98,880.00"
    assert settlement.payable == Decimal("48451.20")
    assert settlement.lines[-1].id == "payable"


def test_one_cent_more_of_cost_misses_the_minimum_and_pays_nothing() -> None:
    settlement = settle(savings(), figures("$4,845,120.01"))
    assert settlement.payable == 0
    missed = [bite for bite in settlement.bites if bite.id == "savings.minimum_savings_rate"]
    assert [bite.bit for bite in missed] == [True]


def test_a_line_says_what_it_was_worked_out_from_and_where_the_contract_says_so() -> None:
    line = settle(savings(), figures()).line("savings.share")
    assert ("sharing_rate", "50 %") in line.reads
    assert [cite.section for cite in line.cites] == ["Exhibit B, 2(c)"]
    benchmark = settle(savings(), figures()).line("savings.benchmark")
    assert ("member_months", "120,000 member-months") in benchmark.reads
    assert [cite.section for cite in benchmark.cites] == ["Exhibit B, 2"]


def test_what_did_not_bite_says_why() -> None:
    idle = {bite.id: bite.reason for bite in settle(savings(), figures()).bites if not bite.bit}
    assert idle["savings.savings_cap"] == "the share of savings does not exceed the cap"


def test_the_hash_is_equal_for_equal_settlements_and_differs_by_one_cent() -> None:
    one, same = settle(savings(), figures()), settle(savings(), figures())
    other = settle(savings(), figures("$4,845,119.99"))
    assert one.hash == same.hash != other.hash


def test_the_hash_ignores_titles_and_citations_but_not_terms() -> None:
    titled = contract(
        CLAUSES.replace('model = "shared_savings"', 'model = "shared_savings"\ntitle = "S"')
    )
    changed = contract(CLAUSES.replace('"50 %"', '"50.1 %"'))
    assert settle(titled, figures()).terms == settle(savings(), figures()).terms
    assert settle(changed, figures()).terms != settle(savings(), figures()).terms


def test_a_bare_name_means_the_one_step_of_that_name_else_the_clauses_result() -> None:
    settlement = settle(savings(), figures())
    assert settlement.line("savings").id == "savings.savings"
    assert settlement.line("sequestration").id == "sequestration.after_reduction"
    with pytest.raises(KeyError):
        settlement.line("nothing")


def test_a_missing_figure_is_refused_by_name() -> None:
    partial = replace(figures(), values={"cost": figures().values["cost"]})
    with pytest.raises(Refusal) as refused:
        settle(savings(), partial)
    assert (refused.value.subject, refused.value.what) == ("member_months", "missing")


def test_a_figure_in_the_wrong_unit_is_refused() -> None:
    with pytest.raises(Refusal, match="is given in members"):
        settle(savings(), figures(member_months="120,000 members"))


SHARES = """sharing_rate = [
  { value = "50 %", from = 2027-01-01 },
  { value = "40 %", from = 2028-01-01, agreed = 2027-11-01, amendment = "Amendment 1" },
]"""


def test_the_term_in_force_in_the_year_counts() -> None:
    changing = contract(CLAUSES.replace('sharing_rate = "50 %"', SHARES), THREE_YEARS)
    assert settle(changing, figures(), calendar_year(2027)).payable == Decimal("48451.20")
    assert settle(changing, figures(), calendar_year(2028)).payable == Decimal("38760.96")

"""A deal is prepared once, and what is missing is said at once."""

from dataclasses import replace
from pathlib import Path

import pytest

from fairterms.contract.figure_set import read_toml
from fairterms.decide.trial_run.prepared import prepare, prepare_deal
from fairterms.simulate.forecast.past import NOTHING_PAST
from fairterms.units.refusal import Refusal
from tests.decide.small_basis import small_folder
from tests.decide.trial_run.made_up import paid_on_a_measure
from tests.simulate.small_outlook import small_contract, small_deal, small_declared


def test_a_folder_is_prepared_for_its_first_year(tmp_path: Path) -> None:
    stages: list[str] = []
    found = prepare(small_folder(tmp_path), tell=stages.append)
    assert (found.period.first.year, found.deal.name) == (2027, "A small deal")
    assert (found.past, stages) == (NOTHING_PAST, ["Reading the records"])


def test_a_past_that_was_kept_is_taken_as_it_is(tmp_path: Path) -> None:
    kept = replace(NOTHING_PAST)
    assert prepare(small_folder(tmp_path), kept).past is kept


def test_a_later_year_can_be_asked_for() -> None:
    found = prepare_deal(small_deal(), small_contract(), small_declared(), year=2028)
    assert found.period.first.year == 2028


def test_a_year_outside_the_contract_is_refused() -> None:
    with pytest.raises(Refusal, match="the year 2031: is no performance year") as refused:
        prepare_deal(small_deal(), small_contract(), small_declared(), year=2031)
    assert refused.value.fix == "choose one of: 2027, 2028"


def test_a_folder_without_a_forecast_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refusal, match=r"forecast\.toml: is missing"):
        prepare(small_folder(tmp_path, None))


def test_the_first_problem_of_a_folder_is_named_with_its_line(tmp_path: Path) -> None:
    folder = small_folder(tmp_path)
    terms = folder / "terms.toml"
    terms.write_text(terms.read_text().replace('rate = "5 %"', 'rate = "5"'))
    with pytest.raises(Refusal, match=r"terms\.toml, line \d+: .*5"):
        prepare(folder)


def test_a_deal_without_an_expected_scenario_is_refused() -> None:
    deal = replace(small_deal(), scenarios=())
    with pytest.raises(Refusal, match="has no expected scenario"):
        prepare_deal(deal, small_contract(), small_declared())


def test_what_cannot_be_settled_is_refused_when_it_is_prepared() -> None:
    poor = read_toml('role = "expected"\n[given]\nvisits.90837 = "900 visits"\n', "e.toml")
    deal = replace(small_deal(), scenarios=(poor,))
    with pytest.raises(Refusal, match="the expected scenario gives no figure"):
        prepare_deal(deal, small_contract(), small_declared())


def test_terms_of_other_years_are_refused() -> None:
    other = replace(
        small_contract(),
        starts=small_contract().starts.replace(year=2029),
        ends=small_contract().ends.replace(year=2030),
    )
    with pytest.raises(Refusal, match="is no performance year of terms that run from 2029"):
        paid_on_a_measure().with_terms(other)

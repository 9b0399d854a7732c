"""A planted subgroup is found, confirmed among other patients and priced; chance alone is not."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import numpy as np
import pytest

from fairterms.outcomes.group_results import subgroup_search
from fairterms.outcomes.group_results.declaration import Declaration
from fairterms.outcomes.group_results.own_episodes import OwnEpisodes
from fairterms.outcomes.group_results.subgroup_search import (
    PricedRate,
    SubgroupSearch,
    search,
)
from fairterms.units.refusal import Refusal
from tests.outcomes.group_results.made_up_deal import REACHED, Patient, episodes, patient

DECLARED = Declaration(REACHED, (2024, 2025, 2026))


def pay(rate: float) -> Decimal:
    """A thousand dollars a percentage point."""
    return Decimal(str(round(rate, 9))) * 100_000


PRICED = PricedRate("response", 0.5, pay)


def people(harm: float, each: int = 120) -> list[Patient]:
    """Patients of three years; those with a housing need improve less often by ``harm``."""
    draws = np.random.default_rng(11)
    found = []
    for at in range(3 * each):
        has_need = at % 4 == 0
        improves = draws.random() < 0.65 - harm * has_need
        first = 11 + (7 * at) % 9
        found.append(
            patient(
                at,
                first,
                first - 8 if improves else first,
                starts=date(2024 + at // each, 2, 5),
                clinician=f"C{(at // 4) % 6}",
                sex="female" if at % 2 else "male",
                needs=(("housing", "yes" if has_need else "no", 0),),
            )
        )
    return found


@pytest.fixture(scope="module")
def table(tmp_path_factory: pytest.TempPathFactory) -> OwnEpisodes:
    return episodes(tmp_path_factory.mktemp("deal"), people(0.55))


@pytest.fixture(scope="module")
def found(table: OwnEpisodes) -> SubgroupSearch:
    return search(table, DECLARED, 4, PRICED)


@pytest.mark.slow
def test_the_planted_subgroup_is_found_and_confirmed(found: SubgroupSearch) -> None:
    names = [one.name for one in found.significance.more.found.subgroup.attributes]
    assert names == ["housing need"]
    assert "housing need" in str(found.significance.more.found.subgroup)
    assert found.is_surprising
    assert found.confirmation.is_confirmed
    assert (found.searched, found.confirmed_in) == ((2024, 2025), 2026)
    assert found.members == (30, 120)


@pytest.mark.slow
def test_the_gap_costs_money_and_the_category_lifts_it(found: SubgroupSearch) -> None:
    assert found.adjuster is not None
    assert found.adjuster.excess_patients > 0
    assert found.adjuster.rate_change > 0
    assert found.adjuster.dollars < 0
    assert float(found.adjuster.dollars) == pytest.approx(-1e5 * found.adjuster.rate_change)
    assert found.lifted is not None
    assert found.lifted.rate_with < found.lifted.rate_without
    assert found.lifted.pay_with >= found.lifted.pay_without
    assert found.priced_by == "response"


@pytest.mark.slow
def test_the_case_mix_lacks_what_the_subgroup_rests_on(found: SubgroupSearch) -> None:
    assert found.adjuster is not None
    assert found.adjuster.missing == ("housing need",)
    declared = replace(DECLARED, adjusts_for=("social needs", "first score"))
    share = found.adjuster.share
    again = subgroup_search._adjuster(found.significance, declared, share, PRICED)
    assert again is not None
    assert (again.in_case_mix, again.missing) == (("housing need",), ())


def test_a_band_is_in_the_case_mix_with_the_number_it_is_read_from() -> None:
    behind = {
        name: subgroup_search._fact_behind(name)
        for name in ("severity", "comorbidity", "food need", "age", "earlier episode", "sex")
    }
    assert behind == {
        "severity": "first score",
        "comorbidity": "diagnoses",
        "food need": "social needs",
        "age": "age",
        "earlier episode": "earlier episode",
        "sex": "sex",
    }


@pytest.mark.slow
def test_without_a_price_nothing_is_priced(table: OwnEpisodes) -> None:
    found = search(table, DECLARED, 4, None)
    assert (found.adjuster, found.lifted, found.priced_by) == (None, None, None)
    assert found.confirmation.is_confirmed


@pytest.mark.slow
def test_chance_alone_is_not_surprising(tmp_path: Path) -> None:
    found = search(episodes(tmp_path, people(0.0)), DECLARED, 0, PRICED)
    assert not found.is_surprising
    assert found.lifted is None


def test_one_year_is_refused(table: OwnEpisodes) -> None:
    with pytest.raises(Refusal, match="there is one year only"):
        search(table, replace(DECLARED, years=(2026,)), 0, None)


def test_years_without_patients_are_refused(table: OwnEpisodes) -> None:
    with pytest.raises(Refusal):
        search(table, replace(DECLARED, years=(2010, 2011, 2012)), 0, None)
    with pytest.raises(Refusal):
        search(table, replace(DECLARED, years=(2025, 2030)), 0, None)


def test_patients_who_are_all_alike_are_refused(tmp_path: Path) -> None:
    alike = [patient(at, 15, 5, starts=date(2025 + at % 2, 2, 5)) for at in range(8)]
    with pytest.raises(Refusal, match="no fact known at intake differs"):
        search(episodes(tmp_path, alike), DECLARED, 0, None)

"""Clinicians stand in one funnel; an adjusted rate only where a model could be fitted."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from fairterms.outcomes.comparison.funnel import Label
from fairterms.outcomes.group_results.clinicians import ClinicianComparison, compare
from fairterms.outcomes.group_results.declaration import FACTS
from fairterms.outcomes.group_results.own_episodes import UNKNOWN, OwnEpisodes
from fairterms.units.refusal import Refusal
from tests.outcomes.group_results.made_up_deal import Patient, episodes, patient

BELOW, ABOVE = Label.FAR_BELOW, Label.FAR_ABOVE


def of_clinician(name: str, improved: int, n: int, start: int) -> list[Patient]:
    """Patients of one clinician who differ in what is known at intake."""
    found = []
    for at in range(n):
        first = 11 + (7 * at) % 16
        last = first - 8 if at < improved else first
        born = f"{1950 + (11 * at) % 50}-01-01"
        found.append(patient(start + at, first, last, clinician=name, born=born))
    return found


@pytest.fixture(scope="module")
def table(tmp_path_factory: pytest.TempPathFactory) -> OwnEpisodes:
    people: list[Patient] = []
    for at in range(10):
        people += of_clinician(f"C{at}", 18 + at % 5, 40, 100 * at)
    people += of_clinician("low", 2, 40, 1000)
    people += of_clinician("high", 39, 40, 1100)
    people += of_clinician("", 1, 5, 1200)
    return episodes(tmp_path_factory.mktemp("deal"), people)


@pytest.fixture(scope="module")
def found(table: OwnEpisodes) -> ClinicianComparison:
    return compare(table, table.year >= 2025)


def test_each_clinician_is_counted_as_the_records_have_it(found: ClinicianComparison) -> None:
    counts = {one.name: (one.improved, one.n) for one in found.results}
    assert counts["C3"] == (21, 40)
    assert counts["low"] == (2, 40)
    assert UNKNOWN not in counts
    assert found.left_out == 5


def test_the_funnel_tells_the_far_ones_from_the_rest(found: ClinicianComparison) -> None:
    labels = {one.name: one.placement.label for one in found.results}
    assert labels["low"] in {Label.BELOW, BELOW}
    assert labels["high"] in {Label.ABOVE, ABOVE}
    assert {labels[f"C{at}"] for at in range(10)} == {Label.INSIDE}


def test_an_adjusted_rate_is_drawn_towards_the_average(found: ClinicianComparison) -> None:
    assert found.why_no_model == ""
    by_name = {one.name: one for one in found.results}
    low, high = by_name["low"], by_name["high"]
    assert low.adjusted_rate is not None
    assert high.adjusted_rate is not None
    assert 2 / 40 < low.adjusted_rate < 0.3
    assert 0.7 < high.adjusted_rate < 39 / 40
    assert (low.bottom_chance or 0) > 0.95
    assert (high.bottom_chance or 0) < 0.05
    assert 0 < (low.reliability or 0) < 1


def test_only_facts_that_differ_are_said_to_be_adjusted_for(found: ClinicianComparison) -> None:
    assert found.facts == ("first score", "age")


def test_a_fact_that_is_missing_leaves_the_patient_out_of_the_model_only(
    table: OwnEpisodes,
) -> None:
    age = table.numbers["age"].copy()
    age[table.clinician == "C1"] = np.nan
    lacking = replace(table, numbers={**table.numbers, "age": age})
    found = compare(lacking, lacking.year >= 2025)
    one = next(one for one in found.results if one.name == "C1")
    assert one.n == 40
    assert (one.adjusted_rate, one.bottom_chance, one.reliability) == (None, None, None)
    assert found.left_out == 45


def test_without_a_model_it_is_said_why(tmp_path: Path) -> None:
    people = [*of_clinician("A", 20, 20, 0), *of_clinician("B", 20, 20, 100)]
    table = episodes(tmp_path, people)
    found = compare(table, table.is_judged)
    assert found.model is None
    assert found.why_no_model
    assert [one.adjusted_rate for one in found.results] == [None, None]
    assert [(one.name, one.improved) for one in found.results] == [("A", 20), ("B", 20)]


def test_one_clinician_is_no_comparison(tmp_path: Path) -> None:
    table = episodes(tmp_path, of_clinician("A", 3, 6, 0))
    with pytest.raises(Refusal, match="1 with a judged episode"):
        compare(table, table.is_judged)


def test_only_the_episodes_shown_count(table: OwnEpisodes) -> None:
    with pytest.raises(Refusal, match="0 with a judged episode"):
        compare(table, table.of_year(2020))
    assert set(FACTS) <= set(table.numbers)


def test_a_rare_fact_whose_patients_all_fared_alike_is_left_out_and_the_model_stays(
    table: OwnEpisodes, found: ClinicianComparison
) -> None:
    rare = np.zeros_like(table.numbers["age"])
    rare[np.flatnonzero(table.is_judged & table.is_improved)[[3, 90, 170]]] = 1
    with_rare = replace(table, numbers={**table.numbers, "social needs": rare})
    kept = compare(with_rare, with_rare.year >= 2025)
    assert kept.facts == found.facts == ("first score", "age")
    assert kept.why_no_model == ""
    assert [one.adjusted_rate for one in kept.results] == [
        pytest.approx(one.adjusted_rate) for one in found.results
    ]
    assert kept.left_out == found.left_out, "no patient is left out for it"


def test_a_rare_fact_whose_patients_fared_differently_stays(table: OwnEpisodes) -> None:
    rare = np.zeros_like(table.numbers["age"])
    rare[np.flatnonzero(table.is_judged & table.is_improved)[[3, 90, 170]]] = 1
    rare[np.flatnonzero(table.is_judged & ~table.is_improved)[[3, 90, 170]]] = 1
    with_rare = replace(table, numbers={**table.numbers, "social needs": rare})
    assert compare(with_rare, with_rare.year >= 2025).facts == (
        "first score",
        "age",
        "social needs",
    )

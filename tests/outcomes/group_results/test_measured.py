"""The contract's measures by year, from patients whose results are known."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from fairterms.outcomes.group_results.assessment import MeasureYear
from fairterms.outcomes.group_results.declaration import Measured
from fairterms.outcomes.group_results.feeds import Loaded, loaded
from fairterms.outcomes.group_results.measured import measure_all, value_sets
from tests.outcomes.group_results.made_up_deal import Patient, csv, patient, records_of, write

IN_2026 = date(2026, 2, 2)
PEOPLE = [
    *(patient(number, 16, 8) for number in range(3)),  # halved
    *(patient(number, 16, 9) for number in range(3, 5)),  # not halved
    *(patient(number, 16, None) for number in range(5, 9)),  # not asked again
    patient(9, 9, 2),  # not ill enough
    *(patient(number, 20, 10, starts=IN_2026) for number in range(10, 13)),
    patient(13, 20, 11, starts=IN_2026),
    patient(14, 20, 0, starts=date(2026, 8, 3)),  # time not over
]
RESPONSE = Measured(
    "response",
    "remission_or_response",
    {
        "instrument": "phq9",
        "same_day": "worse",
        "index_score": "first at the cut in the period",
        "index_cut": 10,
        "clear_days": 180,
        "from_day": 120,
        "until_day": 240,
        "later_score": "last",
        "missing": "failure",
        "counts_as": "response",
        "response_share": 0.5,
        "remission_cut": 5,
        "zero_point": 0,
        "observed_until": "2026-12-31",
    },
)
NO_SHOW = Measured("kept", "no_show", {})


@pytest.fixture(scope="module")
def records(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Loaded]:
    with records_of(tmp_path_factory.mktemp("deal"), PEOPLE) as found:
        yield found


def test_a_measure_counts_reached_all_and_followed_by_year(records: Loaded, tmp_path: Path) -> None:
    said: list[str] = []
    (found,), left_out = measure_all(records, tmp_path, [RESPONSE], [2025, 2026], said.append)
    assert left_out == ()
    assert found.years == (MeasureYear(2025, 3, 9, 5), MeasureYear(2026, 3, 4, 4))
    assert found.values == (3 / 9, 3 / 4)
    assert found.excused == 0
    assert said == ["Working out response"]


def test_a_year_without_cases_is_there_with_none(records: Loaded, tmp_path: Path) -> None:
    (found,), _ = measure_all(records, tmp_path, [RESPONSE], [2023, 2025])
    assert found.years[0] == MeasureYear(2023, 0, 0, 0)
    assert found.values[0] is None


def test_options_change_who_counts(records: Loaded, tmp_path: Path) -> None:
    options = {**RESPONSE.options, "missing": "left out", "index_cut": 5}
    (found,), _ = measure_all(records, tmp_path, [Measured("r", RESPONSE.by, options)], [2025])
    assert found.years[0] == MeasureYear(2025, 4, 6, 6)
    assert found.excused == 4


def test_the_dead_are_excused_and_not_among_those_asked_again(tmp_path: Path) -> None:
    people = [patient(0, 16, 8), patient(1, 16, None), patient(2, 16, None)]
    write(tmp_path, people)
    rows = [("P000", "1980-01-01", "2025-09-01"), ("P001", "1980-01-01", "")]
    text = csv("person_id,birth_date,death_date", [*rows, ("P002", "1980-01-01", "")])
    (tmp_path / "records" / "patients.csv").write_text(text)
    with loaded(tmp_path, date(2026, 12, 31)) as found:
        (one,), _ = measure_all(found, tmp_path, [RESPONSE], [2025])
    assert one.years == (MeasureYear(2025, 0, 2, 0),)
    assert one.excused == 1


def test_what_cannot_be_worked_out_says_why(records: Loaded, tmp_path: Path) -> None:
    found, (missing,) = measure_all(records, tmp_path, [NO_SHOW], [2025])
    assert found == ()
    assert missing.measure == "kept"
    assert "cannot be worked out without visits" in missing.why
    assert not missing.why.endswith(".")


def test_one_measure_that_fails_leaves_the_others(records: Loaded, tmp_path: Path) -> None:
    found, left_out = measure_all(records, tmp_path, [NO_SHOW, RESPONSE], [2025])
    assert [one.declared.measure for one in found] == ["response"]
    assert [one.measure for one in left_out] == ["kept"]


COMPLETION: dict[str, str | float] = {
    "instrument": "phq9",
    "same_day": "worse",
    "gap_days": 120,
    "first_within_days": 14,
    "from_day": 14,
    "until_day": 240,
    "observed_until": "2026-12-31",
}


def visits(folder: Path, people: list[Patient]) -> None:
    rows = [(f"V{one.id}", one.id, one.starts, "finished", "90837", "cpt") for one in people]
    folder.joinpath("records").mkdir()
    text = csv("visit_id,person_id,starts,status,service_code,code_system", rows)
    folder.joinpath("records", "visits.csv").write_text(text)


def test_of_two_parts_only_the_one_named_counts(tmp_path: Path) -> None:
    people = [patient(1, 12, 6), patient(2, 12, None), Patient("P003", ((90, 12),))]
    visits(tmp_path, people)
    with records_of(tmp_path, people) as found:
        counts = []
        for part in ("first score", "first and later score"):
            declared = Measured("c", "completion_of_measurement", COMPLETION, part=part)
            (one,), left_out = measure_all(found, tmp_path, [declared], [2025])
            assert left_out == ()
            counts.append((one.years[0].reached, one.years[0].n, one.years[0].followed))
    assert counts == [(2, 3, 2), (1, 3, 2)]


def test_code_lists_are_read_from_the_records_folder(tmp_path: Path) -> None:
    assert "Depression" not in value_sets(tmp_path)
    (tmp_path / "records").mkdir()
    text = "value_set,name,system,code\n1.2.3,Depression,ICD10CM,F32.0\n"
    (tmp_path / "records" / "value-sets.csv").write_text(text)
    assert "Depression" in value_sets(tmp_path)

"""`records` tests each file before anything is worked out, and shows no value of a row."""

from pathlib import Path

import pytest

from fairterms.records import column_map
from tests.cli.conftest import CEDAR, Run
from tests.cli.made_up_records import PEOPLE, copy_cedar
from tests.outcomes.group_results.made_up_deal import OUTCOMES, Patient

ODD = [
    Patient("ZEBRA77", ((0, 4321), (1, 4321)), clinician="OKAPI"),
    Patient("QUAGGA", ((0, 12),), born="2091-01-01"),
]


@pytest.fixture
def small(tmp_path: Path) -> Path:
    return copy_cedar(tmp_path / "small", OUTCOMES, [*PEOPLE, *ODD])


def test_each_file_is_counted_and_what_was_set_aside_is_told(fairterms: Run, small: Path) -> None:
    ran = fairterms("records", small)
    assert ran.code == 1
    assert "patients.csv: 45 rows count, 1 set aside" in ran.out
    assert "assessments.csv: 79 rows count, 2 set aside" in ran.out
    assert "(set aside)" in ran.out
    assert "what to do: " in ran.out
    assert "No data, no risk: this cannot be worked out from these records." in ran.out
    assert "member months: " in ran.out
    assert ran.out.index("patients.csv") < ran.out.index("assessments.csv")


def test_no_value_of_a_row_is_printed(fairterms: Run, small: Path) -> None:
    ran = fairterms("records", small, "--columns")
    for value in ("ZEBRA77", "OKAPI", "QUAGGA", "4321", "4,321", "2091", "P001"):
        assert value not in ran.out + ran.err, value


def test_the_proposed_maps_are_shown_and_saved_once(fairterms: Run, small: Path) -> None:
    shown = fairterms("records", small, "--columns")
    assert "[column.assessed_on]" in shown.out
    assert not list((small / "records").glob("*.columns.toml"))
    saved = fairterms("records", small, "--save")
    path = small / "records" / "assessments.columns.toml"
    assert f"saved {path}" in saved.out
    assert column_map.read(path).columns["score"].columns == ("score",)
    before = path.read_text()
    again = fairterms("records", small, "--save")
    assert "saved" not in again.out
    assert path.read_text() == before


def test_a_second_file_of_a_table_does_not_overwrite_the_first_map(
    fairterms: Run, small: Path
) -> None:
    text = "assessment_id,person_id,questionnaire,survey_date,total\nB1,P001,PHQ-9,2025-12-01,9\n"
    (small / "records" / "assessments.extra.csv").write_text(text)
    saved = fairterms("records", small, "--save")
    assert "not loaded" not in saved.out
    path = small / "records" / "assessments.columns.toml"
    assert saved.out.count(f"saved {path}") == 1


def test_a_file_that_cannot_be_read_is_told_and_the_rest_goes_on(
    fairterms: Run, small: Path
) -> None:
    (small / "records" / "visits.csv").write_text("")
    ran = fairterms("records", small)
    assert ran.code == 1
    assert "visits.csv: not loaded" in ran.out
    assert "the file has no rows" in ran.err
    assert "assessments.csv: 79 rows count" in ran.out


def test_without_records_it_says_what_to_add(fairterms: Run, small: Path) -> None:
    for path in (small / "records").iterdir():
        path.unlink()
    ran = fairterms("records", small)
    assert ran.code == 1
    assert "there is no file named after a table [no-records]" in ran.err
    assert "add files such as assessments.csv" in ran.err


def test_without_the_file_the_last_day_is_not_guessed(fairterms: Run, small: Path) -> None:
    (small / "outcomes.toml").unlink()
    ran = fairterms("records", small)
    assert ran.code == 1
    assert "there is no outcomes.toml in the deal folder" in ran.err


@pytest.mark.slow
def test_the_sample_records_can_be_read(fairterms: Run) -> None:
    ran = fairterms("records", CEDAR)
    assert "not loaded" not in ran.out
    assert "assessments.parquet: " in ran.out

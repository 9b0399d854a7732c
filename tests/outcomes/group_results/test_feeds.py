"""The records folder: one file a table, saved maps before proposals, nothing left behind."""

from pathlib import Path

import pytest

from fairterms.outcomes.group_results.feeds import MAP_SUFFIX, files, loaded
from fairterms.records import column_map
from fairterms.records.need import need
from tests.outcomes.group_results.made_up_deal import REACHED, Patient, csv, patient, write

PEOPLE = [patient(1, 15, 5), patient(2, 20, 19)]


def test_files_named_after_a_table_are_listed_patients_first(tmp_path: Path) -> None:
    records = write(tmp_path, PEOPLE).joinpath("records")
    for name in ("assessments.2024.csv", "notes.csv", "assessments.doc", "value-sets.csv"):
        (records / name).write_text("a\n1\n")
    (records / "clinicians.csv").write_text("clinician_id\nC1\n")
    assert [(path.name, table) for path, table in files(tmp_path)] == [
        ("patients.csv", "patients"),
        ("clinicians.csv", "clinicians"),
        ("assessments.2024.csv", "assessments"),
        ("assessments.csv", "assessments"),
    ]


def test_a_deal_without_a_records_folder_has_no_files(tmp_path: Path) -> None:
    assert files(tmp_path) == ()
    with loaded(tmp_path, REACHED) as found:
        assert found.reports == ()
        assert found.tables == frozenset()


def test_rows_count_and_the_database_is_gone_afterwards(tmp_path: Path) -> None:
    said: list[str] = []
    with loaded(write(tmp_path, PEOPLE), REACHED, tell=said.append) as found:
        (place,) = found.store.connection.execute(
            "SELECT path FROM duckdb_databases() WHERE path IS NOT NULL"
        ).fetchone() or ("",)
        assert Path(place).is_file()
        assert found.tables == {"patients", "assessments"}
        assert {"patients.sex", "assessments.score"} <= found.filled
        assert "patients.race" not in found.filled
        assert found.refused == ()
    assert not Path(place).exists()
    assert not Path(place).parent.exists()
    assert said == ["Loading patients.csv", "Loading assessments.csv"]
    assert not list(tmp_path.rglob("*.duckdb*"))


def test_the_database_is_gone_after_a_mistake_too(tmp_path: Path) -> None:
    places: list[Path] = []

    def fail() -> None:
        with loaded(write(tmp_path, PEOPLE), REACHED) as found:
            row = found.store.connection.execute(
                "SELECT path FROM duckdb_databases() WHERE path IS NOT NULL"
            ).fetchone()
            places.append(Path(row[0] if row else ""))
            raise ValueError

    with pytest.raises(ValueError):  # noqa: PT011
        fail()
    assert places
    assert not places[0].exists()


def test_a_saved_column_map_is_used_unchanged(tmp_path: Path) -> None:
    records = write(tmp_path, PEOPLE) / "records"
    (records / "patients.csv").write_text("person_id,birth_date,sex,kind\nP001,1980-01-01,,male\n")
    with loaded(tmp_path, REACHED) as found:
        proposed = found.feeds[0]
        assert not proposed.is_saved
        assert proposed.columns.columns["sex"].columns == ("sex",)
    text = column_map.write(proposed.columns).replace('from = "sex"', 'from = "kind"')
    (records / f"patients{MAP_SUFFIX}").write_text(text)
    with loaded(tmp_path, REACHED) as found:
        assert found.feeds[0].is_saved
        row = found.store.connection.execute("SELECT sex FROM patients").fetchone()
    assert row == ("male",)


def test_a_file_that_cannot_be_read_is_named_and_the_others_count(tmp_path: Path) -> None:
    records = write(tmp_path, PEOPLE) / "records"
    (records / "patients.csv").write_text("")
    with loaded(tmp_path, REACHED) as found:
        ((name, refusal),) = found.refused
        assert name == "patients.csv"
        assert refusal.what == "the file has no rows"
        assert [feed.table for feed in found.feeds] == ["assessments"]
        assert found.tables == {"assessments"}


def test_rows_that_cannot_be_right_are_set_aside_and_counted(tmp_path: Path) -> None:
    odd = Patient("P003", ((0, 40),))
    with loaded(write(tmp_path, [*PEOPLE, odd]), REACHED) as found:
        scores = found.reports[1]
        assert (scores.load.rows_loaded, scores.load.rows_set_aside) == (4, 1)
        answer = next(one for one in scores.found if one.rule.sets_aside)
        assert answer.seen[0].rows == (6,)  # the heading is row 1


def test_a_row_after_the_last_day_is_set_aside(tmp_path: Path) -> None:
    write(tmp_path, PEOPLE)
    header = "assessment_id,person_id,instrument,assessed_on,score"
    rows = [("A1", "P001", "PHQ-9", "2026-12-31", 9), ("A2", "P001", "PHQ-9", "2027-01-01", 9)]
    (tmp_path / "records" / "assessments.csv").write_text(csv(header, rows))
    with loaded(tmp_path, REACHED) as found:
        assert found.reports[1].load.rows_set_aside == 1


def test_what_the_terms_need_and_the_records_lack_is_told(tmp_path: Path) -> None:
    with loaded(write(tmp_path, PEOPLE), REACHED, [need("visits", "visits")]) as found:
        gaps = {gap.term for report in found.reports for gap in report.gaps}
    assert gaps == {"visits"}

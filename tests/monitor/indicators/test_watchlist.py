"""A deal folder is read as a whole, and every problem of both files is told."""

from pathlib import Path

from fairterms.monitor.indicators.watchlist import Watchlist, read

TOML = """
[[indicator]]
take = "first_appointment"
amber = "75 %"
red = "72 %"
owner = "intake lead"
objective = "prompt_care"
starts = "2026-01"

[[exception]]
id = "march"
indicator = "first_appointment"
opened = 2027-04-11
due = 2027-04-25
owner = "intake lead"

[[loss]]
day = 2027-08-31
what = "fees taken back"
objective = "prompt_care"
"""
CSV = "indicator,period,value,n,received\nfirst_appointment,2026-01,75 %,120,2026-02-12\n"


def write(folder: Path, toml: str | None = TOML, csv: str | None = CSV) -> Watchlist:
    if toml is not None:
        (folder / "indicators.toml").write_text(toml, encoding="utf-8")
    if csv is not None:
        (folder / "year").mkdir()
        (folder / "year" / "indicators.csv").write_text(csv, encoding="utf-8")
    return read(folder)


def test_both_files_are_read(tmp_path: Path) -> None:
    found = write(tmp_path)
    assert found.problems == ()
    assert [one.id for one in found.indicators] == ["first_appointment"]
    assert [one.indicator for one in found.samples] == ["first_appointment"]
    assert [one.id for one in found.exceptions] == ["march"]
    assert [one.what for one in found.losses] == ["fees taken back"]


def test_without_the_file_nothing_is_watched_and_nothing_is_wrong(tmp_path: Path) -> None:
    assert write(tmp_path, toml=None) == Watchlist()


def test_without_values_the_indicators_are_there_all_the_same(tmp_path: Path) -> None:
    found = write(tmp_path, csv=None)
    assert found.problems == ()
    assert (len(found.indicators), found.samples) == (1, ())


def test_problems_of_both_files_are_told_together(tmp_path: Path) -> None:
    toml = TOML.replace('"75 %"', '"75"') + "\n[[sing]]\nid = 1\n"
    found = write(tmp_path, toml, CSV + "nobody,2026-01,75 %,120,2026-02-12\n")
    told = [(one.file, one.code) for one in found.problems]
    assert told == [
        ("indicators.toml", "not-a-quantity"),
        ("indicators.toml", "unknown-section"),
        ("year/indicators.csv", "unknown-indicator"),
    ]


def test_an_exception_may_name_an_indicator_that_has_a_mistake(tmp_path: Path) -> None:
    toml = TOML.replace("take =", 'id = "first_appointment"\ntake =').replace('"75 %"', '"75"')
    assert [one.code for one in write(tmp_path, toml).problems] == ["not-a-quantity"]


def test_a_file_that_is_not_toml_is_one_problem(tmp_path: Path) -> None:
    assert [one.code for one in write(tmp_path, "[[indicator]").problems] == ["not-toml"]


def test_values_that_are_no_text_are_one_problem(tmp_path: Path) -> None:
    (tmp_path / "indicators.toml").write_text(TOML, encoding="utf-8")
    (tmp_path / "year").mkdir()
    (tmp_path / "year" / "indicators.csv").write_bytes(b"\xff\xfe\x00")
    assert [one.code for one in read(tmp_path).problems] == ["not-text"]

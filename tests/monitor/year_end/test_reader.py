"""The folder of a year is read whole, and every mistake in it is told."""

import shutil
from pathlib import Path

import pytest

from fairterms.monitor.year_end.reader import read
from tests.monitor.year_end.juniper_year import JUNIPER, story


@pytest.fixture
def deal(tmp_path: Path) -> Path:
    shutil.copytree(JUNIPER / "year", tmp_path / "year")
    return tmp_path


def change(deal: Path, name: str, old: str, new: str) -> None:
    path = deal / "year" / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def told(deal: Path) -> list[str]:
    found = read(deal)
    assert found is not None
    return [f"{one.file}: {one.what} [{one.code}]" for one in found.problems]


def test_a_deal_without_a_year_has_none(tmp_path: Path) -> None:
    assert read(tmp_path) is None


def test_the_story_is_read_whole() -> None:
    year = story()
    assert (year.year, len(year.feeds), len(year.reports)) == (2027, 19, 7)
    assert year.monthly == ("listed_months", "mean_risk_score", "member_months")
    assert len(year.months) == 48 + 1


def test_an_empty_folder_names_all_four_files(tmp_path: Path) -> None:
    (tmp_path / "year").mkdir()
    assert told(tmp_path) == [
        "year/feeds.csv: there is no such file [no-table]",
        "year/paid.csv: there is no such file [no-table]",
        "year/months.csv: there is no such file [no-table]",
        "year/figures.toml: there is no such file [no-file]",
        "year/figures.toml: the performance year is not named [missing]",
        "year/figures.toml: the last month whose payments count is not named [missing]",
    ]


@pytest.mark.parametrize(
    ("name", "old", "new", "said"),
    [
        (
            "paid.csv",
            "2024-01,2024-02,",
            "2024-03,2024-02,",
            "it is paid before the care was given",
        ),
        ("paid.csv", "2024-01,2024-02,", "2024-01,2024-01,", "the same two months stand twice"),
        ("paid.csv", ",2026-12\n", ",2023-12\n", "its feed is older than the payment"),
        ("paid.csv", ",2026-12\n", ",2026-11\n", "feeds.csv has no feed of 2026-11"),
        ("paid.csv", "2024-01,2024-01,$", "2024-01,2024-01,", "has no unit"),
        ("feeds.csv", "2027-03,2027-04-15", "2027-02,2027-04-15", "of 2027-02 is written twice"),
        ("feeds.csv", "2027-02,", "2027-05,", "the feed of 2027-02 is not written"),
        ("feeds.csv", " members,", " people,", "members is in people, and is wanted in members"),
        ("months.csv", "2024-02,", "2024-01,", "2024-01 came twice on one day"),
        ("months.csv", "2024-02,2027-01-11", "2024-02,", "received: there is no day"),
        ("figures.toml", '"2028-06"', '"2027-06"', "it lies in the year itself"),
        ("figures.toml", "[held]", "[hold]", 'there is no section called "hold"'),
        (
            "figures.toml",
            'through = "2027-03"',
            "",
            "it does not say through which month it counts",
        ),
        ("figures.toml", "received = ", 'received = "x" #', "it does not say on which day it came"),
        ("figures.toml", "received = ", "came = 1\nreceived = ", 'there is no key called "came"'),
        ("figures.toml", '"6 months"', '["6 months", "3 months"]', "run_out is a list"),
        ("figures.toml", '"6 months"', '"six"', "run_out:"),
        ("figures.toml", "[year]", "[year", "the file is not TOML"),
    ],
)
def test_a_mistake_is_told(deal: Path, name: str, old: str, new: str, said: str) -> None:
    change(deal, name, old, new)
    found = told(deal)
    assert any(said in one and one.startswith(f"year/{name}: ") for one in found), found


def test_a_feed_that_has_not_come_is_no_mistake(deal: Path) -> None:
    change(deal, "feeds.csv", "2027-04,2027-05-15,2027-06-21", "2027-04,2027-05-15,")
    assert told(deal) == []


def test_several_mistakes_are_told_at_once(deal: Path) -> None:
    change(deal, "paid.csv", "2024-01,2024-02,", "2024-03,2024-02,")
    change(deal, "months.csv", "2024-02,2027-01-11", "2024-02,")
    change(deal, "figures.toml", '"2028-06"', '"2027-06"')
    assert len(told(deal)) == 3

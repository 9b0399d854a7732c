"""`settle` prints a worksheet, JSON or CSV, and refuses with advice."""

import csv
import io
import json
from pathlib import Path

from tests.cli.conftest import Run


def test_the_worksheet_says_amounts_places_and_what_did_not_bite(
    fairterms: Run, cedar: Path
) -> None:
    said = fairterms("settle", cedar, "--scenario", "good").out
    assert "performance.earned" in said
    assert "Did not bite:" in said
    assert "Payable: $4,764,456.25 (the plan pays the group)." in said
    assert "sha256:" in said


def test_json_and_csv_hold_the_same_amount(fairterms: Run, cedar: Path) -> None:
    record = json.loads(fairterms("settle", cedar, "--scenario", "good", "--json").out)
    rows = list(csv.DictReader(io.StringIO(fairterms("settle", cedar, "--csv").out)))
    assert record["payable"] == "$4,764,456.25"
    assert rows[-1]["step"] == "payable"


def test_figures_come_from_toml_or_csv_alike(fairterms: Run, deal: Path, tmp_path: Path) -> None:
    toml, table = tmp_path / "year.toml", tmp_path / "year.csv"
    toml.write_text('member_months = "40,000 member-months"\ncost = "$1,560,000.00"\n')
    table.write_text('figure,value\nmember_months,"40,000 member-months"\ncost,"$1,560,000.00"\n')
    one = json.loads(fairterms("settle", deal, "--figures", toml, "--json").out)
    other = json.loads(fairterms("settle", deal, "--figures", table, "--json").out)
    assert one["settlement"] == other["settlement"]


def test_a_missing_figure_is_refused_by_name(fairterms: Run, deal: Path, tmp_path: Path) -> None:
    (tmp_path / "half.toml").write_text('cost = "$1,560,000.00"\n')
    ran = fairterms("settle", deal, "--figures", tmp_path / "half.toml")
    assert ran.code == 1
    assert "member_months: missing" in ran.err
    assert "fix: give it with the figures" in ran.err


def test_an_unknown_scenario_names_the_known_ones(fairterms: Run, deal: Path) -> None:
    ran = fairterms("settle", deal, "--scenario", "expcted")
    assert ran.code == 1
    assert 'did you mean "expected"?' in ran.err

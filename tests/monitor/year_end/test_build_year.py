"""The year that is kept is the one the script makes, and holds the defects it says."""

import csv
import tomllib
from pathlib import Path

import pytest

from fairterms.contract.figure_set import read
from fairterms.units.quantity import parse
from tests.monitor.year_end.juniper_year import JUNIPER, script


def terms() -> str:
    return (JUNIPER / "terms.toml").read_text(encoding="utf-8")


def kept() -> dict[str, dict[str, str]]:
    found = {}
    for name in ("2028-04-28-interim.csv", "2028-08-31-final.csv"):
        with (JUNIPER / "statements" / name).open(encoding="utf-8", newline="") as file:
            found[name[11:-4]] = {row["line"]: row["value"] for row in csv.DictReader(file)}
    return found


def test_the_files_kept_are_those_the_script_makes(tmp_path: Path) -> None:
    script().build(tmp_path, terms())
    made = {
        one.relative_to(tmp_path): one.read_text() for one in tmp_path.rglob("*") if one.is_file()
    }
    assert len(made) == 10
    for path, text in made.items():
        assert (JUNIPER / path).read_text() == text, f"{path}: run python examples/build_year.py"


def test_the_groups_own_figures_settle_to_what_is_true() -> None:
    own = read(JUNIPER / "figures" / "2027.toml")
    assert own.problems == ()
    truth = tomllib.loads((JUNIPER / "year" / "truth.toml").read_text(encoding="utf-8"))
    figures = {name: str(value) for name, value in own.values.items()}
    found = script().settled(terms(), figures)
    assert script().printed(found.line("true_up.payment")) == truth["final"]["due_by_the_terms"]


@pytest.mark.parametrize("name", ["interim", "final"])
def test_each_statement_differs_from_the_terms_as_planted(name: str) -> None:
    truth = tomllib.loads((JUNIPER / "year" / "truth.toml").read_text(encoding="utf-8"))[name]
    assert kept()[name]["true_up.payment"] == truth["due_as_printed"]
    assert truth["due_as_printed"] != truth["due_by_the_terms"]


def test_both_final_defects_move_the_amount() -> None:
    truth = tomllib.loads((JUNIPER / "year" / "truth.toml").read_text(encoding="utf-8"))["final"]
    amounts = [
        parse(truth[key]).amount
        for key in ("due_by_the_terms", "due_by_the_terms_on_the_stale_list", "due_as_printed")
    ]
    assert amounts == sorted(amounts, reverse=True)
    assert len(set(amounts)) == 3


def test_the_uncapped_ratio_shows_in_the_interim_statement_alone() -> None:
    found = kept()
    ratio = "benchmark.capped_risk_ratio_1"
    assert parse(found["interim"][ratio]).amount > parse("1.03 factor").amount
    assert parse(found["final"][ratio]).amount == parse("1.03 factor").amount


def test_two_years_of_signs_come_after_their_month() -> None:
    with (JUNIPER / "year" / "indicators.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == 24 * 10
    assert all(row["received"][:7] > row["period"] for row in rows)
    values = {(row["indicator"], row["period"]): row["value"] for row in rows}
    assert values["members_dropped", "2027-08"] == "400 members"
    assert values["feed_days_late", "2027-04"] == "37 days"
    for row in rows:
        assert parse(row["value"]).amount >= 0


def test_another_seed_makes_another_year_and_the_same_seed_the_same() -> None:
    one, same, other = (script().draw_year(seed) for seed in (7, 7, 8))
    assert one == same
    assert one.cells != other.cells


@pytest.mark.slow
def test_years_are_made_by_the_laws_they_are_said_to_have() -> None:
    made = [script().draw_year(seed, script().Levels()).final() for seed in range(12)]
    means = {name: sum(one[name] for one in made) / len(made) for name in made[0]}
    assert means["paid_claims"] == pytest.approx(script().PAID, rel=0.03)
    assert means["member_months"] == pytest.approx(script().MEMBER_MONTHS, rel=0.005)
    assert means["mean_risk_score"] == pytest.approx(script().RISK, abs=0.002)
    assert means["measurement.numerator"] == pytest.approx(5_142, rel=0.03)

"""`benchmark` says of each target how likely it is met and what a fair one would be."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import CEDAR, Run
from tests.cli.made_up_records import copy_cedar
from tests.outcomes.group_results.made_up_deal import OUTCOMES, RESPONSE

PEERS = """
[measured.peers]
average = "42 %"
spread = "6 percentage points"
source = "a made-up register"

[[measured.step]]
number = 1
settled = "PHQ-9, version 1"
"""


@pytest.fixture
def small(tmp_path: Path) -> Path:
    return copy_cedar(tmp_path / "small", OUTCOMES + RESPONSE + PEERS)


def test_each_year_each_target_and_each_open_step_is_printed(fairterms: Run, small: Path) -> None:
    ran = fairterms("benchmark", small)
    assert ran.code == 0, ran.err
    assert "  2025: 50.0 % (12 of 24; " in ran.out
    assert "  2026: 50.0 % (10 of 20; " in ran.out
    assert "  at least 45 %, worth $" in ran.out
    assert "  - A fair target at 20 patients is at least" in ran.out
    assert "  - Step 1: the data are not named; record the fingerprint" in ran.out
    assert "  - Step 2: nothing is recorded" in ran.out
    assert "New patients seen within ten business days: outcomes.toml does not say" in ran.out
    assert "\n: " not in ran.out


def test_without_steps_it_says_that_nothing_is_recorded(fairterms: Run, small: Path) -> None:
    (small / "outcomes.toml").write_text(OUTCOMES + RESPONSE, encoding="utf-8")
    ran = fairterms("benchmark", small)
    assert "How the target was set is not recorded: none of the eight steps is agreed." in ran.out


def test_json_holds_the_same_figures(fairterms: Run, small: Path) -> None:
    ran = fairterms("benchmark", small, "--json")
    assert ran.code == 0, ran.err
    found = json.loads(ran.out)
    (one,) = found["measures"]
    assert one["measure"] == "response"
    assert one["options"]["response_share"] == 0.5
    assert [year["patients"] for year in one["years"]] == [24, 20]
    assert [target["rate"] for target in one["targets"]] == [0.45, 0.52]
    assert {missing["measure"] for missing in found["not_measured"]} == {
        "access",
        "satisfaction",
        "completion",
    }


def test_without_records_every_measure_is_missing(fairterms: Run, small: Path) -> None:
    for path in (small / "records").iterdir():
        path.unlink()
    ran = fairterms("benchmark", small, "--json")
    assert ran.code == 0, ran.err
    found = json.loads(ran.out)
    assert found["measures"] == []
    assert "response" in {missing["measure"] for missing in found["not_measured"]}


def test_problems_of_the_file_end_it(fairterms: Run, small: Path, deal: Path) -> None:
    (small / "outcomes.toml").write_text(OUTCOMES + "[else]\n", encoding="utf-8")
    ran = fairterms("benchmark", small)
    assert ran.code == 1
    assert 'outcomes.toml:4: there is no key called "else"' in ran.err
    without = fairterms("benchmark", deal, "--json")
    assert without.code == 1
    assert without.out == ""
    assert "no outcomes.toml" in without.err


@pytest.mark.slow
def test_the_sample_deal_is_judged(fairterms: Run) -> None:
    ran = fairterms("benchmark", CEDAR, "--json")
    assert ran.code == 0, ran.err
    measures = {one["measure"]: one for one in json.loads(ran.out)["measures"]}
    assert measures["completion"]["part"] == "first and later score"
    assert all(0 <= t["chance_met"] <= 1 for one in measures.values() for t in one["targets"])

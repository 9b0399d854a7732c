"""The page of conformance says what the benchmark finds, and the benchmark can find fault."""

from pathlib import Path

import pytest
from benchmarks import conformance, conformance_oracles
from benchmarks.conformance_figures import Oracle, checked, figures, rows
from benchmarks.reading_tables import as_markdown


def test_a_figure_beyond_its_rounding_is_not_reproduced() -> None:
    near = figures("x", "y", [(1.5, 1.54, 0.05)], "1.5")
    far = figures("x", "y", [(1.5, 1.54, 0.05), (1.5, 1.6, 0.05)], "1.5")
    assert (near.is_met, near.reproduced, near.difference) == (True, "1 of 1", "0.04")
    assert (far.is_met, far.reproduced, far.difference) == (False, "1 of 2", "0.1")


def test_a_row_that_differs_or_is_missing_is_told() -> None:
    assert rows("x", "y", "rows", [True, True], 2).is_met
    wrong = rows("x", "y", "rows", [True, False], 2)
    assert (wrong.is_met, wrong.reproduced, wrong.difference) == (False, "1 of 2", "1 rows")
    assert not rows("x", "y", "rows", [True], 2).is_met


def test_a_test_that_fails_is_told() -> None:
    def wrong() -> None:
        raise AssertionError("17 is not 19\nmore")

    found = checked("x", "y", "19", wrong)
    assert (found.is_met, found.difference) == (False, "17 is not 19")
    assert checked("x", "y", "19", lambda: None).is_met


def test_absent_data_are_skipped_in_a_clear_line(tmp_path: Path) -> None:
    absent = Oracle("funnels", tmp_path / "none", conformance_oracles.funnel_sets)
    said = as_markdown([conformance.reproduction(list(conformance.compared([absent])))])
    assert "| funnels | skipped: its data are not on this machine |" in said


def test_the_tables_of_peers_and_disagreements_are_in_step_with_the_page() -> None:
    page = conformance.PAGE.read_text(encoding="utf-8")
    made = as_markdown((conformance.peers(), conformance.disagreements()))
    assert page.endswith(made), "run: python benchmarks/conformance.py --write"
    assert page.startswith(conformance.INTRO)


def test_the_page_claims_nothing_that_is_not_reproduced_in_full() -> None:
    page = conformance.PAGE.read_text(encoding="utf-8")
    assert "skipped" not in page
    lines = [line.split(" | ") for line in page.splitlines() if line.count("|") == 6]
    assert len(lines) > 30
    for line in lines[2:]:
        part, _, whole = line[3].partition(" of ")
        assert part in {"all", whole}, line


@pytest.mark.slow
@pytest.mark.parametrize("oracle", conformance_oracles.ORACLES, ids=lambda oracle: oracle.name)
def test_all_is_reproduced(oracle: Oracle) -> None:
    if not oracle.place.exists():
        pytest.skip("its data are not on this machine")
    assert [found for found in oracle.compare() if not found.is_met] == []

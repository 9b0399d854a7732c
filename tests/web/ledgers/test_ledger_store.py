"""Writers are killed, entries tampered with, threads write at once: a little, on both databases."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
ASKED = ("--trials", "30", "--tamperings", "300", "--writes", "5")


@pytest.mark.slow
@pytest.mark.parametrize("database", ["sqlite", "postgresql"])
def test_nothing_acknowledged_is_lost_and_no_tampering_is_hidden(database: str) -> None:
    told = subprocess.run(
        [sys.executable, "benchmarks/ledger_store.py", "--database", database, *ASKED],
        cwd=ROOT,
        env={"PATH": os.environ["PATH"], "HOME": os.environ.get("HOME", "/")},
        capture_output=True,
        text=True,
        timeout=600,
        check=False,
    )
    assert told.returncode == 0, told.stdout + told.stderr
    found = re.search(r"30 trials.*, ([\d,]+) acknowledged, 0 lost, 0 disagreements", told.stdout)
    assert found is not None, told.stdout
    assert int(found[1].replace(",", "")) > 10
    assert "300 tamperings with stored entries, 300 found" in told.stdout
    assert "300 tamperings with the exported file, 300 found" in told.stdout
    assert "without a gap, rows and entries agree: yes" in told.stdout

"""What the verbs print on the Cedar example, compared letter for letter.

To accept changed output after reading it: ``UPDATE_GOLDEN=1 pytest tests/golden``.
"""

import os
from pathlib import Path

import pytest
from typer.testing import CliRunner

from fairterms.cli import console
from fairterms.cli.group import app
from fairterms.cli.overview import overview

GALLERY = Path(__file__).parent / "commands"
CEDAR = Path(__file__).parents[2] / "examples" / "cedar"
COMMANDS: dict[str, list[str | Path]] = {
    "check": ["check", CEDAR],
    "show": ["show", CEDAR],
    "settle_good": ["settle", CEDAR, "--scenario", "good"],
    "settle_good_csv": ["settle", CEDAR, "--scenario", "good", "--csv"],
    "explain_withhold": ["explain", CEDAR, "withhold", "--scenario", "expected"],
    "test": ["test", CEDAR],
    "laws": ["laws", "VT", "--topic", "change-notice"],
    "show_model": ["show", "--model", "shared_savings"],
}


def compare(name: str, said: str) -> None:
    golden = GALLERY / f"{name}.txt"
    if os.environ.get("UPDATE_GOLDEN"):
        golden.write_text(said, encoding="utf-8")
    assert said == golden.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", COMMANDS)
def test_the_verb_prints_exactly_this(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(console.out, "_width", 110)
    result = CliRunner().invoke(app, [str(one) for one in COMMANDS[name]])
    compare(name, result.stdout)


def test_the_overview_reads_exactly_so() -> None:
    compare("overview", overview())

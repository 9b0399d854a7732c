"""Cedar's terms with a few made-up patients instead of its own records."""

import shutil
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from tests.cli.conftest import CEDAR
from tests.outcomes.group_results.made_up_deal import Patient, patient, write

PEOPLE = [
    *(patient(at, 16, 8 if at < 12 else 15) for at in range(24)),
    *(patient(at, 16, 8 if at < 40 else None, starts=date(2026, 1, 5)) for at in range(30, 50)),
]


def copy_cedar(folder: Path, outcomes: str, people: Sequence[Patient] = PEOPLE) -> Path:
    """Copy Cedar's terms, and give it small records and an outcomes.toml."""
    folder.mkdir()
    for name in ("terms.toml", "deal.toml"):
        shutil.copy(CEDAR / name, folder / name)
    for name in ("contract", "scenarios"):
        shutil.copytree(CEDAR / name, folder / name)
    return write(folder, people, outcomes)

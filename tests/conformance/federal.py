"""The federal settlements of 2014-2022, settled once for all tests that look at them."""

from functools import cache
from pathlib import Path

import pytest
from examples.mssp.federal_row import Row
from examples.mssp.settle_rows import Result, read_rows, settle_rows

FOLDER = Path(__file__).resolve().parents[3] / "shared" / "data" / "mssp"
FILE = FOLDER / "settlement_2014_2022.csv"
REACH_FILE = FOLDER / "reach_2021_2022.csv"


def needs(file: Path) -> pytest.MarkDecorator:
    """Return the mark that skips a test where a federal file is absent, and says so."""
    return pytest.mark.skipif(
        not file.is_file(), reason=f"the federal file {file.name} is not beside the repository"
    )


@cache
def rows() -> tuple[Row, ...]:
    """Return the federal rows."""
    return tuple(read_rows(FILE))


@cache
def results() -> tuple[Result, ...]:
    """Return the federal rows, settled under the terms as written."""
    return tuple(settle_rows(rows()))

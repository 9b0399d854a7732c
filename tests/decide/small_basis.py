"""A small deal folder with its forecast, and as much of a basis as one section reads."""

from pathlib import Path
from types import SimpleNamespace
from typing import cast

from fairterms.decide.basis import Basis
from tests.simulate.forecast.plans import factors
from tests.simulate.small_outlook import CASH, CLAUSES, FORECAST, SCENARIO, TWO_YEARS

DEAL = """
[deal]
name = "A small deal"

[group]
name = "Made-up Group"

[plan]
name = "Made-up Plan"

[without_deal]
clauses = ["fees"]

[appetite]
least_margin = "-$9,000.00"
largest_loss = "$60,000.00"
walk_away_loss = "$90,000.00"

[[cost]]
id = "work"
what = "The work"
amount = "$3,000.00"
"""

SPREADS = factors(acuity="4 %", attribution="5 %", staffing="5 %")


def small_folder(folder: Path, forecast: str | None = SPREADS + FORECAST + CASH) -> Path:
    """Write a sound deal without a document; None leaves out its forecast."""
    (folder / "scenarios").mkdir(parents=True)
    (folder / "terms.toml").write_text(TWO_YEARS + CLAUSES)
    (folder / "deal.toml").write_text(DEAL)
    (folder / "scenarios" / "expected.toml").write_text(SCENARIO)
    if forecast is not None:
        (folder / "forecast.toml").write_text(forecast)
    return folder


def basis_of(**parts: object) -> Basis:
    """Return the parts of a basis that a section reads; asking for another is a mistake."""
    return cast("Basis", SimpleNamespace(**parts))

"""Small matrices for tests: a two by two with a closed form, and one in dollars."""

from dataclasses import replace
from datetime import date
from math import inf

from fairterms.risks.matrix.version import MatrixVersion

TWO = MatrixVersion(
    number=1,
    frequency_edges=(0.0, 0.5, 1.0),
    severity_edges=(0.0, 0.5, 1.0),
    unit="share",
    grid=(("Low", "Medium"), ("Medium", "High")),
    colours=("Low", "Medium", "High"),
    effective=date(2027, 1, 1),
)
DOLLARS = MatrixVersion(
    number=1,
    frequency_edges=(0.1, 1.0, 4.0, inf),
    severity_edges=(1_000.0, 10_000.0, 100_000.0, 1_000_000.0),
    unit="dollars",
    grid=(
        ("Low", "Low", "Medium"),
        ("Low", "Medium", "High"),
        ("Medium", "High", "High"),
    ),
    colours=("Low", "Medium", "High"),
    effective=date(2027, 1, 1),
)
LATER = replace(
    DOLLARS,
    number=2,
    severity_edges=(1_000.0, 10_000.0, 50_000.0, 200_000.0),
    effective=date(2027, 7, 1),
)

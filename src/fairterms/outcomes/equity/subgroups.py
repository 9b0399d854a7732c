"""The patients of an equity report: results, providers, and the groups each belongs to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from fairterms.units.refusal import Refusal

Floats = npt.NDArray[np.float64]

UNKNOWN = "not recorded"
"""The group of patients for whom nothing is recorded; it is reported like any other."""


@dataclass(frozen=True, eq=False)
class Subjects:
    """Patients with their results and groups; n patients.

    Attributes
    ----------
    measures
        By name: 1 where the patient reached the measure, 0 where not, NaN where the patient is not
        in its denominator; shapes (n,).
    providers
        Each patient's provider, any sortable ids, shape (n,).
    factors
        By name, such as race, ethnicity, language, sex, age band or a social factor: the group of
        each patient, empty where nothing is recorded; shapes (n,).
    expected
        By measure: the chance of reaching it that the patient's intake facts give, from a model
        that does not read the factors; shapes (n,). A measure that is not here is not adjusted.
    """

    measures: Mapping[str, Floats]
    providers: npt.NDArray[np.generic]
    factors: Mapping[str, npt.NDArray[np.str_]]
    expected: Mapping[str, Floats] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for name, column in {**self.measures, **self.factors, **self.expected}.items():
            if column.shape != self.providers.shape:
                raise Refusal(
                    name,
                    f"has shape {column.shape}, the providers have {self.providers.shape}",
                    "every patient needs one value in every column",
                    "give columns of the same length",
                )
        for name, column in self.measures.items():
            _refuse_other_values(name, column)
        for name, column in self.expected.items():
            _refuse_no_chance(name, column, self.measures.get(name))


def age_bands(ages: npt.ArrayLike, starts: tuple[int, ...]) -> npt.NDArray[np.str_]:
    """Return each patient's age band.

    Parameters
    ----------
    ages
        In whole years, NaN where not known, shape (n,).
    starts
        The first age of each band but the lowest, rising.

    Examples
    --------
    >>> age_bands([11, 12, 70, np.nan], (12, 18, 65)).tolist()
    ['under 12', '12 to 17', '65 or over', '']
    """
    years = np.asarray(ages, dtype=np.float64)
    names = [f"under {starts[0]}"]
    names += [f"{low} to {high - 1}" for low, high in pairwise(starts)]
    names += [f"{starts[-1]} or over", ""]
    place = np.searchsorted(np.array(starts), years, side="right")
    return np.array(names)[np.where(np.isnan(years), len(names) - 1, place)]


def _refuse_other_values(name: str, column: Floats) -> None:
    """Refuse a measure that is more than reached, not reached, or not in the denominator."""
    wrong = int((~np.isin(column[~np.isnan(column)], (0, 1))).sum())
    if wrong:
        raise Refusal(
            name,
            f"{wrong} rows are neither 0 nor 1",
            "a rate counts patients who reached the measure",
            "give 1, 0, or nothing where the patient is not in the denominator",
        )


def _refuse_no_chance(name: str, column: Floats, measure: Floats | None) -> None:
    """Refuse expected chances that are missing, are none, or belong to no measure."""
    if measure is None:
        raise Refusal(
            name,
            "has expected chances but no results",
            "there is nothing to adjust",
            "give both under the same name",
        )
    chances = column[~np.isnan(measure)]
    if not ((chances > 0) & (chances < 1)).all():
        raise Refusal(
            name,
            "some expected chances are missing or not between 0 and 1",
            "observed and expected must be counted over the same patients",
            "fit the model for everybody in the denominator",
        )

"""What cannot be reported by subgroup is refused by name."""

import numpy as np
import pytest

from fairterms.outcomes.equity.subgroups import Subjects, age_bands
from fairterms.units.refusal import Refusal

IDS = np.arange(3)
SEX = {"sex": np.array(["f", "m", ""])}


def test_every_age_is_in_one_band() -> None:
    bands = age_bands(np.arange(0, 100), (12, 18, 65))
    assert (bands == "12 to 17").sum() == 6
    assert (bands == "18 to 64").sum() == 47
    assert (bands == "").sum() == 0


@pytest.mark.parametrize(
    ("measures", "expected", "words"),
    [
        ({"response": np.array([1.0, 2, 0])}, {}, "1 rows are neither 0 nor 1"),
        ({"response": np.array([1.0, 0])}, {}, "has shape"),
        ({"response": np.array([1.0, 0, 0])}, {"other": np.full(3, 0.5)}, "no results"),
        (
            {"response": np.array([1.0, 0, 0])},
            {"response": np.array([0.5, np.nan, 0.5])},
            "missing or not between",
        ),
    ],
)
def test_columns_that_do_not_fit_are_refused(
    measures: dict[str, np.ndarray[tuple[int], np.dtype[np.float64]]],
    expected: dict[str, np.ndarray[tuple[int], np.dtype[np.float64]]],
    words: str,
) -> None:
    with pytest.raises(Refusal, match=words):
        Subjects(measures, IDS, SEX, expected)


def test_outside_the_denominator_no_chance_is_asked_for() -> None:
    Subjects(
        {"response": np.array([1.0, np.nan, 0])},
        IDS,
        SEX,
        {"response": np.array([0.5, np.nan, 0.5])},
    )

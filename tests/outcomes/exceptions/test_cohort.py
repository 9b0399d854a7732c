"""Cohorts: columns checked against each other."""

import numpy as np
import pytest

from fairterms.outcomes.exceptions.cohort import assemble
from fairterms.units.refusal import Refusal
from tests.outcomes.exceptions.made_up_cohort import ATTRIBUTES, World, make


def test_a_cohort_counts_its_patients_and_providers() -> None:
    cohort = make(World(providers=7, each=11), 1)
    known, place = cohort.provider_places()
    assert cohort.patients == 77
    assert len(known) == 7
    assert np.array_equal(known[place], cohort.providers)


def test_too_few_rows_of_attributes_are_refused() -> None:
    cohort = make(World(), 1)
    with pytest.raises(Refusal, match="1199 rows of attributes, 1200 outcomes"):
        assemble(
            ATTRIBUTES,
            cohort.codes[:-1],
            cohort.outcomes,
            cohort.providers,
            cohort.covariates,
            cohort.names,
        )

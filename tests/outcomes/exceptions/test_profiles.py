"""Profiles of patients alike."""

import numpy as np

from fairterms.outcomes.exceptions.profiles import collapse
from fairterms.outcomes.exceptions.score_curve import TERMS
from fairterms.outcomes.exceptions.subgroup import Attribute, KnownAt
from tests.outcomes.exceptions.made_up_cohort import ATTRIBUTES, World, make


def test_every_patient_is_in_the_profile_of_its_row() -> None:
    cohort = make(World(), 1)
    found = collapse(cohort.attributes, cohort.codes)
    assert np.array_equal(found.codes[found.place], cohort.codes)
    assert found.count == 4 * 2 * 3
    assert found.add_up(np.ones(cohort.patients)).sum() == cohort.patients


def test_slices_add_up_what_the_other_attributes_let_through() -> None:
    cohort = make(World(), 2)
    found = collapse(cohort.attributes, cohort.codes)
    draws = np.random.default_rng(3)
    curves = draws.normal(size=(found.count, TERMS))
    chosen = [draws.random((7, len(a.values))) < 0.6 for a in ATTRIBUTES]
    for at in range(3):
        fast = found.slices(curves[found.orders[at]], chosen, at)
        for search in range(7):
            passes = np.ones(found.count, dtype=bool)
            for other in range(3):
                if other != at:
                    passes &= chosen[other][search][found.codes[:, other]]
            for value in range(len(ATTRIBUTES[at].values)):
                rows = passes & (found.codes[:, at] == value)
                assert np.allclose(fast[search, value], curves[rows].sum(axis=0))


def test_very_many_attributes_do_not_overflow() -> None:
    attributes = [Attribute(f"a{at}", tuple("abcdefgh"), KnownAt.INTAKE) for at in range(30)]
    codes = np.random.default_rng(1).integers(8, size=(50, 30))
    codes[7] = codes[3]
    found = collapse(attributes, codes)
    assert found.count == 49
    assert found.place[7] == found.place[3]
    assert np.array_equal(found.codes[found.place], codes)

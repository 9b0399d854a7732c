"""Cut-offs a, b and c."""

from dataclasses import replace

import pytest

from fairterms.outcomes.patient_change import cut_offs
from fairterms.outcomes.patient_change.change_declaration import (
    AtCutOff,
    CutOff,
    CutOffKind,
    Sample,
)
from fairterms.reference.instrument_facts import Direction
from fairterms.units.refusal import Refusal
from tests.outcomes.one_declaration import DECLARATION, HERE

BETTER, WORSE = Direction.HIGHER_IS_BETTER, Direction.HIGHER_IS_WORSE
PATIENTS, WELL = Sample(40, 7.5, HERE), Sample(60, 7.5, HERE)


def test_the_published_example_gives_its_three_cut_offs() -> None:
    assert cut_offs.beyond_patients(PATIENTS, BETTER) == 55
    assert cut_offs.within_functional(WELL, BETTER) == 45
    assert cut_offs.between(PATIENTS, WELL) == 50


def test_b_takes_the_spread_of_the_functional_group_not_of_the_patients() -> None:
    # A public program takes the patients' 10 and would say 44.
    patients, well = Sample(40, 10, HERE), Sample(64, 5, HERE)
    declaration = replace(
        DECLARATION,
        direction=BETTER,
        intake=patients,
        functional=well,
        cut_off=CutOff(CutOffKind.B, AtCutOff.NEITHER),
    )
    assert cut_offs.find(declaration) == 54
    assert well.mean - 2 * patients.sd == 44


def test_c_lies_nearer_to_the_group_that_varies_less() -> None:
    assert cut_offs.between(Sample(40, 5, HERE), Sample(60, 15, HERE)) == 45


def test_where_lower_is_better_a_lies_below_the_patients() -> None:
    assert cut_offs.beyond_patients(Sample(15, 5, HERE), WORSE) == 5
    assert cut_offs.within_functional(Sample(4, 3, HERE), WORSE) == 10


def test_c_is_refused_when_the_functional_group_is_worse_off() -> None:
    swapped = replace(DECLARATION, direction=BETTER, cut_off=CutOff(CutOffKind.C, AtCutOff.NEITHER))
    with pytest.raises(Refusal, match="no better than the patients"):
        cut_offs.find(swapped)


@pytest.mark.parametrize(
    ("kind", "value", "expected"),
    [
        (CutOffKind.A, None, 5),
        (CutOffKind.B, None, 10),
        (CutOffKind.C, None, (5 * 4 + 3 * 15) / 8),
        (CutOffKind.DECLARED, 9.5, 9.5),
    ],
)
def test_each_kind_is_found(kind: CutOffKind, value: float | None, expected: float) -> None:
    cut_off = CutOff(kind, AtCutOff.NEITHER, value)
    assert cut_offs.find(replace(DECLARATION, cut_off=cut_off)) == expected

"""The NHS numbers of the scales the programme pairs, in one table."""

import pytest

from fairterms.reference.evidence import Evidence
from fairterms.reference.instrument import INSTRUMENTS
from fairterms.reference.nhs_outcomes import NHS, PROGRAMME, nhs_case, nhs_change

TABLE = {
    "phq9": (10, 6),
    "gad7": (8, 4),
    "pcl5": (32, 10),
    "pswq": (45, 9),
    "pdss": (8, 5),
    "oci": (40, 32),
    "spin": (19, 10),
    "iesr": (33, 9),
}


@pytest.mark.parametrize("name", sorted(TABLE))
def test_caseness_and_reliable_change_of_each_scale(name: str) -> None:
    instrument = INSTRUMENTS[name]
    cuts = {case.name: case.cut for case in instrument.caseness}
    changes = {entry.name: entry.value for entry in instrument.change}
    assert (cuts[NHS], changes[NHS]) == TABLE[name]


def test_no_other_instrument_claims_the_programmes_numbers() -> None:
    claiming = {
        name
        for name, instrument in INSTRUMENTS.items()
        if NHS in {case.name for case in instrument.caseness}
        or NHS in {entry.name for entry in instrument.change}
    }
    assert claiming == set(TABLE)


def test_numbers_nobody_read_in_the_manual_are_marked() -> None:
    assert nhs_case(10).basis.is_unconfirmed
    assert nhs_change(6, Evidence.SECOND_HAND).basis.is_unconfirmed
    assert not nhs_change(6, Evidence.READ).basis.is_unconfirmed
    assert nhs_case(10).population == PROGRAMME

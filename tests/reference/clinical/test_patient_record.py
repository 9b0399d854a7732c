"""A patient's record is a value that cannot be changed."""

from dataclasses import FrozenInstanceError

import pytest

from fairterms.reference.clinical.patient_record import PatientRecord


def test_a_record_is_a_value_and_starts_empty() -> None:
    assert PatientRecord("1") == PatientRecord("1")
    assert PatientRecord("1").bills == ()
    with pytest.raises(FrozenInstanceError):
        PatientRecord("1").id = "2"  # type: ignore[misc]

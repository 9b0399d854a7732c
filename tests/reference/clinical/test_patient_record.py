"""A patient's record cannot be changed, and each is itself alone."""

from dataclasses import FrozenInstanceError

import pytest

from fairterms.reference.clinical.patient_record import PatientRecord


def test_a_record_starts_empty_and_cannot_be_changed() -> None:
    assert PatientRecord("1") != PatientRecord("1"), "two records are two, whatever they hold"
    assert PatientRecord("1").bills == ()
    with pytest.raises(FrozenInstanceError):
        PatientRecord("1").id = "2"  # type: ignore[misc]

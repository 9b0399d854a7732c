"""What this room knows of an instrument."""

from decimal import Decimal

import pytest

from fairterms.records.instrument import KnownInstrument, known


def test_two_instruments_with_one_code_cannot_be_told_apart() -> None:
    one = KnownInstrument("phq9", Decimal(0), Decimal(27), frozenset({"44261-6"}))
    other = KnownInstrument("gad7", Decimal(0), Decimal(21), frozenset({"44261-6"}))
    with pytest.raises(ValueError, match="44261-6 is a code of phq9 and of gad7"):
        known([one, other])


def test_two_names_that_are_written_alike_cannot_be_told_apart() -> None:
    one = KnownInstrument("audit_c", Decimal(0), Decimal(12))
    with pytest.raises(ValueError, match="audit_c and auditc are one name"):
        known([one, KnownInstrument("auditc", Decimal(0), Decimal(12))])


def test_a_name_is_a_slug_and_a_range_is_a_range() -> None:
    with pytest.raises(AssertionError):
        KnownInstrument("PHQ-9", Decimal(0), Decimal(27))
    with pytest.raises(AssertionError):
        KnownInstrument("phq9", Decimal(27), Decimal(27))

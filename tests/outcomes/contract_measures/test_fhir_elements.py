"""Elements of FHIR resources, and what stands for none."""

from fairterms.outcomes.contract_measures import fhir_elements as fhir
from fairterms.reference.clinical.code import Code


def test_every_code_of_a_concept_counts_and_one_without_a_code_does_not() -> None:
    concept = {"coding": [{"system": "a", "code": "1"}, {"system": "b"}, {"code": "2"}]}
    assert fhir.codes(concept, None, {"text": "x"}) == (Code("a", "1"), Code("", "2"))
    assert (fhir.word(concept), fhir.word(None)) == ("1", "")


def test_a_reference_ends_in_an_id_however_it_is_written() -> None:
    for text in ("Patient/p1", "http://example.org/fhir/Patient/p1", "urn:uuid:p1", "#p1"):
        assert fhir.ending({"reference": text}) == "p1"
    assert fhir.ending(None) == ""


def test_a_span_without_ends_is_none() -> None:
    assert fhir.span({}) is None
    assert fhir.span({"start": "2025"}) is None


def test_a_dose_taken_at_named_times_is_counted_by_them() -> None:
    resource = {
        "dosageInstruction": [{"timing": {"repeat": {"timeOfDay": ["08:00", "20:00"]}}}],
        "quantity": {"value": 10},
    }
    assert fhir.dispensed_supply(resource).times_a_day == 2
    assert fhir.dispensed_supply({}).times_a_day is None

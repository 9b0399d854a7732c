"""AUDIT-C: a cut for women, another for men."""

from fairterms.reference.instruments.audit import INSTRUMENT as AUDIT
from fairterms.reference.instruments.audit_c import INSTRUMENT
from tests.reference.judged import is_case, is_refused, points


def test_three_points_are_a_case_for_women_only() -> None:
    assert is_case("audit_c", 3, "women")
    assert not is_case("audit_c", 3, "men")
    assert is_case("audit_c", 4, "men")
    assert not is_case("audit_c", 2, "women")


def test_three_answers_of_four_give_12_and_13_is_refused() -> None:
    assert points("audit_c", [4, 4, 4]) == 12
    assert is_refused("audit_c", 13)


def test_its_codes_are_not_those_of_the_whole_audit() -> None:
    assert INSTRUMENT.loinc is not None
    assert AUDIT.loinc is not None
    assert INSTRUMENT.loinc.codes == ("72109-2", "75626-2")
    assert not set(INSTRUMENT.loinc.codes) & set(AUDIT.loinc.codes)

"""The acceptance rule unknown_instruments."""

from tests.records.feeds import ASSESSMENTS, GOOD, csv_of, found, room


def test_an_instrument_nobody_knows_is_set_aside() -> None:
    feed = csv_of(ASSESSMENTS, [GOOD, "a2,p2,PHQ-99,,2027-03-01,9", "a3,p3,,99999-9,2027-03-01,9"])
    assert found("assessments", feed, rule="unknown_instruments") == [
        ("no instrument is named, and no known code", 1, (4,)),
        ("the instrument is not one that is known", 1, (3,)),
    ]


def test_an_instrument_is_read_from_its_code() -> None:
    with room() as here:
        here.put("assessments", csv_of(ASSESSMENTS, ["a1,p1,,70274-6,2027-03-01,9"]))
        assert here.rows("instrument", "assessments") == [("gad7",)]


def test_an_instrument_goes_by_the_name_of_the_catalogue_however_it_is_written() -> None:
    rows = [f"a{n},p1,{w},,2027-03-01,3" for n, w in enumerate(["AUDIT-C", "audit_c", "AuditC"])]
    with room() as here:
        here.put("assessments", csv_of(ASSESSMENTS, rows))
        assert here.rows("instrument", "assessments") == [("audit_c",)] * 3

"""The acceptance rule known_already."""

from tests.records.feeds import ASSESSMENTS, GOOD, csv_of, found, room

OTHER = GOOD.replace("a1", "a2")


def test_a_row_an_earlier_file_brought_is_set_aside() -> None:
    first, second = csv_of(ASSESSMENTS, [GOOD]), csv_of(ASSESSMENTS, [OTHER, GOOD])
    assert found("assessments", first, second, rule="known_already") == [
        ("an earlier file has the same assessment_id", 1, (3,))
    ]


def test_a_replacement_brings_its_rows_again() -> None:
    with room() as here:
        here.put("assessments", csv_of(ASSESSMENTS, [GOOD]))
        here.put("assessments", csv_of(ASSESSMENTS, [OTHER, GOOD]), name="b.csv", replaces=True)
        assert here.rows("assessment_id", "assessments") == [("a2",), ("a1",)]
        assert here.aside() == []

"""The acceptance rule repeated_keys."""

from tests.records.feeds import ASSESSMENTS, GOOD, csv_of, found, room


def test_a_row_that_repeats_an_id_is_set_aside_and_it_is_said_whether_it_is_the_same() -> None:
    feed = csv_of(ASSESSMENTS, [GOOD, GOOD, GOOD.replace(",12", ",13")])
    assert found("assessments", feed, rule="repeated_keys") == [
        ("an earlier row has the same assessment_id and other values", 1, (4,)),
        ("an earlier row is the same in every column", 1, (3,)),
    ]


def test_the_first_row_of_an_id_stays() -> None:
    with room() as here:
        here.put("assessments", csv_of(ASSESSMENTS, [GOOD, GOOD.replace(",12", ",13")]))
        assert here.rows("row, score::INTEGER", "assessments") == [(2, 12)]


def test_an_empty_part_of_a_key_is_a_value_like_any_other() -> None:
    feed = csv_of("person_id,starts,payer,plan", ["p1,2027-01-01,,", "p1,2027-01-01,,"])
    assert [one[1] for one in found("enrolment", feed, rule="repeated_keys")] == [1]

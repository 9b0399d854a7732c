"""The table attribution_months."""

from tests.records.feeds import csv_of, room

HEADING = "person_id,member_id,year_month,payer,plan,data_source,payer_attributed_provider"
COLUMNS = "person_id, year_month, payer, payer_provider, own_provider"


def test_a_file_with_the_names_of_the_tuva_input_layer_is_taken_as_it_stands() -> None:
    with room() as here:
        here.put(
            "attribution_months",
            csv_of(HEADING, ["p1,m1,202703,Example Health,Silver,made up,1234567893"]),
        )
        assert here.aside() == []
        assert here.rows(COLUMNS, "attribution_months") == [
            ("p1", 202703, "Example Health", "1234567893", None)
        ]


def test_a_month_written_otherwise_and_a_member_listed_twice_are_set_aside() -> None:
    with room() as here:
        rows = ["p1,m1,2027-03,A,S,,x", "p2,m2,20273,A,S,,x", "p3,m3,202704,A,S,,x"]
        rows += ["p3,m3,202704,A,S,,y", "p3,m3,202704,A,G,,x"]
        here.put("attribution_months", csv_of(HEADING, rows))
        assert [(row, rule) for row, rule, _ in here.aside()] == [
            (2, "unreadable_values"),
            (3, "outside_range"),
            (5, "repeated_keys"),
        ]

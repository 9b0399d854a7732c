"""The acceptance rule after_death."""

from tests.records.feeds import ASSESSMENTS, GOOD, csv_of, room

PEOPLE = "person_id,birth_date,death_date\np1,1990-05-05,2027-03-15\np2,2027-03-10,\n"


def rows_found(rule: str) -> list[tuple[int, ...]]:
    with room() as here:
        here.put("patients", PEOPLE, name="people.csv")
        rows = [GOOD, "a2,p2,PHQ-9,44261-6,2027-03-09,9", "a3,p1,PHQ-9,44261-6,2027-03-16,9"]
        load = here.put("assessments", csv_of(ASSESSMENTS, rows))
        assert load.rows_loaded == 3, "such rows are kept"
        answer = next(a for a in here.accept(load).answers if a.rule.name == rule)
        return [seen.rows for seen in answer.seen]


def test_an_event_after_death_is_shown_and_kept() -> None:
    assert rows_found("after_death") == [(4,)]

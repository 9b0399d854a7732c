"""The acceptance rule unknown_people."""

from fairterms.records.acceptance import Outcome
from tests.records.feeds import ASSESSMENTS, GOOD, csv_of, found, room


def test_a_person_who_is_not_on_the_list_is_shown() -> None:
    with room() as here:
        here.put("patients", "person_id,birth_date\np1,1990-05-05\n", name="people.csv")
        load = here.put("assessments", csv_of(ASSESSMENTS, [GOOD, GOOD.replace("1,p1", "2,p2")]))
        answer = next(a for a in here.accept(load).answers if a.rule.name == "unknown_people")
        assert [(seen.count, seen.rows) for seen in answer.seen] == [(1, (3,))]


def test_without_a_list_nobody_can_be_missing_from_it() -> None:
    with room() as here:
        load = here.put("assessments", csv_of(ASSESSMENTS, [GOOD]))
        answer = next(a for a in here.accept(load).answers if a.rule.name == "unknown_people")
        assert answer.outcome is Outcome.NOT_ASKED
    assert found("assessments", csv_of(ASSESSMENTS, [GOOD]), rule="unknown_people") == []

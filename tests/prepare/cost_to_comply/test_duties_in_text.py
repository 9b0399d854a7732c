from decimal import Decimal

from fairterms.prepare.cost_to_comply.duty import Duty
from fairterms.prepare.cost_to_comply.kind import Family, Role
from tests.prepare.cost_to_comply.made_up import duties_of


def ids(text: str) -> list[str]:
    return [duty.id for duty in duties_of(text)]


def only(text: str) -> Duty:
    (duty,) = duties_of(text)
    return duty


def test_one_and_the_same_work_said_twice_is_one_duty_with_two_places() -> None:
    text = (
        "2.1 Group shall maintain professional liability insurance.\n\n"
        "2.2 Group shall maintain general liability insurance."
    )
    assert [place.section for place in only(text).places] == ["2.1", "2.2"]


def test_work_of_several_sections_is_several_duties() -> None:
    text = (
        "2.1 Group shall attend the quarterly meeting.\n\n"
        "2.2 Group shall attend a committee every month."
    )
    assert ids(text) == ["meetings_2_1", "meetings_2_2"]


def test_a_clause_that_only_points_to_another_is_not_counted_again() -> None:
    text = (
        "2.1 Group shall deliver the files named in Section 2.2.\n\n"
        "2.2 Group shall deliver an outcome file every month."
    )
    duty = only(text)
    assert duty.id == "report_files_2_2"
    assert [place.section for place in duty.places] == ["2.2", "2.1"]


def test_what_goes_with_a_file_is_part_of_it() -> None:
    text = (
        "2.1 Group shall submit an outcome file every month.\n\n"
        "2.2 Group shall submit the answers with each outcome file."
    )
    assert ids(text) == ["report_files_2_1"]


def test_a_file_of_another_rhythm_is_another_duty() -> None:
    text = (
        "2.1 Group shall submit an outcome file every month.\n\n"
        "2.2 Group shall submit a report on Section 2.1 every quarter."
    )
    assert ids(text) == ["report_files_2_1", "report_files_2_2"]


def test_posts_are_counted_and_told_apart() -> None:
    text = (
        "2.1 Group shall employ three (3) full-time care coordinators and one (1) full-time data "
        "analyst."
    )
    first, second = duties_of(text)
    assert (first.posts, first.role, first.family) == (
        Decimal(3), Role.COORDINATOR, Family.COORDINATION,
    )  # fmt: skip
    assert (second.posts, second.role, second.family) == (
        Decimal(1), Role.ANALYST, Family.REPORTING,
    )  # fmt: skip
    assert first.id == "full_time_staff_2_1_coordinator"


def test_the_people_a_meeting_takes_are_read() -> None:
    duty = only("2.1 Group shall send at least two (2) representatives to the quarterly meeting.")
    assert duty.people == Decimal(2)


def test_a_due_date_in_the_next_sentence_is_the_files_own() -> None:
    text = (
        "2.1 Group shall submit a file every month. A file is due within five (5) business days "
        "after the end of the month."
    )
    assert only(text).frequency.due == "within 5 business days"


def test_names_of_duties_are_used_once() -> None:
    text = "Group shall attend a meeting every month.\n\nGroup shall write and maintain a protocol."
    names = ids(text)
    assert len(names) == len(set(names)) == 2

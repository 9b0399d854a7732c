"""Reading `meetings.toml`; the made-up story of the example."""

from datetime import date
from pathlib import Path

import pytest

from fairterms.document import reader as documents
from fairterms.monitor.meetings.meeting import USUAL_RULE, Every
from fairterms.monitor.meetings.reader import Meetings, quote_problems, read, read_text
from fairterms.units.quantity import parse
from tests.monitor.meetings.made_up import TEXT

JUNIPER = Path(__file__).parents[3] / "examples" / "juniper"


def codes(found: Meetings) -> list[str]:
    return [one.code for one in found.problems]


def changed(old: str, new: str) -> Meetings:
    assert old in TEXT
    return read_text(TEXT.replace(old, new))


def test_a_deal_without_the_file_has_no_meetings(tmp_path: Path) -> None:
    assert read(tmp_path) is None


def test_everything_the_file_says_is_read() -> None:
    found = read_text(TEXT)
    assert found.problems == ()
    assert found.rule.every is Every.QUARTER
    assert [one.id for one in found.meetings] == ["spring", "summer"]
    assert found.meetings[0].group == ("clinical director",)
    assert [one.id for one in found.decisions] == ["layout", "factors"]
    assert [one.decision for one in found.done] == ["layout"]
    assert [one.id for one in found.initiatives] == ["evenings", "hospital"]
    assert found.initiatives[0].baseline == parse("79.5 %")
    assert [one.value for one in found.results] == [parse("86.2 %")]
    assert found.reports[0].hours_a_year == parse("90 hours")


def test_the_usual_rule_holds_where_the_contract_gives_none() -> None:
    assert read_text("").rule is USUAL_RULE
    assert not USUAL_RULE.is_declared
    assert quote_problems(Meetings(), []) == ()


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ('meeting = "summer"', 'meeting = "sumer"', "unknown-meeting"),
        ('decision = "layout"', 'decision = "layut"', "unknown-decision"),
        ('initiative = "evenings"', 'initiative = "evening"', "unknown-initiative"),
        ('id = "factors"', 'id = "layout"', "duplicate-id"),
        ('every = "quarter"', 'every = "month"', "unknown-every"),
        ('owner = "actuary"', "", "missing"),
        ('agreed_by = ["actuary"]', "", "missing"),
        ('value = "86.2 %"', 'value = "86.2"', "not-a-quantity"),
        ('people = "1,148 patients"', 'people = "50 %"', "wrong-unit"),
        ('owed_by = "group"', 'owed_by = "we"', "unknown-owner"),
        ("review = 2027-10-31", "review = 2027-01-31", "wrong-order"),
        ('kind = "Committee" # spring', "", "missing"),
    ],
)
def test_each_thing_wrong_is_told_once(old: str, new: str, code: str) -> None:
    assert code in codes(changed(old, new))


def test_an_initiative_cannot_be_closed_on_activity_alone() -> None:
    found = changed('value = "86.2 %"\n', "")
    assert codes(found) == ["closed-on-activity"]
    assert not found.is_closed(found.initiatives[0])
    typed = changed('owner = "intake lead"', 'owner = "intake lead"\nclosed = 2027-10-29')
    assert "closed-on-activity" in codes(typed)
    assert "a measured result" in typed.problems[0].what


def test_a_result_that_does_not_close_leaves_an_initiative_open() -> None:
    found = read_text(TEXT)
    assert found.is_closed(found.initiatives[0])
    assert not found.is_closed(found.initiatives[1])
    still = changed("closes = true", "closes = false")
    assert not still.is_closed(still.initiatives[0])


def test_as_of_a_day_only_what_had_happened_counts() -> None:
    found = read_text(TEXT).up_to(date(2027, 4, 11))
    assert [one.id for one in found.meetings] == ["spring"]
    assert [one.id for one in found.decisions] == ["layout"]
    assert (found.done, found.results) == ((), ())
    assert [one.id for one in found.initiatives] == ["evenings"]


def test_a_decision_is_open_until_it_is_done() -> None:
    found = read_text(TEXT)
    assert [one.id for one in found.open_decisions(date(2027, 4, 11))] == ["layout"]
    assert [one.id for one in found.open_decisions(date(2027, 4, 12))] == []
    assert [one.id for one in found.open_decisions(date(2027, 6, 17))] == ["factors"]


def test_two_rules_are_one_too_many() -> None:
    rule = TEXT[TEXT.index("[[meeting_rule]]") : TEXT.index("[[report]]")]
    assert codes(read_text(TEXT + rule)) == ["duplicate-rule"]


def test_minutes_that_were_changed_are_found(tmp_path: Path) -> None:
    (tmp_path / "minutes").mkdir()
    (tmp_path / "minutes" / "spring.txt").write_text("changed")
    found = read_text(TEXT + MINUTES, tmp_path)
    assert codes(found) == ["evidence-changed"]
    assert codes(read_text(TEXT + MINUTES.replace("minutes/", "../"), tmp_path)) == ["bad-evidence"]
    assert read_text(TEXT + MINUTES).problems == ()


MINUTES = f"""
[[minutes]]
meeting = "spring"
on = 2027-03-29
file = "minutes/spring.txt"
sha256 = "{"0" * 64}"
"""


def test_the_example_has_no_problem_and_its_minutes_are_what_they_were() -> None:
    found = read(JUNIPER)
    assert found is not None
    assert found.problems == ()
    assert [found.minutes_of(one) is not None for one in found.meetings] == [True, True, False]
    assert [found.is_closed(one) for one in found.initiatives] == [True, False]


@pytest.mark.slow
def test_the_contract_of_the_example_says_how_often_the_two_sides_meet() -> None:
    book = read(JUNIPER)
    assert book is not None
    found, _ = documents.read_all([JUNIPER / "contract" / "01-agreement.pdf"])
    assert quote_problems(book, found) == ()
    (problem,) = quote_problems(book, [])
    assert problem.line == book.rule.line == 4

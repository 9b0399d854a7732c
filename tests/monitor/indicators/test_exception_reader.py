"""Exceptions and losses, block by block."""

from datetime import date

import pytest

from fairterms.monitor.indicators.exception_reader import Loss, read_exceptions, read_losses
from fairterms.monitor.indicators.guarded import Guarded
from fairterms.monitor.indicators.indicator import Guard
from fairterms.risks.control.exception import CauseClass, ExceptionItem
from fairterms.units import form_file
from fairterms.units.finding import Severity
from fairterms.units.notes import Notes
from fairterms.units.problem import Problem

WHOLE = {
    "id": '"march"',
    "indicator": '"seen_soon"',
    "opened": "2027-04-11",
    "due": "2027-04-25",
    "owner": '"intake lead"',
}
WAIVER = '{ reason = "staff begins in May", approver = "practice council", expires = 2027-06-30 }'


def read(**changes: str | None) -> tuple[ExceptionItem | None, list[Problem]]:
    said = {**WHOLE, **changes}
    rows = [f"{key} = {words}" for key, words in said.items() if words is not None]
    document, notes = opened("\n".join(["[[exception]]", *rows]))
    found = read_exceptions(document, notes, ["seen_soon"])
    return (found[0] if found else None), list(notes.problems())


def opened(text: str) -> tuple[dict[str, object], Notes]:
    found = form_file.parsed(text, "indicators.toml")
    assert not isinstance(found, Problem)
    return found


def test_an_exception_is_read_as_it_is_written() -> None:
    one, problems = read(cause='"people"', resolution='"two clinicians began"', waiver=WAIVER)
    assert problems == []
    assert one is not None
    assert (one.id, one.indicator, one.rule, one.owner) == ("march", "seen_soon", "", "intake lead")
    assert (one.opened, one.due) == (date(2027, 4, 11), date(2027, 4, 25))
    assert (one.cause, one.severity) == (CauseClass.PEOPLE, Severity.MEDIUM)
    assert one.waiver is not None
    assert one.waiver.expires == date(2027, 6, 30)


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"id": None}, "bad-id"),
        ({"indicator": '"seen_son"'}, "unknown-indicator"),
        ({"indicator": None}, "impossible"),
        ({"rule": '"all within ten days"'}, "impossible"),
        ({"opened": None}, "missing"),
        ({"due": '"soon"'}, "not-a-date"),
        ({"due": "2027-04-10"}, "impossible"),
        ({"owner": None}, "missing"),
        ({"cause": '"bad luck"'}, "no-such-choice"),
        ({"resolution": '"done"'}, "impossible"),
        ({"waiver": WAIVER.replace("practice council", "intake lead")}, "impossible"),
        ({"waiver": '{ reason = "later", approver = "council" }'}, "missing"),
        ({"blame": '"them"'}, "unknown-key-of-an-exception"),
    ],
)
def test_each_mistake_has_its_message(changes: dict[str, str | None], code: str) -> None:
    _, problems = read(**changes)
    assert [one.code for one in problems] == [code]


def test_a_subject_is_a_group_of_at_least_eleven_people() -> None:
    one, problems = read(subject='"adults in the evening"', people='"11 patients"')
    assert problems == []
    assert one is not None
    assert one.subject == "adults in the evening (11 patients)"
    one, problems = read(subject='"adults in the evening"', people='"10 patients"')
    assert [found.code for found in problems] == ["few-people"]
    assert "10" not in str(problems[0])
    assert one is not None
    assert one.subject == ""


def test_a_subject_without_its_number_of_people_is_left_out() -> None:
    one, problems = read(subject='"adults in the evening"')
    assert [found.what for found in problems] == ["people is missing"]
    assert one is not None
    assert one.subject == ""


def test_a_loss_names_its_day_and_what_it_touched() -> None:
    said = '[[loss]]\nday = 2027-08-31\nwhat = "fees taken back"\nclause = "savings"'
    guarded = Guarded(frozenset(), frozenset({"savings"}))
    document, notes = opened(said)
    assert read_losses(document, notes, guarded) == (
        Loss(date(2027, 8, 31), "fees taken back", Guard("clause", "savings")),
    )
    assert notes.problems() == ()


@pytest.mark.parametrize("key", ["day", "what", "clause"])
def test_a_loss_without_one_of_them_is_left_out_and_told(key: str) -> None:
    rows = {"day": "2027-08-31", "what": '"fees taken back"', "clause": '"savings"'}
    said = "\n".join(f"{name} = {words}" for name, words in rows.items() if name != key)
    document, notes = opened(f"[[loss]]\n{said}")
    assert read_losses(document, notes, Guarded()) == ()
    assert len(notes.problems()) == 1

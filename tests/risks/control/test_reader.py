"""The reader makes a book of the file, and leaves no doubtful test a chance to earn credit."""

from datetime import date
from pathlib import Path

import pytest

from fairterms.risks.control.book import ControlBook
from fairterms.risks.control.control import Status
from fairterms.risks.control.effect import Leaves
from fairterms.risks.control.indicator import Light
from fairterms.risks.control.reader import read_controls
from fairterms.units.notes import Notes
from fairterms.units.positions import parse
from fairterms.units.problem import Problem

SOUND = (Path(__file__).parents[2] / "golden" / "control.toml").read_text(encoding="utf-8")
IMPACTS = ("wrong_patients_pay",)
ON = date(2027, 6, 1)


def read(text: str) -> tuple[ControlBook, tuple[Problem, ...]]:
    document, positions = parse(text)
    notes = Notes("risks.toml", tuple(text.splitlines()), positions)
    return read_controls(document, notes, IMPACTS), notes.problems()


def changed(right: str, wrong: str) -> ControlBook:
    assert right in SOUND
    book, problems = read(SOUND.replace(right, wrong, 1))
    assert problems
    return book


def test_everything_written_is_in_the_book() -> None:
    book, problems = read(SOUND)
    assert problems == ()
    assert [one.id for one in book.controls] == ["roster_match", "second_look"]
    assert book.controls[1].status(date(2027, 6, 30)) is Status.RETIRED
    assert [one.leaves for one in book.effects] == [Leaves(0.3, 0.4, 0.6), Leaves(0.8, 0.8, 0.8)]
    assert [one.id for one in book.tests] == ["roster_match_design", "roster_match_2027_q1"]
    assert book.acceptances[0].expires == date(2027, 12, 31)
    assert book.indicators[0].light(book.readings[0].value) is Light.AMBER
    assert book.exceptions[0].waiver is not None
    assert book.unread == frozenset()


def test_the_sound_file_earns_credit() -> None:
    book, _ = read(SOUND)
    left = book.residual("wrong_patients_pay", ON)
    assert left.frequency.claimed == pytest.approx(2.5 / 6)
    assert left.frequency.claimed < left.frequency.proven < 1
    assert left.severity.claimed == 0.8
    assert left.severity.proven == 1


def test_a_file_that_says_nothing_of_controls_makes_an_empty_book() -> None:
    book, problems = read("[[risk]]\nid = 'x'\n")
    assert book.is_empty
    assert problems == ()


LATER_FAILURE = """
[[test]]
id = "roster_match_may"
control = "roster_match"
kind = "operating"
method = "inspection"
population = "60 list lines"
sample = "all"
expected = "0 deviations"
deviations = "2 deviations"
tester = "auditor"
approver = "compliance lead"
valid_from = 2027-05-15
valid_to = 2027-08-14
result = "failed"
"""


def test_a_later_failure_takes_the_credit_away() -> None:
    book, problems = read(SOUND + LATER_FAILURE)
    assert problems == ()
    assert book.residual("wrong_patients_pay", ON).frequency.proven == 1


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ('result = "failed"', 'result = "so so"'),
        ('control = "roster_match"', 'control = "roster_mach"'),
        ('control = "roster_match"', ""),
        ('deviations = "2 deviations"', 'deviations = "61 deviations"'),
        ("valid_from = 2027-05-15", ""),
        ('id = "roster_match_may"', 'id = "roster_match_design"'),
        ('tester = "auditor"', 'tester = "billing lead"'),
        ('tester = "auditor"', 'tester = "compliance lead"'),
    ],
)
def test_a_test_that_cannot_be_read_never_leaves_credit_behind(right: str, wrong: str) -> None:
    assert right in LATER_FAILURE
    book, problems = read(SOUND + LATER_FAILURE.replace(right, wrong, 1))
    assert problems
    assert book.residual("wrong_patients_pay", ON).frequency.proven == 1


def test_an_unreadable_test_of_another_control_leaves_this_one_alone() -> None:
    other = LATER_FAILURE.replace("roster_match", "second_look", 1).replace(
        'control = "roster_match"', 'control = "second_look"'
    )
    book, problems = read(SOUND + other.replace('"failed"', '"so so"'))
    assert problems
    assert book.unread == {"second_look"}
    assert book.residual("wrong_patients_pay", ON).frequency.proven < 1


def test_a_control_that_cannot_be_read_is_told_once() -> None:
    _, problems = read(SOUND.replace('aim = "detect"', 'aim = "deter"', 1))
    assert [one.what for one in problems] == ['nothing reads aim = "deter"']
    book = changed('aim = "detect"', 'aim = "deter"')
    assert [one.control for one in book.effects] == ["second_look"]
    assert book.tests == ()


def test_an_indicator_that_cannot_be_read_is_told_once() -> None:
    book = changed('red = "6 %"', 'red = "2 %"')
    assert (book.indicators, book.readings) == ((), ())
    _, problems = read(SOUND.replace('red = "6 %"', 'red = "2 %"', 1))
    assert len(problems) == 1


def test_one_mistake_loses_no_other_block() -> None:
    book = changed('severity = "medium"', 'severity = "huge"')
    assert book.exceptions == ()
    assert len(book.controls) == len(book.effects) == len(book.tests) == 2


def test_every_mistake_of_a_file_is_told() -> None:
    text = SOUND.replace('aim = "detect"', 'aim = "deter"').replace('"80 %"', '"0 %"')
    _, problems = read(text.replace('kind = "leading"', 'kind = "early"'))
    assert len(problems) == 3
    assert [one.line for one in problems] == sorted(one.line for one in problems)


ODD: tuple[object, ...] = (None, "", "x", -1, True, 2.5, [], [[]], {}, [{"a": []}], date.max)


@pytest.mark.slow
def test_whatever_a_value_is_it_becomes_a_problem_and_never_an_error() -> None:
    document, _ = parse(SOUND)
    for section, blocks in document.items():
        for at, block in enumerate(blocks):
            for key, odd in ((key, odd) for key in block for odd in ODD):
                kept = [*blocks[:at], {**block, key: odd}, *blocks[at + 1 :]]
                notes = Notes("risks.toml", (), {})
                book = read_controls({**document, section: kept}, notes, IMPACTS)
                assert book.residual("wrong_patients_pay", ON).mean_loss.claimed > 0
                assert notes.found or _is_sound(key, odd), (section, key, odd)


def _is_sound(key: str, odd: object) -> bool:
    """Say whether an odd value is a sound one for its key."""
    if key in ("coso_principle", "source", "waiver", "status") and odd is None:
        return True
    if key in ("from", "to", "retired", "starts", "valid_from", "valid_to", "expires", "due"):
        return odd == date.max
    return (key, odd) in (("key", True), ("opened", date.max)) or isinstance(odd, str)

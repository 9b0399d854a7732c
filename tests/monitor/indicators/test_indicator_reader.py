"""Indicators are read whole or not at all, and every mistake has its own message."""

import pytest

from fairterms.monitor.indicators.guarded import Guarded
from fairterms.monitor.indicators.indicator import HIGHER, Guard, Indicator, Source
from fairterms.monitor.indicators.indicator_reader import read_indicators
from fairterms.monitor.indicators.ready import READY
from fairterms.units import form_file
from fairterms.units.problem import Problem
from fairterms.units.quantity import parse
from tests.monitor.indicators.made_up import SEEN_SOON

WHOLE = {
    "id": '"seen_soon"',
    "meaning": '"new patients seen within ten days"',
    "from": '"access"',
    "unit": '"%"',
    "of": '"patients"',
    "direction": '"higher is better"',
    "amber": '"80 %"',
    "red": '"70 %"',
    "lead_time": '"3 months"',
    "cadence": '"monthly"',
    "due_within": '"20 days"',
    "owner": '"intake lead"',
    "objective": '"prompt_care"',
    "starts": '"2026-01"',
    "baseline": '{ from = "2026-01", to = "2026-12" }',
}
GUARDED = Guarded(frozenset({"prompt_care"}), frozenset({"savings"}))


def read(text: str, guarded: Guarded = GUARDED) -> tuple[tuple[Indicator, ...], list[Problem]]:
    opened = form_file.parsed(text, "indicators.toml")
    assert not isinstance(opened, Problem)
    document, notes = opened
    return read_indicators(document, notes, guarded), list(notes.problems())


def block(**changes: str | None) -> str:
    said = {**WHOLE, **changes}
    rows = [f"{key} = {words}" for key, words in said.items() if words is not None]
    return "\n".join(["[[indicator]]", *rows])


def codes(**changes: str | None) -> list[str]:
    found, problems = read(block(**changes))
    assert not found, "nothing is read with a mistake in it"
    return [one.code for one in problems]


def test_an_indicator_is_read_as_it_is_written() -> None:
    found, problems = read(block())
    assert problems == []
    assert found == (SEEN_SOON,)


def test_two_indicators_are_read_in_their_order() -> None:
    found, _ = read(block() + "\n" + block(id='"another"'))
    assert [one.id for one in found] == ["seen_soon", "another"]


@pytest.mark.parametrize(
    "key",
    [key for key in WHOLE if key not in ("id", "of", "objective", "baseline")],
)
def test_what_must_be_there_is_asked_for(key: str) -> None:
    _, problems = read(block(**{key: None}))
    assert [one.code for one in problems] == ["missing"]
    assert problems[0].what == f"{key} is missing"
    assert problems[0].why.startswith("a warning nobody can check")


@pytest.mark.parametrize(
    ("key", "words", "code"),
    [
        ("id", '"Seen soon"', "bad-id"),
        ("from", '"rumours"', "no-such-choice"),
        ("unit", '"%%"', "bad-unit"),
        ("direction", '"up"', "no-such-choice"),
        ("amber", '"80"', "not-a-quantity"),
        ("amber", '"at least 80 %"', "not-exact"),
        ("amber", '"60 %"', "impossible"),
        ("red", '"7 days"', "impossible"),
        ("lead_time", '"3 %"', "wrong-unit"),
        ("lead_time", '"1.5 months"', "not-whole"),
        ("cadence", '"daily"', "no-such-choice"),
        ("due_within", '"2 months"', "wrong-unit"),
        ("starts", '"2026-Q1"', "not-a-period"),
        ("of", None, "impossible"),
        ("objective", '"prompt_car"', "unknown-objective"),
        ("objective", None, "no-guard"),
        ("take", '"nothing_of_the_sort"', "unknown-ready-indicator"),
    ],
)
def test_each_mistake_has_its_message(key: str, words: str | None, code: str) -> None:
    if key == "take":
        _, problems = read(block(take=words))
        assert [one.code for one in problems] == [code]
    else:
        assert codes(**{key: words}) == [code]


def test_a_baseline_with_a_mistake_is_left_out_and_told() -> None:
    for words, code in [
        ('{ from = "2026-12", to = "2026-01" }', "impossible"),
        ('{ from = "2026-01" }', "missing"),
        ('{ from = "2026-01", to = "2026-12", of = "us" }', "unknown-key-of-a-baseline"),
        ('"2026"', "not-a-table"),
    ]:
        _, problems = read(block(baseline=words))
        assert [one.code for one in problems] == [code]


def test_a_key_nothing_reads_is_told() -> None:
    _, problems = read(block(treshold='"80 %"'))
    assert [one.code for one in problems] == ["unknown-key-of-an-indicator"]


def test_it_guards_an_objective_or_a_clause_and_not_both() -> None:
    found, problems = read(block(objective=None, clause='"savings"'))
    assert problems == []
    assert found[0].guards == Guard("clause", "savings")
    assert codes(clause='"savings"') == ["no-guard"]


def test_what_it_guards_is_not_held_against_files_that_cannot_be_read() -> None:
    found, problems = read(block(), Guarded())
    assert problems == []
    assert len(found) == 1


def test_a_ready_indicator_is_taken_with_bounds_of_ones_own() -> None:
    own = 'amber = "75 %"\nred = "72 %"\nowner = "intake lead"\nobjective = "prompt_care"'
    found, problems = read(f'[[indicator]]\ntake = "first_appointment"\nstarts = "2026-01"\n{own}')
    assert problems == []
    (one,) = found
    ready = READY["first_appointment"]
    assert (one.id, one.meaning, one.source) == ("first_appointment", ready.meaning, Source.ACCESS)
    assert (one.bounds.direction, one.bounds.red) == (HIGHER, parse("72 %"))
    assert one.of == "patient"


def test_the_bounds_of_a_ready_indicator_are_only_suggested() -> None:
    text = '[[indicator]]\ntake = "first_appointment"\nstarts = "2026-01"\nowner = "intake lead"'
    found, problems = read(text + '\nobjective = "prompt_care"')
    assert found == ()
    assert [(one.what, one.fix) for one in problems] == [
        ("amber is missing", 'write amber = "80 %"'),
        ("red is missing", 'write red = "74 %"'),
    ]


def test_what_the_user_writes_outweighs_the_ready_indicator() -> None:
    found, _ = read(block(take='"unpaid_hours"'))
    assert found == (SEEN_SOON,)

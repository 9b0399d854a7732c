"""The eight steps of a benchmark are read as they were agreed, and a changed word is noticed."""

from datetime import date
from pathlib import Path

from fairterms.outcomes.group_results.declaration import Measured
from fairterms.outcomes.group_results.declaration_reader import read
from fairterms.outcomes.targets.benchmark import BenchmarkStep, StepRecord
from fairterms.units.problem import Problem
from tests.outcomes.group_results.made_up_deal import OUTCOMES, RESPONSE

SETTLED = "PHQ-9, version 1"
AGREED = StepRecord(BenchmarkStep.MEASURE, SETTLED, "").fingerprint
STEP = f"""
[[measured.step]]
number = 1
settled = "{SETTLED}"
agreed = "{AGREED}"
group = 2026-05-01
plan = 2026-05-02
by_group = "the medical director"
"""


def found(folder: Path, steps: str) -> tuple[Measured, tuple[Problem, ...]]:
    (folder / "outcomes.toml").write_text(OUTCOMES + RESPONSE + steps, encoding="utf-8")
    declaration = read(folder)
    assert declaration is not None
    return declaration.measured[0], declaration.problems


def test_a_step_agreed_as_it_reads_is_complete(tmp_path: Path) -> None:
    measured, problems = found(tmp_path, STEP)
    assert problems == ()
    assert measured.benchmark is not None
    record = measured.benchmark.record(BenchmarkStep.MEASURE)
    assert record is not None
    assert (record.settled, record.completed) == (SETTLED, date(2026, 5, 2))
    assert [one.by for one in record.consents] == ["the medical director", "plan"]
    lacking = {one.what for one in measured.benchmark.incomplete if one.step is record.step}
    assert lacking == {"the data are not named"}


def test_without_steps_there_is_no_benchmark(tmp_path: Path) -> None:
    measured, problems = found(tmp_path, "")
    assert measured.benchmark is None
    assert problems == ()


def test_a_step_may_be_settled_before_anybody_agrees(tmp_path: Path) -> None:
    measured, problems = found(tmp_path, '[[measured.step]]\nnumber = 2\nsettled = "a register"\n')
    assert problems == ()
    assert measured.benchmark is not None
    record = measured.benchmark.record(BenchmarkStep.REFERENCE)
    assert record is not None
    assert record.completed is None


def test_a_changed_word_asks_for_a_new_agreement(tmp_path: Path) -> None:
    measured, (problem,) = found(tmp_path, STEP.replace("version 1", "version 2"))
    assert problem.code == "benchmark-agreed"
    assert problem.what == "the step no longer reads as it was agreed"
    assert problem.line == 28
    now = StepRecord(BenchmarkStep.MEASURE, "PHQ-9, version 2", "").fingerprint
    assert now in problem.fix
    assert measured.benchmark is not None
    record = measured.benchmark.record(BenchmarkStep.MEASURE)
    assert record is not None
    assert record.completed is None


def test_dates_without_a_fingerprint_are_no_agreement(tmp_path: Path) -> None:
    _, (problem,) = found(tmp_path, STEP.replace(f'agreed = "{AGREED}"\n', ""))
    assert problem.code == "benchmark-agreed"
    assert "no fingerprint of what was agreed" in problem.what
    assert AGREED in problem.fix


def test_data_are_named_by_their_fingerprint(tmp_path: Path) -> None:
    _, problems = found(tmp_path, '[[measured.step]]\nnumber = 3\ndata = "our file"\n')
    assert [(one.code, one.line) for one in problems] == [("benchmark-data", 26)]
    assert problems[0].what == '"our file" is no fingerprint of the data'
    sound = f'[[measured.step]]\nnumber = 3\ndata = "sha256:{"0" * 64}"\n'
    assert found(tmp_path, sound)[1] == ()


def test_a_step_outside_one_to_eight_or_named_twice_is_told(tmp_path: Path) -> None:
    for number in ("9", "0", '"1"', "true"):
        _, (problem,) = found(tmp_path, f"[[measured.step]]\nnumber = {number}\n")
        assert (problem.code, problem.line) == ("benchmark-step", 25), number
        assert problem.fix == "write number = 1 to 8"
    _, (twice,) = found(tmp_path, "[[measured.step]]\nnumber = 1\n" * 2)
    assert (twice.code, twice.line) == ("benchmark-step", 27)


def test_a_key_nothing_reads_is_told(tmp_path: Path) -> None:
    _, (problem,) = found(tmp_path, '[[measured.step]]\nnumber = 1\nsetled = "x"\n')
    assert (problem.code, problem.line) == ("unknown-key", 26)
    assert 'did you mean "settled"?' in problem.fix


def test_a_day_in_quotes_is_no_consent(tmp_path: Path) -> None:
    for written in ('"2026-05-01"', "2026-05-01T10:00:00"):
        measured, (problem,) = found(tmp_path, STEP.replace("= 2026-05-01", f"= {written}"))
        assert (problem.code, problem.line) == ("benchmark-day", 29)
        assert problem.fix == "write group = 2026-05-01, without quotes"
        assert measured.benchmark is not None
        assert [one.side for one in measured.benchmark.records[0].consents] == ["plan"]


def test_a_blank_name_stands_for_the_side(tmp_path: Path) -> None:
    measured, problems = found(tmp_path, STEP.replace("the medical director", " "))
    assert problems == ()
    assert measured.benchmark is not None
    assert measured.benchmark.records[0].consents[0].by == "group"

"""The plan's sample is accepted, not yet accepted, or not there; no value of a row is told."""

import importlib.util
from pathlib import Path

import pytest

from fairterms.prepare.data_demand.demand import Demand, demand
from fairterms.prepare.data_demand.sample import Result, SampleTest, try_sample
from tests.prepare.data_demand.made_up import (
    CLEAN,
    EXAMPLES,
    HEAD,
    contract_of,
    fees_only,
    sampled,
)


def tried(folder: Path, demanded: Demand | None = None) -> SampleTest:
    return try_sample(folder, demanded or fees_only())


def test_no_folder_and_an_empty_folder_are_no_sample(tmp_path: Path) -> None:
    assert tried(tmp_path).result is Result.NONE
    (tmp_path / "samples").mkdir()
    (tmp_path / "samples" / "readme.txt").write_text("none yet")
    assert tried(tmp_path).result is Result.NONE
    assert tried(tmp_path).lacking == ("claims",)


@pytest.mark.slow
def test_a_clean_sample_is_accepted(tmp_path: Path) -> None:
    found = tried(sampled(tmp_path))
    assert (found.result, found.failures, found.gaps) == (Result.ACCEPTED, (), ())
    assert found.files == (("claims.csv", 20),)
    assert found.rules >= 8


def test_a_sample_of_an_unknown_day_is_not_tested(tmp_path: Path) -> None:
    found = tried(sampled(tmp_path, received=""))
    assert found.result is Result.NOT_TESTED
    assert [one.file for one in found.problems] == ["samples/received.toml"]


@pytest.mark.parametrize("text", ["", 'received = "2026-11-12"\n', "recieved = 2026-11-12\n"])
def test_a_day_that_cannot_be_read_is_a_problem(tmp_path: Path, text: str) -> None:
    if not text:
        text = "# no day\n"
    found = tried(sampled(tmp_path, received=text))
    assert found.result is Result.NOT_TESTED
    assert len(found.problems) == 1


def test_what_the_rules_find_is_counted_and_no_value_is_told(tmp_path: Path) -> None:
    lines = CLEAN.splitlines(keepends=True)
    found = tried(sampled(tmp_path, "".join([*lines, lines[1], lines[2]])))
    assert found.result is Result.NOT_YET
    assert [(one.title, one.count) for one in found.failures] == [("Rows that repeat an id", 2)]
    assert "M1" not in repr(found)


@pytest.mark.slow
def test_a_day_after_the_sample_came_lies_in_the_future(tmp_path: Path) -> None:
    found = tried(sampled(tmp_path, received="received = 2026-10-10\n"))
    assert found.result is Result.NOT_YET
    assert any("future" in one.title for one in found.failures)


@pytest.mark.slow
def test_a_file_that_cannot_be_read_is_a_failure_of_the_whole_file(tmp_path: Path) -> None:
    found = tried(sampled(tmp_path, HEAD))
    assert found.result is Result.NOT_YET
    assert [(one.file, one.count) for one in found.failures] == [("claims.csv", 0)]


@pytest.mark.slow
def test_a_file_the_terms_need_and_nobody_sent_keeps_it_open(tmp_path: Path) -> None:
    found = tried(sampled(tmp_path), demand(contract_of("cedar")))
    assert (found.result, found.lacking) == (Result.NOT_YET, ("enrolment",))
    assert {term for term, _ in found.gaps} == {"member months", "attribution"}


@pytest.mark.slow
def test_a_file_asked_for_and_not_sent_keeps_it_open_where_every_figure_can_be_worked_out(
    tmp_path: Path,
) -> None:
    asked = Demand(fees_only().needs, demand(contract_of("cedar")).fields)
    found = tried(sampled(tmp_path), asked)
    assert (found.result, found.gaps, found.lacking) == (Result.NOT_YET, (), ("enrolment",))


@pytest.mark.slow
def test_the_samples_of_the_examples_fail_and_pass() -> None:
    cedar = tried(EXAMPLES / "cedar", demand(contract_of("cedar")))
    assert cedar.result is Result.NOT_YET
    assert {one.title: one.count for one in cedar.failures} == {
        "Rows that repeat an id": 3,
        "Dates in the wrong order": 2,
        "Rows without an id, a person or a date": 2,
        "Dates that lie in the future": 1,
        "Columns that are often empty": 29,
    }
    juniper = tried(EXAMPLES / "juniper", demand(contract_of("juniper")))
    assert (juniper.result, juniper.lacking) == (Result.ACCEPTED, ())


def test_the_samples_kept_are_those_the_program_makes(tmp_path: Path) -> None:
    spec = importlib.util.spec_from_file_location("build_samples", EXAMPLES / "build_samples.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    for name in ("cedar", "juniper"):
        module.build(name, tmp_path / name)
        made = {one.name: one.read_text() for one in (tmp_path / name).iterdir()}
        kept = {one.name: one.read_text() for one in (EXAMPLES / name / "samples").iterdir()}
        assert made == kept, f"{name}: run python examples/build_samples.py"

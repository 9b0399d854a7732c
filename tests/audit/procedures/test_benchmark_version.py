"""A benchmark with any part missing cannot be approved, however it is asked."""

from dataclasses import replace
from datetime import date

import pytest

from fairterms.audit.procedures import benchmark_version
from fairterms.audit.procedures.benchmark_version import PARTS, BenchmarkVersion, approve
from fairterms.units.period import Period
from fairterms.units.refusal import Refusal
from tests.audit.procedures.made_up import codes, read_one

DAY = date(2026, 11, 20)
WHOLE = BenchmarkVersion(
    id="b",
    population="adults",
    records="scores",
    peers=("practices",),
    strata=("10 to 19",),
    measures=("response",),
    source="entered",
    baseline=Period(date(2024, 1, 1), date(2026, 6, 30)),
    interval="95 %",
    adjustment="by first score",
    validated_by=("director of the plan", "director of the group"),
    review_on=date(2028, 12, 31),
)
EMPTY: dict[str, object] = {
    **dict.fromkeys(("population", "records", "source", "interval", "adjustment"), ""),
    **dict.fromkeys(("peers", "strata", "measures", "validated_by"), ()),
    **dict.fromkeys(("baseline", "review_on")),
}
TEXT = """
[[benchmark_version]]
id = "b"
population = "adults"
records = "scores"
peers = ["practices"]
strata = ["10 to 19"]
measures = ["response"]
source = "entered"
baseline = { from = 2024-01-01, to = 2026-06-30 }
interval = "95 %"
adjustment = "by first score"
validated_by = ["director of the plan", "director of the group"]
review_on = 2028-12-31
"""
APPROVED = 'approved_on = 2026-11-20\napproved_by = "chair"\ndecision = "d_1"\n'


def test_a_whole_one_is_read_and_approved() -> None:
    assert read_one(TEXT, "benchmark_version", benchmark_version.read) == (WHOLE, ())
    assert (WHOLE.missing, WHOLE.is_approved) == ((), False)
    approved = approve(WHOLE, "chair", DAY, "d_1")
    assert approved.is_approved
    assert read_one(TEXT + APPROVED, "benchmark_version", benchmark_version.read)[0] == approved


@pytest.mark.parametrize("part", PARTS)
def test_without_a_part_it_cannot_be_approved(part: str) -> None:
    lacking = replace(WHOLE, **{part: EMPTY[part]})  # type: ignore[arg-type] # fields by name
    assert lacking.missing == (part,)
    with pytest.raises(Refusal, match=f"cannot be approved without {part}\n"):
        approve(lacking, "chair", DAY, "d_1")


@pytest.mark.parametrize("part", PARTS)
def test_nor_does_a_file_that_says_so_make_it_approved(part: str) -> None:
    text = "\n".join(line for line in TEXT.splitlines() if not line.startswith(part))
    found, problems = read_one(text + "\n" + APPROVED, "benchmark_version", benchmark_version.read)
    assert (found, codes(problems)) == (None, ["not-whole"])
    assert problems[0].what == f"the benchmark b cannot be approved without {part}"


def test_one_clinician_is_not_enough_even_written_twice() -> None:
    assert replace(WHOLE, validated_by=("director", "director")).missing == ("validated_by",)


@pytest.mark.parametrize("lacking", [("", "d_1"), ("chair", "")])
def test_it_is_approved_by_somebody_and_by_a_decision(lacking: tuple[str, str]) -> None:
    with pytest.raises(Refusal):
        approve(WHOLE, lacking[0], DAY, lacking[1])


@pytest.mark.parametrize("baseline", ['"2024 to 2026"', "{ from = 2026-01-01, to = 2024-01-01 }"])
def test_a_baseline_that_is_no_period_is_a_problem(baseline: str) -> None:
    text = TEXT.replace("{ from = 2024-01-01, to = 2026-06-30 }", baseline)
    found, problems = read_one(text, "benchmark_version", benchmark_version.read)
    assert found is None
    assert codes(problems)[0] in ("not-a-period", "bad-days")

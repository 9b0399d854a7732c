"""Everything wrong in outcomes.toml is said at once, each with its line, and nothing is guessed."""

from datetime import date
from pathlib import Path

import pytest

from fairterms.outcomes.group_results.declaration import Declaration, Progress
from fairterms.outcomes.group_results.declaration_reader import read
from fairterms.units.problem import Problem
from tests.outcomes.group_results.made_up_deal import OUTCOMES, PROGRESS_TOML, RESPONSE

PEERS = '[measured.peers]\naverage = "42 %"\nspread = "6 percentage points"\nsource = "made up"\n'
CEDAR = Path(__file__).parents[3] / "examples" / "cedar"


def declared(folder: Path, text: str) -> Declaration:
    (folder / "outcomes.toml").write_text(text, encoding="utf-8")
    found = read(folder)
    assert found is not None
    return found


def only(folder: Path, text: str) -> Problem:
    """The single problem of a file, its line checked against the text."""
    problems = declared(folder, text).problems
    assert len(problems) == 1, [str(one) for one in problems]
    problem = problems[0]
    assert problem.file == "outcomes.toml"
    assert problem.text == (text.splitlines()[problem.line - 1] if problem.line else "")
    assert problem.why
    assert problem.fix
    return problem


def test_a_deal_without_the_file_declares_nothing(tmp_path: Path) -> None:
    assert read(tmp_path) is None


def test_the_sample_deal_is_read_without_a_problem() -> None:
    found = read(CEDAR)
    assert found is not None
    assert found.problems == ()
    assert found.judged_year == found.years[-1]
    parts = {one.measure: one.part for one in found.measured}
    assert parts["completion"] == "first and later score"


def test_a_sound_file_is_read_as_it_stands(tmp_path: Path) -> None:
    extra = 'follow_up = "80 %"\n'
    measured = RESPONSE.replace("[measured.options]", f"{extra}[measured.options]")
    opened = '[measured.open]\nlater_score = ["last", "best"]\nindex_cut = [10, 5]\n'
    comparison = '[comparison]\nadjusts_for = ["age"]\npriced_by = "response"\n'
    found = declared(tmp_path, OUTCOMES + measured + opened + PEERS + PROGRESS_TOML + comparison)
    assert found.problems == ()
    assert found.reached == date(2026, 12, 31)
    assert found.years == (2025, 2026)
    assert found.adjusts_for == ("age",)
    assert found.priced_by == "response"
    assert found.progress == Progress("phq9", 10, 6, 10, 300, 30, 14, None, "made up")
    (one,) = found.measured
    assert (one.measure, one.by, one.part) == ("response", "remission_or_response", "")
    assert (one.allowed_to_fail, one.follow_up) == (0.1, 0.8)
    assert one.open == {"later_score": ("last", "best"), "index_cut": (10, 5)}
    assert one.options["observed_until"] == "2026-12-31"
    assert one.peers is not None
    assert (one.peers.average, one.peers.spread, one.peers.source) == (0.42, 0.06, "made up")
    assert one.benchmark is None


def test_the_last_day_of_a_last_score_is_read_where_it_is_given(tmp_path: Path) -> None:
    found = declared(tmp_path, OUTCOMES + PROGRESS_TOML + 'last_until = "240 days"\n')
    assert found.progress is not None
    assert found.progress.last_until_days == 240


def test_a_file_that_is_no_toml_is_one_problem(tmp_path: Path) -> None:
    problem = only(tmp_path, "[records\n")
    assert problem.code == "not-toml"
    assert "line 1" in problem.what


def test_a_file_in_another_encoding_is_one_problem(tmp_path: Path) -> None:
    (tmp_path / "outcomes.toml").write_bytes('source = "Krankenhäuser"'.encode("latin-1"))
    found = read(tmp_path)
    assert found is not None
    assert [one.code for one in found.problems] == ["not-text"]
    assert found.problems[0].fix == "save it as UTF-8 from your editor"


CASES = {
    "section": (OUTCOMES + "[comparisons]\n", "unknown-key", 4, "comparison"),
    "key of records": (OUTCOMES + "year = 2026\n", "unknown-key", 4, "years"),
    "key of a measure": (
        OUTCOMES + RESPONSE.replace("allowed_to_fail", "allowed_to_fall"),
        "unknown-key",
        8,
        "allowed_to_fail",
    ),
    "key of peers": (OUTCOMES + RESPONSE + PEERS + "n = 60\n", "unknown-key", 28, "average"),
    "key of progress": (
        OUTCOMES + PROGRESS_TOML + 'until = "1"\n',
        "unknown-key",
        14,
        "last_until",
    ),
    "key of comparison": (OUTCOMES + "[comparison]\nby = 1\n", "unknown-key", 5, "priced_by"),
    "no last day": (OUTCOMES.replace("reached = 2026-12-31\n", ""), "missing", 1, "without quotes"),
    "last day in quotes": (
        OUTCOMES.replace("2026-12-31", '"2026-12-31"'),
        "missing",
        2,
        "without quotes",
    ),
    "last day with a time": (
        OUTCOMES.replace("2026-12-31", "2026-12-31T00:00:00"),
        "missing",
        2,
        "without quotes",
    ),
    "no years": (OUTCOMES.replace("years = [2025, 2026]\n", ""), "missing", 1, "oldest first"),
    "years in words": (OUTCOMES.replace("2025,", '"2025",'), "missing", 3, "oldest first"),
    "years in disorder": (OUTCOMES.replace("[2025, 2026]", "[2026, 2025]"), "missing", 3, "oldest"),
    "a year twice": (OUTCOMES.replace("[2025, 2026]", "[2026, 2026]"), "missing", 3, "once"),
    "years as one number": (OUTCOMES.replace("[2025, 2026]", "2026"), "missing", 3, "oldest first"),
    "records is no table": ("records = 2026\n", "not-a-table", 1, "[records]"),
    "measured is no list": (
        OUTCOMES + RESPONSE.replace("[[measured]]", "[measured]"),
        "not-tables",
        5,
        "[[measured]]",
    ),
    "measure without an id": (
        OUTCOMES + RESPONSE.replace('measure = "response"\n', ""),
        "bad-id",
        5,
        "id",
    ),
    "measure not in the catalogue": (
        OUTCOMES + '[[measured]]\nmeasure = "response"\nby = "remision_or_response"\n',
        "unknown-measure-of-the-catalogue",
        6,
        "remission_or_response",
    ),
    "an option the measure has not": (
        OUTCOMES + RESPONSE + "index_cutt = 3\n",
        "measure-option",
        10,
        "take it out",
    ),
    "an option the contract must say": (
        OUTCOMES + RESPONSE.replace("clear_days = 180\n", ""),
        "measure-option",
        10,
        "clear_days",
    ),
    "options is no table": (
        OUTCOMES + '[[measured]]\nmeasure = "a"\nby = "no_show"\noptions = "x"\n',
        "not-a-table",
        7,
        "[measured.options]",
    ),
    "an open word the measure has not": (
        OUTCOMES + RESPONSE + "[measured.open]\nlater = [1, 2]\n",
        "unknown-option",
        25,
        "later_score",
    ),
    "an open word with one reading": (
        OUTCOMES + RESPONSE + '[measured.open]\nlater_score = ["last", "last"]\n',
        "one-reading",
        25,
        "later_score",
    ),
    "an open word without a list": (
        OUTCOMES + RESPONSE + '[measured.open]\nlater_score = "last"\n',
        "one-reading",
        25,
        "every reading",
    ),
    "open is no table": (
        OUTCOMES + RESPONSE.replace("[measured.options]", "open = [1]\n[measured.options]"),
        "not-a-table",
        10,
        "[measured.open]",
    ),
    "a chance without its unit": (
        OUTCOMES + RESPONSE.replace('"10 %"', "0.1"),
        "not-a-quantity",
        8,
        "unit",
    ),
    "a chance in days": (
        OUTCOMES + RESPONSE.replace('"10 %"', '"10 days"'),
        "wrong-unit",
        8,
        "per cent",
    ),
    "a chance of all": (
        OUTCOMES + RESPONSE.replace('"10 %"', '"100 %"'),
        "impossible-share",
        8,
        "between 0 % and 100 %",
    ),
    "a chance of nothing": (
        OUTCOMES + RESPONSE.replace('"10 %"', '"0 %"'),
        "impossible-share",
        8,
        "between 0 % and 100 %",
    ),
    "peers without an average": (
        OUTCOMES + RESPONSE + PEERS.replace('average = "42 %"\n', ""),
        "not-a-quantity",
        24,
        "write it",
    ),
    "peers without a source": (
        OUTCOMES + RESPONSE + PEERS.replace("made up", " "),
        "missing",
        27,
        "source =",
    ),
    "peers who spread too far": (
        OUTCOMES + RESPONSE + PEERS.replace("6 percentage", "50 percentage"),
        "impossible-peers",
        24,
        "standard deviation",
    ),
    "peers who do not spread": (
        OUTCOMES + RESPONSE + PEERS.replace("6 percentage", "0 percentage"),
        "impossible-peers",
        24,
        "standard deviation",
    ),
    "peers is no table": (
        OUTCOMES + RESPONSE.replace("[measured.options]", 'peers = "42 %"\n[measured.options]'),
        "not-a-table",
        10,
        "[measured.peers]",
    ),
    "steps that are one table": (
        OUTCOMES + RESPONSE + "[measured.step]\nnumber = 1\n",
        "not-tables",
        24,
        "[[measured.step]]",
    ),
    "an instrument nobody knows": (
        OUTCOMES + PROGRESS_TOML.replace('"phq9"', '"phq-nine"'),
        "unknown-instrument",
        6,
        "phq9",
    ),
    "points as a percentage": (
        OUTCOMES + PROGRESS_TOML.replace("6 points", "6 percentage points"),
        "wrong-unit",
        8,
        "write it in points",
    ),
    "days as points": (
        OUTCOMES + PROGRESS_TOML.replace("300 days", "300 points"),
        "wrong-unit",
        10,
        "write it in days",
    ),
    "a gap of no days": (
        OUTCOMES + PROGRESS_TOML.replace("300 days", "0 days"),
        "impossible-number",
        10,
        "1 days or more, in whole days",
    ),
    "half a day": (
        OUTCOMES + PROGRESS_TOML.replace("30 days", "30.5 days"),
        "impossible-number",
        11,
        "whole days",
    ),
    "an improvement of nothing": (
        OUTCOMES + PROGRESS_TOML.replace("6 points", "0 points"),
        "impossible-number",
        8,
        "1 points or more",
    ),
    "a negative score": (
        OUTCOMES + PROGRESS_TOML.replace('least = "10', 'least = "-10'),
        "impossible-number",
        7,
        "0 points or more",
    ),
    "a last day before the first": (
        OUTCOMES + PROGRESS_TOML + 'last_until = "7 days"\n',
        "impossible-number",
        14,
        "14 days or more",
    ),
    "progress is no table": (
        OUTCOMES.replace("[", 'progress = "phq9"\n[', 1),
        "not-a-table",
        1,
        "[progress]",
    ),
    "a fact nobody knows": (
        OUTCOMES + '[comparison]\nadjusts_for = ["weight"]\n',
        "unknown-fact-at-intake",
        5,
        "age",
    ),
    "facts that are no list": (
        OUTCOMES + '[comparison]\nadjusts_for = "age"\n',
        "not-a-list",
        5,
        "adjusts_for = [",
    ),
    "a price of no measure": (
        OUTCOMES + RESPONSE + '[comparison]\npriced_by = "respons"\n',
        "unknown-measure",
        25,
        "response",
    ),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_each_mistake_is_said_with_its_line_and_what_to_do(
    case: tuple[str, str, int, str], tmp_path: Path
) -> None:
    text, code, line, said = case
    problems = declared(tmp_path, text).problems
    problem = problems[0] if code == "not-a-table" else only(tmp_path, text)
    assert (problem.code, problem.line) == (code, line), str(problem)
    assert said in f"{problem.what} {problem.fix}"


def test_a_missing_number_of_progress_is_named(tmp_path: Path) -> None:
    found = declared(tmp_path, OUTCOMES + PROGRESS_TOML.replace('gap = "300 days"\n', ""))
    assert [one.what for one in found.problems] == ["gap is missing"]
    assert found.progress is None


def test_a_measure_named_twice_is_refused(tmp_path: Path) -> None:
    problem = only(tmp_path, OUTCOMES + RESPONSE + RESPONSE)
    assert problem.code == "duplicate-id"


PARTS = (
    OUTCOMES
    + """
[[measured]]
measure = "completion"
by = "completion_of_measurement"
part = "first score"

[measured.options]
instrument = "phq9"
same_day = "worse"
gap_days = 120
first_within_days = 14
from_day = 14
until_day = 240
"""
)


def test_of_a_measure_with_parts_one_is_named(tmp_path: Path) -> None:
    (one,) = declared(tmp_path, PARTS).measured
    assert one.part == "first score"
    lacking = only(tmp_path, PARTS.replace('part = "first score"\n', ""))
    assert lacking.code == "measure-part"
    assert lacking.fix == 'write part = "first score" or "first and later score"'
    wrong = only(tmp_path, PARTS.replace('"first score"', '"both"'))
    assert wrong.what == 'completion_of_measurement has no part called "both"'
    assert wrong.line == 8
    none = only(tmp_path, OUTCOMES + RESPONSE.replace("[measured.o", 'part = "a"\n[measured.o'))
    assert none.fix == "take part out"


def test_every_problem_is_reported_and_in_order(tmp_path: Path) -> None:
    text = OUTCOMES.replace("2026-12-31", '"soon"') + RESPONSE.replace("10 %", "ten") + "[else]\n"
    lines = [one.line for one in declared(tmp_path, text).problems]
    assert lines == [2, 8, 24]

"""What is owed to a reporter by when; clocks are written down, and problems named."""

from datetime import date
from pathlib import Path

import pytest

from fairterms.audit.ethics.case import Case, Step, Subject, Taken
from fairterms.audit.ethics.clock import Clocks, due, is_overdue, read, usual

CAME = date(2027, 3, 1)
FRESH = Case(Subject.CARE, CAME)
HEARD = Case(Subject.CARE, CAME, (Taken(Step.ACKNOWLEDGED, date(2027, 3, 3)),))
TOLD = Case(Subject.CARE, CAME, (*HEARD.taken, Taken(Step.OUTCOME_TOLD, date(2027, 5, 30))))


def test_our_own_clocks_are_seven_and_ninety_days() -> None:
    assert usual() == Clocks(7, 90)


@pytest.mark.parametrize(
    ("case", "owed"),
    [
        (FRESH, (Step.ACKNOWLEDGED, date(2027, 3, 8))),
        (HEARD, (Step.OUTCOME_TOLD, date(2027, 5, 30))),
        (TOLD, None),
    ],
    ids=["fresh", "heard", "told"],
)
def test_first_the_receipt_is_owed_then_the_outcome(
    case: Case, owed: tuple[Step, date] | None
) -> None:
    assert due(case, usual()) == owed


@pytest.mark.parametrize(
    ("case", "on", "is_late"),
    [
        (FRESH, date(2027, 2, 1), False),
        (FRESH, date(2027, 3, 8), False),
        (FRESH, date(2027, 3, 9), True),
        (HEARD, date(2027, 3, 9), False),
        (HEARD, date(2027, 5, 30), False),
        (HEARD, date(2027, 5, 31), True),
        (TOLD, date(2027, 12, 31), False),
    ],
)
def test_the_last_day_is_still_in_time(case: Case, on: date, is_late: bool) -> None:
    assert is_overdue(case, usual(), on) == is_late


def test_what_was_done_later_does_not_mend_an_earlier_day() -> None:
    late = Case(Subject.CARE, CAME, (Taken(Step.ACKNOWLEDGED, date(2027, 4, 2)),))
    assert is_overdue(late, usual(), date(2027, 3, 31))
    assert not is_overdue(late, usual(), date(2027, 4, 2))


def written(folder: Path, text: str) -> Path:
    path = folder / "ethics.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_deal_may_set_its_own_clocks(tmp_path: Path) -> None:
    text = "[clocks]\nacknowledged_days = 3\noutcome_told_days = 30\n"
    found = read(written(tmp_path, text))
    assert (found.clocks, found.problems) == (Clocks(3, 30), ())


def test_without_a_file_ours_hold(tmp_path: Path) -> None:
    assert read(tmp_path / "ethics.toml").clocks == usual()


@pytest.mark.parametrize(
    ("text", "what", "line"),
    [
        ("[clocks]\nacknowledged_days = 7\n", "outcome_told_days is missing", 1),
        (
            "[clocks]\nacknowledged_days = 0\noutcome_told_days = 9\n",
            "acknowledged_days is not a whole number of 1 or more",
            2,
        ),
        (
            "[clocks]\nacknowledged_days = 9\noutcome_told_days = 8\n",
            "the outcome would be told before the receipt",
            3,
        ),
        (
            "[clocks]\nacknowledged_days = 7\noutcome_told_days = 9\nyears = 1\n",
            'there is no key called "years"',
            4,
        ),
        ("clocks = 7\n", "clocks is not a table", 1),
        (
            "[clock]\n[clocks]\nacknowledged_days = 7\noutcome_told_days = 9\n",
            'there is no section called "clock"',
            1,
        ),
        ("[clocks\n", "the file is not TOML", 0),
    ],
)
def test_every_problem_is_named_with_its_line(
    tmp_path: Path, text: str, what: str, line: int
) -> None:
    found = read(written(tmp_path, text))
    assert found.clocks is None
    assert any(one.what.startswith(what) and one.line == line for one in found.problems)
    assert all(one.why and one.fix for one in found.problems)

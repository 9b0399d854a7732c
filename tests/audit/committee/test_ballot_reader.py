"""A sheet of ballots names every filled seat; what was forgotten is asked for."""

from datetime import date
from pathlib import Path

import pytest

from fairterms.audit.committee.ballot import Ballot, Motion, Vote
from fairterms.audit.committee.ballot_reader import BallotReading, read
from tests.audit.committee.slow_oracle import SEATS, Mode, charter_of

CHARTER = charter_of(Mode())
SHEET = (
    '[motion]\ntitle = "Look"\nclass = "m"\nnoticed_on = 2027-04-01\nheld_on = 2027-04-19\n\n'
    "[votes]\n" + "".join(f'{seat} = "yes"\n' for seat in SEATS) + "\n"
    '[chair]\nvote = "no"\nreasons = "too early"\n'
)


def reading(folder: Path, text: str = SHEET) -> BallotReading:
    path = folder / "ballots.toml"
    path.write_text(text, encoding="utf-8")
    return read(path, CHARTER)


def test_a_sheet_is_read_with_motion_roster_and_votes(tmp_path: Path) -> None:
    found = reading(tmp_path)
    assert found.problems == ()
    assert found.motion == Motion("Look", "m", date(2027, 4, 1), date(2027, 4, 19))
    assert found.roster.filled == set(SEATS)
    assert found.ballots == (
        *(Ballot(seat, Vote.YES) for seat in SEATS),
        Ballot("chair", Vote.NO, "too early"),
    )


def test_an_empty_seat_needs_no_vote(tmp_path: Path) -> None:
    text = SHEET.replace('f0 = "yes"\n', "").replace('"m"\n', '"m"\nempty_seats = ["f0"]\n')
    found = reading(tmp_path, text)
    assert found.problems == ()
    assert found.roster.filled == set(SEATS[1:])


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        ('f0 = "yes"\n', "", '"f0" has no vote'),
        ('f0 = "yes"', 'f0 = "aye"', 'f0: there is no "aye"'),
        ('f0 = "yes"', "f0 = true", "f0 is not a word"),
        ('f0 = "yes"', 'f0 = "yes"\nx9 = "yes"', 'there is no key called "x9"'),
        ('"m"\n', '"m"\nempty_seats = ["f0"]\n', '"f0" votes and is an empty seat'),
        ('class = "m"', 'class = "n"', 'there is no class of motions called "n"'),
        ('class = "m"\n', "", "class is missing"),
        ('title = "Look"\n', "", "title is missing"),
        ('vote = "no"', 'vote = "veto"', 'vote: there is no "veto"'),
        ("[chair]", "[chairs]", 'there is no section called "chairs"'),
        ("[votes]", "[votes", "the file is not TOML"),
    ],
)
def test_each_problem_of_a_sheet_is_named(tmp_path: Path, old: str, new: str, what: str) -> None:
    assert old in SHEET
    problems = reading(tmp_path, SHEET.replace(old, new, 1)).problems
    assert any(what in one.what for one in problems), problems


def test_a_sheet_that_is_not_there_is_a_problem(tmp_path: Path) -> None:
    (found,) = read(tmp_path / "none.toml", CHARTER).problems
    assert found.code == "no-ballots"

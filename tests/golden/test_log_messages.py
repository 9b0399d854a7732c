"""Every common mistake in log.toml and its seal is provoked, and its message compared.

To accept changed messages after reading them: ``UPDATE_GOLDEN=1 pytest tests/golden``.
"""

from datetime import date
from pathlib import Path

import pytest

from fairterms.correspondence import sealing
from fairterms.correspondence.reader import read
from fairterms.units.problem import Problem
from tests.golden.message_gallery import holds_complete, reads_exactly

GOLDEN = Path(__file__).parent / "log_messages.txt"
SOUND = (Path(__file__).parent / "log.toml").read_text(encoding="utf-8")
DAY = date(2026, 11, 20)
SENT = '\n[[entry]]\nid = "data_sent"'
HASH = SOUND.partition('sha256 = "')[2][:64]

MISTAKES = {
    "a reply before its request": ("on = 2026-10-10", "on = 2026-10-01"),
    "a promise without a date": ("due = 2026-11-15\n", ""),
    "a reply to nobody": ('replies_to = "data_promise"', 'replies_to = "data_promis"'),
    "nobody says what is answered": ('"data_promise"\nfulfils', '""\nfulfils'),
    "one id twice": ('id = "data_sent"', 'id = "data_request"'),
    "an id with a space": ('id = "data_sent"', 'id = "data sent"'),
    "an unknown side": ('side = "group"', 'side = "payer"'),
    "an unknown kind": ('kind = "delivery"', 'kind = "delivered"'),
    "an unknown way": ('how = "letter"', 'how = "fax"'),
    "an unknown tactic": ('"withheld_information"', '"withholding"'),
    "an unknown question": ('"gf_q15"', '"gf_q51"'),
    "an entry of the future": ("on = 2026-11-12", "on = 2027-11-12"),
    "a day in quotes": ("on = 2026-11-12", 'on = "2026-11-12"'),
    "quote and summary": ("quote = ", 'summary = "Asked for claims."\nquote = '),
    "no words": ('summary = "The claims of 2024 to 2026."\n', ""),
    "nobody said it": ('by = "analyst"\n', ""),
    "due before it was said": ("due = 2026-10-24", "due = 2026-09-24"),
    "a delivery that is due": ("fulfils = true", "due = 2026-11-30"),
    "yes is a word": ("fulfils = true", 'fulfils = "yes"'),
    "a promise that keeps another": (
        '"withheld_information"',
        '"withheld_information"\nfulfils = true',
    ),
    "a request that is kept": ('replies_to = "data_promise"', 'replies_to = "data_request"'),
    "kept by the other side": (
        'kind = "delivery"\nside = "plan"',
        'kind = "delivery"\nside = "group"',
    ),
    "an entry corrects itself": ("fulfils = true", 'corrects = "data_sent"'),
    "a key is misspelt": ("due = 2026-10-24", "dew = 2026-10-24"),
    "the evidence is missing": ("letter.txt", "letters/letter.txt"),
    "the evidence was changed": (HASH, "0" * 64),
    "the evidence has no hash": (f', sha256 = "{HASH}"', ""),
    "the evidence is elsewhere": ("letter.txt", "../letter.txt"),
    "acknowledged by oneself": ("fulfils = true", 'acknowledges = "data_promise"'),
    "taken back by the other": ("fulfils = true", 'withdraws = "data_request"'),
    "the section is misspelt": (SENT, SENT.replace("entry", "entries")),
    "the file is broken": (SENT, SENT.replace("[[", "[")),
}
AFTER_SEALING = {
    "a sealed entry was changed": ("due = 2026-11-15", "due = 2026-11-30"),
    "a sealed entry was removed": ('id = "data_sent"', 'id = "data_sent_3"'),
}


def problems_of(name: str, folder: Path) -> tuple[Problem, ...]:
    (folder / "letter.txt").write_bytes(b"Made-up letter.\n")
    path = folder / "log.toml"
    right, wrong = {**MISTAKES, **AFTER_SEALING}[name]
    assert right in SOUND
    (folder / sealing.FILE).unlink(missing_ok=True)
    if name in AFTER_SEALING:
        path.write_text(SOUND, encoding="utf-8")
        sound = read(folder, DAY)
        assert sound is not None
        sealing.extend(folder, sound)
    path.write_text(SOUND.replace(right, wrong, 1), encoding="utf-8")
    log = read(folder, DAY)
    assert log is not None
    return log.problems


def test_the_messages_read_exactly_so(tmp_path: Path) -> None:
    assert reads_exactly(
        (*MISTAKES, *AFTER_SEALING), lambda name: problems_of(name, tmp_path), GOLDEN
    )


@pytest.mark.parametrize("name", [*MISTAKES, *AFTER_SEALING])
def test_every_message_says_where_what_why_and_what_to_do(name: str, tmp_path: Path) -> None:
    holds_complete(problems_of(name, tmp_path), "log.toml")


def test_no_two_mistakes_are_told_alike(tmp_path: Path) -> None:
    every = (*MISTAKES, *AFTER_SEALING)
    assert len({problems_of(name, tmp_path) for name in every}) == len(every)


def test_the_file_they_are_made_in_has_none(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_bytes(b"Made-up letter.\n")
    (tmp_path / "log.toml").write_text(SOUND, encoding="utf-8")
    log = read(tmp_path, DAY)
    assert log is not None
    assert log.problems == ()

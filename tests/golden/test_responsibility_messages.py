"""Every common mistake in responsibilities.toml is provoked, and its message compared.

To accept changed messages after reading them: ``UPDATE_GOLDEN=1 pytest tests/golden``.
"""

from pathlib import Path

import pytest

from fairterms.prepare.responsibilities.declaration_reader import read
from fairterms.units.problem import Problem
from tests.golden.message_gallery import holds_complete, reads_exactly

GOLDEN = Path(__file__).parent / "responsibility_messages.txt"
SOUND = Path(__file__).parent / "responsibilities.toml"

MISTAKES = {
    "a task is misspelt": ('id = "crisis_line"', 'id = "crisis_lane"'),
    "a task has no id": ('id = "crisis_line"\n', ""),
    "a task stands twice": ('id = "inpatient"', 'id = "crisis_line"'),
    "a task of own words has none": ('task = "Tablets for forms"\n', ""),
    "nobody says who pays": ('pays = "plan"\nby = "Section 2.1"', 'by = "Section 2.1"'),
    "nobody says who does it": ('does = "others"\n', ""),
    "who does it is no one we know": ('does = "others"', 'does = "hospital"'),
    "who pays is a number": ('pays = "nobody"', "pays = 0"),
    "a key is misspelt": ("split =", "spilt ="),
    "a section has a name nothing reads": ('[[task]]\nid = "tablets"', '[[tasks]]\nid = "tablets"'),
    "the tasks are one section": ("[[task]]", "[task]"),
    "yes is a word": ("in_total_cost = true", 'in_total_cost = "yes"'),
    "work counts in a total of services": ("since =", "in_total_cost = true\nsince ="),
    "a day is in quotes": ("since = 2027-01-01", 'since = "2027-01-01"'),
    "a clause is a number": ('by = "Section 2.1"', "by = 2.1"),
    "the file is broken": ('id = "tablets"', "id = tablets"),
}


def problems_of(folder: Path, name: str) -> tuple[Problem, ...]:
    right, wrong = MISTAKES[name]
    text = SOUND.read_text(encoding="utf-8")
    assert right in text
    return problems_in(folder, text.replace(right, wrong, 1 if "[task]" not in wrong else -1))


def problems_in(folder: Path, text: str) -> tuple[Problem, ...]:
    if "\n[task]" in text:
        text = text.partition('\n[task]\nid = "inpatient"')[0]
    (folder / SOUND.name).write_text(text, encoding="utf-8")
    found = read(folder)
    assert found is not None
    return found.problems


def test_the_messages_read_exactly_so(tmp_path: Path) -> None:
    assert reads_exactly(MISTAKES, lambda name: problems_of(tmp_path, name), GOLDEN)


@pytest.mark.parametrize("name", MISTAKES)
def test_every_message_says_where_what_why_and_what_to_do(tmp_path: Path, name: str) -> None:
    holds_complete(problems_of(tmp_path, name), "responsibilities.toml")


def test_no_two_mistakes_are_told_alike(tmp_path: Path) -> None:
    assert len({problems_of(tmp_path, name) for name in MISTAKES}) == len(MISTAKES)


def test_the_file_they_are_made_in_has_none(tmp_path: Path) -> None:
    assert problems_in(tmp_path, SOUND.read_text(encoding="utf-8")) == ()

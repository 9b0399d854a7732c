"""A task, and who may do it."""

import re

from fairterms.prepare.responsibilities.task import Division, Task, Who


def test_everybody_has_a_word_for_a_cell() -> None:
    words = [one.in_words for one in Who]
    assert len(set(words)) == len(Who)


def test_a_task_in_own_words_is_in_no_text() -> None:
    own = Task("tablets", "Tablets", Division.OPERATIONAL)
    assert not own.is_in("Tablets")
    assert Task("x", "X", Division.OPERATIONAL, (), re.compile("tab")).is_in("a tablet")

"""The questions of a group's own course, read one by one; only those that are whole are asked."""

from collections.abc import Mapping
from typing import Any

from fairterms.reference.lesson import WRONG_ANSWERS, Question
from fairterms.units.notes import Notes

WHY = "a quiz asks only what it can explain"
_WORDS = ("ask", "right", "because")
_KEYS = ("id", "section", *_WORDS, "wrong")


def read_questions(
    document: Mapping[str, Any], notes: Notes, sections: int
) -> tuple[Question, ...]:
    """Read the tables ``[[question]]`` of a course.

    Parameters
    ----------
    document
        The file as parsed.
    notes
        Where problems go.
    sections
        How many sections the text has.

    Returns
    -------
    tuple of Question
        Those without a problem, in their order.
    """
    raw = document.get("question", [])
    if not isinstance(raw, list):
        fix = "write [[question]] by itself, and under it what it asks"
        notes.add(("question",), "question is not a list of tables", "not-tables", WHY, fix)
        return ()
    taken: set[str] = set()
    found = [_question(one, place, notes, sections, taken) for place, one in enumerate(raw)]
    return tuple(one for one in found if one is not None)


def _question(
    raw: object, place: int, notes: Notes, sections: int, taken: set[str]
) -> Question | None:
    path = ("question", place)
    before = len(notes.found)
    if not isinstance(raw, dict):
        fix = "write [[question]] by itself, and under it what it asks"
        notes.add(path, "this question is not a table", "not-tables", WHY, fix)
        return None
    for key in raw.keys() - set(_KEYS):
        notes.unknown((*path, key), key, _KEYS, "key")
    name = notes.id((*path, "id"), raw.get("id"), "question", taken)
    section = _section(raw, path, notes, sections)
    ask, right, because = (_words(raw, key, path, notes) for key in _WORDS)
    wrong = _wrong(raw, right, path, notes)
    if len(notes.found) > before:
        return None
    return Question(name, section, ask, right, wrong, because)


def _words(raw: Mapping[str, Any], key: str, path: tuple[str | int, ...], notes: Notes) -> str:
    words = raw.get(key, "")
    if isinstance(words, str) and words.strip():
        return words.strip()
    notes.add((*path, key), f"{key} is missing", "missing", WHY, f'write {key} = "…", in words')
    return ""


def _section(
    raw: Mapping[str, Any], path: tuple[str | int, ...], notes: Notes, sections: int
) -> int:
    number = raw.get("section", 1)
    if isinstance(number, int) and not isinstance(number, bool) and 1 <= number <= sections:
        return number
    why = "what was missed is named by its section"
    fix = f"write section = 1, or another number up to {sections}; sections begin with “## 1. ”"
    notes.add((*path, "section"), "there is no such section in the text", "no-section", why, fix)
    return 1


def _wrong(
    raw: Mapping[str, Any], right: str, path: tuple[str | int, ...], notes: Notes
) -> tuple[str, ...]:
    wrong = raw.get("wrong")
    if not isinstance(wrong, list) or not all(isinstance(one, str) for one in wrong):
        wrong = []
    answers = tuple(one.strip() for one in wrong)
    if len({right, *answers} - {""}) == WRONG_ANSWERS + 1 == len(answers) + 1:
        return answers
    what = f"wrong does not hold {WRONG_ANSWERS} answers that differ from the right one"
    fix = 'write wrong = ["…", "…", "…"]'
    notes.add((*path, "wrong"), what, "wrong-answers", "each question has four answers", fix)
    return ()

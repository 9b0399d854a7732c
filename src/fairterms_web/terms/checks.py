"""What a text says and what is wrong with it, as a page or the editor shows it."""

from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import PurePosixPath
from threading import Lock
from typing import Final

from django.template.loader import render_to_string

from fairterms.publish import fragment
from fairterms.settle.script import Script
from fairterms.settle.trial import Trial
from fairterms.settle.workbench import script_trial
from fairterms.settle.workbench.bound_terms import LONGEST
from fairterms.settle.workbench.marked_problem import MarkedProblem, mark_all
from fairterms.settle.workbench.workbench import Workbench, examine_text
from fairterms_web.jobs.wording import for_the_web, on_a_page
from fairterms_web.terms import forms_of_texts
from fairterms_web.terms.access import FILE, Desk, Text, is_script

MOST: Final = 64
"""As many readings of texts stay in memory."""
_kept: "OrderedDict[str, Checked]" = OrderedDict()
_tried_before: "OrderedDict[str, tuple[str, tuple[Trial, ...]]]" = OrderedDict()
_lock = Lock()
_EQUIVALENT = "scripts/equivalent.toml"


@dataclass(frozen=True)
class Checked:
    """What was found in a text.

    Attributes
    ----------
    problems
        In the order of the lines.
    reading
        What the text says, as HTML in which every text is escaped; None while that cannot be told.
    terms
        The hash both sides sign; empty for other texts, and while there is a mistake.
    failing
        Titles of the scripts that do not hold.
    """

    problems: tuple[MarkedProblem, ...]
    reading: str | None = None
    terms: str = ""
    failing: tuple[str, ...] = ()

    @property
    def answer(self) -> dict[str, object]:
        """The same as the editor expects it."""
        problems = [
            {
                "line": one.line,
                "what": one.what,
                "why": one.why,
                "fix": one.fix,
                "severity": one.severity,
            }
            for one in self.problems
        ]
        return {"problems": problems, "reading": self.reading}


def check(desk: Desk, text: str) -> Checked:
    """Check a text as if it were the one that is open.

    Parameters
    ----------
    desk
        The open text with what its reading needs.
    text
        What the editor holds.

    Notes
    -----
    The last readings stay in memory, each by its room and all it was made from.
    """
    if len(text) > LONGEST:
        return _too_long(desk, text)
    key = f"{desk.key} {sha256(text.encode(errors='surrogatepass')).hexdigest()}"
    with _lock:
        if key in _kept:
            _kept.move_to_end(key)
            return _kept[key]
    found = _check(desk, text)
    with _lock:
        _kept[key] = found
        while len(_kept) > MOST:
            _kept.popitem(last=False)
    return found


def scripts_of(desk: Desk) -> tuple[Script, ...]:
    """Read the saved scripts of a desk."""
    return tuple(
        script_trial.read(one.text, PurePosixPath(one.path).name)
        for one in desk.scripts
        if one.path != _EQUIVALENT
    )


def _check(desk: Desk, text: str) -> Checked:
    path = desk.open.path
    if path == FILE:
        found = examine_text(
            text, scripts_of(desk), desk.documents, desk.document_names, _passed(desk)
        )
        _keep_passed(desk, found)
        failing = tuple(one.script.title for one in found.trials if not one.passed)
        return Checked(_worded(found.problems), _reading(desk, found), found.terms, failing)
    texts = {name: one.text for name, one in desk.texts.items()}
    problems = _worded(mark_all(forms_of_texts.problems(path, text, texts)))
    if is_script(path) and path != _EQUIVALENT:
        return Checked(problems, _tried(desk.terms, path, text))
    return Checked(problems)


def _passed(desk: Desk) -> dict[str, tuple[Trial, ...]]:
    """Return how the scripts fared under terms of the same hash, where all of them passed."""
    with _lock:
        terms, trials = _tried_before.get(desk.key, ("", ()))
    return {terms: trials} if trials else {}


def _keep_passed(desk: Desk, found: Workbench) -> None:
    """Keep trials that all passed; one that failed quotes places that are no part of the hash."""
    if not found.trials or not all(one.passed for one in found.trials):
        return
    with _lock:
        _tried_before[desk.key] = (found.terms, found.trials)
        _tried_before.move_to_end(desk.key)
        while len(_tried_before) > MOST:
            _tried_before.popitem(last=False)


def _too_long(desk: Desk, text: str) -> Checked:
    return Checked(mark_all(forms_of_texts.problems(desk.open.path, text, {})))


def _reading(desk: Desk, found: Workbench) -> str | None:
    if not found.is_sound:
        return None
    told = {
        "room": desk.room_id,
        "html": fragment.render(for_the_web(found.reading), prefix="reading-"),
        "trials": _shown(found.trials),
        "clauses": [one for one in found.clauses if one.citations],
        "waiting": desk.waiting,
        "terms": found.terms,
    }
    return render_to_string("terms/reading.html", told)


def _tried(terms: Text, path: str, text: str) -> str:
    """Say whether a script holds under the saved terms."""
    script = script_trial.read(text, PurePosixPath(path).name)
    found = examine_text(terms.text, (script,)) if terms.number else Workbench(())
    return render_to_string("terms/trials.html", {"trials": _shown(found.trials), "is_alone": True})


def _shown(trials: Sequence[Trial]) -> list[dict[str, object]]:
    """Return trials as a page shows them, those that fail first."""
    return [
        {
            "path": f"scripts/{one.script.file}",
            "title": one.script.title,
            "passed": one.passed,
            "differences": one.differences,
            "problems": one.script.problems,
            "terms_changed": one.terms_changed,
            "is_agreed": bool(one.script.group_agreed and one.script.plan_agreed),
        }
        for one in sorted(trials, key=lambda one: one.passed)
    ]


def _worded(problems: Sequence[MarkedProblem]) -> tuple[MarkedProblem, ...]:
    """Say in words of the workspace what speaks of commands."""
    return tuple(
        MarkedProblem(
            one.line,
            on_a_page(one.what),
            on_a_page(one.why),
            on_a_page(one.fix),
            one.code,
            one.severity,
        )
        for one in problems
    )

"""A problem in the user's text, as a value: where, what, why and what to do."""

import difflib
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Problem:
    """One thing to mend in a file.

    Attributes
    ----------
    file
        The file's name as the user knows it.
    line
        Counted from 1; 0 when the problem is the whole file.
    what
        What is wrong, in one sentence without a full stop.
    code
        A slug that names this sort of problem.
    why
        Why it matters.
    fix
        What to do.
    text
        The line as it stands.
    """

    file: str
    line: int
    what: str
    code: str
    why: str
    fix: str
    text: str = ""

    def __str__(self) -> str:
        where = f"{self.file}:{self.line}" if self.line else self.file
        lines = [f"{where}: {self.what} [{self.code}]"]
        margin = "      "
        if self.line and self.text:
            number = f"{self.line:>5}"
            lines.append(f"{number} | {self.text.strip()}")
        lines.append(f"{margin}why: {self.why}")
        lines.append(f"{margin}fix: {self.fix}")
        return "\n".join(lines)


def nearest(word: str, known: Iterable[str]) -> str:
    """Return 'did you mean "x"?' when a known word is close, else an empty string."""
    close = difflib.get_close_matches(word, list(known), n=1, cutoff=0.6)
    return f'did you mean "{close[0]}"?' if close else ""

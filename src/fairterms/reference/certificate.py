"""A certificate of a training: its words, and a code that shows whether they were changed.

The code of this module is a checksum of the words. It shows that nobody changed them since, and
nothing else: whoever writes other words can work out their code too. Who earned a certificate is
known only where its row is kept, which is in a workspace.
"""

import hashlib
import unicodedata
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

BEGINS, ENDS = "This certifies that", "Verification code"
"""The words between which everything counts."""
LONGEST_NAME = 100
ONLY_SHOWS = (
    "The code is worked out from the words above. It shows only that they were not changed. It "
    "does not show who answered the questions."
)
_GROUPS, _SIZE = 4, 4
_HYPHENS = frozenset("-\u00ad\u2010\u2011\ufffe")
"""As they are typed, and as readers of PDF files give those at the end of a line."""


@dataclass(frozen=True)
class Certificate:
    """What somebody learned.

    Attributes
    ----------
    name
        Of the learner, as they write it.
    learned
        The titles of the trainings passed.
    hours
        What they take together.
    on
        The day.
    right, asked
        Right answers, and questions.
    """

    name: str
    learned: tuple[str, ...]
    hours: Decimal
    on: date
    right: int
    asked: int

    def __post_init__(self) -> None:
        assert self.name == tidy_name(self.name) != "", "a name was tidied and is not empty"
        assert self.learned, "something was learned"

    @property
    def statement(self) -> str:
        """What it says, in one sentence."""
        return f"{BEGINS} {self.name} has passed {self.passed} {self.facts}"

    @property
    def passed(self) -> str:
        """What was passed."""
        if len(self.learned) == 1:
            return f"the training “{self.learned[0]}”"
        named = "; ".join(f"“{one}”" for one in self.learned)
        return f"the final assessment of {len(self.learned)} trainings ({named})"

    @property
    def facts(self) -> str:
        """Hours, day and score."""
        return (
            f"({written_hours(self.hours)}) on {written_day(self.on)}, with {self.right} of "
            f"{self.asked} answers right."
        )

    @property
    def code(self) -> str:
        """The checksum of what it says."""
        return checksum(self.statement)


class Verdict(StrEnum):
    """What a code says of a text."""

    UNCHANGED = "unchanged"
    CHANGED = "changed"
    NO_CERTIFICATE = "no certificate"


def tidy_name(name: str) -> str:
    """Return a name as a certificate writes it: on one line, and not too long.

    Examples
    --------
    >>> tidy_name("  Quinn   Sample ")
    'Quinn Sample'
    """
    seen = "".join(one if one.isprintable() else " " for one in name)
    return " ".join(seen.split())[:LONGEST_NAME].strip()


def written_hours(hours: Decimal) -> str:
    """Return hours in words.

    Examples
    --------
    >>> written_hours(Decimal("1.50")), written_hours(Decimal(1))
    ('1.5 hours', '1 hour')
    """
    return "1 hour" if hours == 1 else f"{hours.normalize():f} hours"


def written_day(day: date) -> str:
    """Return a day in words.

    Examples
    --------
    >>> written_day(date(2027, 2, 3))
    'February 3, 2027'
    """
    return f"{day:%B} {day.day}, {day.year}"


def checksum(words: str) -> str:
    r"""Return the code of some words.

    Spaces and hyphens do not count: a line that ends at a hyphen loses it when a PDF is read.

    Examples
    --------
    >>> checksum("two-fold words") == checksum("two\nfold words") != checksum("two-fold word")
    True
    """
    digest = hashlib.sha256(_counted(words).encode()).hexdigest().upper()
    return "-".join(digest[at : at + _SIZE] for at in range(0, _GROUPS * _SIZE, _SIZE))


def verify(code: str, text: str) -> Verdict:
    """Say whether the words of a certificate are those its code was made from.

    Parameters
    ----------
    code
        As it is written, in any case and with or without its hyphens.
    text
        All text of the file.
    """
    begin, end = text.find(BEGINS), text.rfind(ENDS)
    if begin < 0 or end < begin:
        return Verdict.NO_CERTIFICATE
    same = _counted(checksum(text[begin:end])) == _counted(code.upper())
    return Verdict.UNCHANGED if same else Verdict.CHANGED


def _counted(words: str) -> str:
    plain = unicodedata.normalize("NFKC", words)
    return "".join(one for one in plain if not one.isspace() and one not in _HYPHENS)

"""Marks on files: who owns what is in them, how it may be used, and how long a record is kept."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

YEARS_KEPT = 6
"""Years that a record is kept. Source: 45 CFR 164.316(b)(2)(i)."""


class Mark(StrEnum):
    """A mark that an owner set.

    Attributes
    ----------
    CONFIDENTIAL
        For those it was given to, and no others.
    PROPRIETARY
        A secret of the owner's trade; the same, and for the named purpose only.
    """

    CONFIDENTIAL = "confidential"
    PROPRIETARY = "proprietary"


@dataclass(frozen=True)
class MarkedFile:
    """A file with a mark.

    Attributes
    ----------
    path
        In the deal folder.
    mark
        Which.
    owner
        Who set it.
    since
        When. A copy keeps the day of what it was made from.
    line
        Where it stands in the manifest.
    """

    path: str
    mark: Mark
    owner: str
    since: date
    line: int = 0

    @property
    def words(self) -> str:
        """The mark as it is written on a file.

        Examples
        --------
        >>> MarkedFile("a.txt", Mark.PROPRIETARY, "Example Health", date(2027, 2, 5)).words
        'PROPRIETARY: Example Health, marked 2027-02-05. Not to be passed on.'
        """
        return f"{self.mark.upper()}: {self.owner}, marked {self.since}. Not to be passed on."


@dataclass(frozen=True)
class Manifest:
    """The marks of a folder. A file may carry the marks of several owners."""

    files: tuple[MarkedFile, ...] = ()

    def of(self, path: str) -> tuple[MarkedFile, ...]:
        """Return the marks of a file; none where it has none."""
        return tuple(one for one in self.files if one.path == path)


def carry(manifest: Manifest, copies: Mapping[str, Iterable[str]]) -> Manifest:
    """Return the manifest of copies: each carries every mark of what it was made from.

    Parameters
    ----------
    manifest
        Of the folder they were made from.
    copies
        The path of each copy with the paths it was made from; a report has several.

    Examples
    --------
    >>> one = MarkedFile("rates.docx", Mark.PROPRIETARY, "Example Health", date(2027, 2, 5))
    >>> found = carry(Manifest((one,)), {"report.pdf": ["rates.docx", "notes.txt"]})
    >>> [(each.path, str(each.mark), each.owner) for each in found.files]
    [('report.pdf', 'proprietary', 'Example Health')]
    """
    found: dict[tuple[str, Mark, str], MarkedFile] = {}
    for path, sources in copies.items():
        for marked in (one for source in sources for one in manifest.of(source)):
            copy = replace(marked, path=path, line=0)
            key = (path, copy.mark, copy.owner)
            earlier = found.get(key)
            found[key] = copy if earlier is None or copy.since < earlier.since else earlier
    return Manifest(tuple(sorted(found.values(), key=lambda one: (one.path, one.owner, one.mark))))


def kept_until(made: date, last_in_effect: date | None = None) -> date:
    """Return the last day on which a record must still be there.

    Parameters
    ----------
    made
        When it was made.
    last_in_effect
        When it last was in effect, where that is later.

    Notes
    -----
    Six years from the later of both (45 CFR 164.316(b)(2)(i)). Of 29 February it is 1 March: a day
    too many does no harm. This is the rule on documentation of the security of health records;
    whether it holds for a record, and whether another rule asks for more, is for counsel to say.

    Examples
    --------
    >>> kept_until(date(2027, 2, 5)), kept_until(date(2024, 2, 29), date(2024, 1, 1))
    (datetime.date(2033, 2, 5), datetime.date(2030, 3, 1))
    """
    start = max(made, last_in_effect or made)
    year = start.year + YEARS_KEPT
    is_leap_day = (start.month, start.day) == (2, 29)
    return date(year, 3, 1) if is_leap_day else start.replace(year=year)

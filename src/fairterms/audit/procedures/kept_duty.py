"""A duty with the day it was due and the day it was done."""

from dataclasses import dataclass
from datetime import date

from fairterms.audit.procedures.evidence_table import EvidenceTable

KEYS = ("what", "owed_by", "due", "done", "where")
PARTIES = ("group", "plan", "both")


@dataclass(frozen=True)
class KeptDuty:
    """One duty that fell due once.

    Attributes
    ----------
    what
        What was owed, in a few words.
    owed_by
        group, plan or both.
    due
        The last day; None where nobody can say it.
    done
        The day it was done; None where it was not, or nothing shows it.
    where
        Where the contract says so, or what shows that it was done.
    """

    what: str
    owed_by: str
    due: date | None
    done: date | None
    where: str

    def days_late(self, on: date) -> int | None:
        """Return how many days late it is or was as of a day; None where it is not yet due.

        Examples
        --------
        >>> duty = KeptDuty("send the list", "plan", date(2027, 3, 10), date(2027, 3, 12), "A-3.1")
        >>> duty.days_late(date(2027, 12, 31)), duty.days_late(date(2027, 3, 1))
        (2, None)
        """
        assert self.due is not None, "a duty without a day is never late"
        is_done = self.done is not None and self.done <= on
        if not is_done and on <= self.due:
            return None
        ended = self.done if is_done and self.done is not None else on
        return max((ended - self.due).days, 0)


def read(table: EvidenceTable) -> KeptDuty | None:
    """Read one ``[[kept_duty]]``; None where something it needs is missing."""
    table.only(*KEYS)
    what = table.needed_words("what", "send the list of members")
    owed_by = table.needed_choice("owed_by", PARTIES)
    due, done = table.day("due"), table.day("done")
    where = table.needed_words("where", "Exhibit A, A-3.1")
    return KeptDuty(what, owed_by, due, done, where) if what and owed_by and where else None

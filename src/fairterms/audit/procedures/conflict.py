"""The register of interests: who is tied to whom, and what was done about it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from fairterms.audit.engagement.engagement import may_audit_from
from fairterms.audit.procedures.evidence_table import EvidenceTable

REGISTER_KEYS = ("people", "began")
KEYS = (
    *("person", "kind", "interest", "party", "value_band", "from", "to", "declared"),
    *("mitigation", "matters", "recused_from"),
)
NIL, OWN_WORK, FEES_ON_RESULTS = "nil", "own work", "fees on results"
KINDS = (NIL, "employment", "ownership", "family", "fees", OWN_WORK, FEES_ON_RESULTS, "other")
PARTIES = ("group", "plan", "both", "other")
VALUE_BANDS = ("not in money", "up to $5,000", "$5,000 to $50,000", "above $50,000")


@dataclass(frozen=True)
class Conflict:
    """One return: an interest, or that there is none.

    Attributes
    ----------
    person
        By role.
    kind, interest
        Its sort, and what it is; a nil return has no interest.
    party, value_band
        To whom it ties, and roughly what it is worth.
    since, until
        From when to when; None where it still lasts, or where nobody says.
    declared
        The day of this return.
    mitigation
        What was done about it.
    matters, recused_from
        The matters it touches, and those of them the person stayed out of.
    """

    person: str
    kind: str
    interest: str
    party: str
    value_band: str
    since: date | None
    until: date | None
    declared: date
    mitigation: str = ""
    matters: tuple[str, ...] = ()
    recused_from: tuple[str, ...] = ()

    @property
    def is_nil(self) -> bool:
        """Whether it says that there is no interest."""
        return self.kind == NIL

    @property
    def took_part(self) -> tuple[str, ...]:
        """The matters it touches in which the person took part all the same."""
        return tuple(one for one in self.matters if one not in self.recused_from)

    def barred_until(self) -> date | None:
        """Return the last day of the bar on auditing one's own work: for 12 months after it ended.

        Returns
        -------
        date or None
            None where it is no work of one's own; the last possible day where it still lasts.
        """
        if self.kind != OWN_WORK:
            return None
        return date.max if self.until is None else may_audit_from(self.until) - timedelta(days=1)


@dataclass(frozen=True)
class ConflictRegister:
    """Everybody's returns.

    Attributes
    ----------
    people
        The roles that must make one each year.
    began
        The day the engagement began.
    conflicts
        The returns.
    """

    people: tuple[str, ...]
    began: date
    conflicts: tuple[Conflict, ...]

    def newest(self, person: str, on: date) -> date | None:
        """Return the day of a person's newest return by a day; None where there is none."""
        days = [one.declared for one in self.conflicts if one.person == person]
        return max((day for day in days if day <= on), default=None)


def read(table: EvidenceTable | None, rows: Sequence[EvidenceTable]) -> ConflictRegister | None:
    """Read ``[conflict_register]`` and every ``[[conflict]]``; None where there is no register."""
    if table is None:
        if rows:
            fix = 'write [conflict_register] with people = ["lead auditor"] and began = 2028-09-15'
            rows[0].note("", "there is no [conflict_register]", "missing", fix)
        return None
    table.only(*REGISTER_KEYS)
    people, began = table.listed("people"), table.needed_day("began")
    if not people:
        table.note("", "people is missing", "missing", 'write people = ["lead auditor"]')
    found = [_read_one(row, people) for row in rows]
    if not people or began is None or None in found:
        return None  # a return that cannot be read may be the one that matters
    return ConflictRegister(people, began, tuple(one for one in found if one))


def _read_one(row: EvidenceTable, people: tuple[str, ...]) -> Conflict | None:
    row.only(*KEYS)
    person, kind = row.needed_choice("person", people or ("lead auditor",)), _kind(row)
    declared = row.needed_day("declared")
    interest, mitigation = row.words("interest"), row.words("mitigation")
    party, band = row.choice("party", PARTIES), row.choice("value_band", VALUE_BANDS)
    since, until = row.day("from"), row.day("to")
    matters, recused = row.listed("matters"), row.listed("recused_from")
    if kind and kind != NIL and not (interest and party and band and since):
        fix = f'write interest, party, value_band and from; or kind = "{NIL}" where there is none'
        row.note(
            "", "an interest says what it is, to whom, how much and since when", "missing", fix
        )
        return None
    if since and until and until < since:
        row.note("to", "the interest ends before it starts", "bad-days", "mend from or to")
        return None
    for one in set(recused) - set(matters):
        row.notes.unknown((*row.path, "recused_from"), one, matters, "matter")
    if not (person and kind) or declared is None or set(recused) - set(matters):
        return None
    return Conflict(
        *(person, kind, interest, party, band, since, until, declared),
        *(mitigation, matters, recused),
    )


def _kind(row: EvidenceTable) -> str:
    return row.needed_choice("kind", KINDS)

"""A third party's report on controls, and for which days and controls it may be relied on."""

from dataclasses import dataclass
from datetime import date, timedelta

from fairterms.audit.procedures.evidence_table import EvidenceTable
from fairterms.units.period import Period

KEYS = (
    *("name", "kind", "from", "to", "opinion", "scope", "supports"),
    *("carve_outs", "exceptions", "user_controls"),
)
SAS_70 = "SAS 70"
KINDS = ("SOC 1 type 1", "SOC 1 type 2", "SOC 2 type 1", "SOC 2 type 2", SAS_70)
OPINIONS = ("unmodified", "qualified", "adverse", "disclaimer")


@dataclass(frozen=True)
class CarveOut:
    """A supplier whose controls the report leaves out.

    Attributes
    ----------
    supplier
        Who it is.
    covered_by
        The name of another report that looks at it; empty where none does.
    """

    supplier: str
    covered_by: str = ""


@dataclass(frozen=True)
class ReportedException:
    """Something the report's own auditor found wrong.

    Attributes
    ----------
    what
        What it was.
    control
        Our control that it touches; empty for none.
    answer
        What the reader's side did about it; empty where nothing.
    """

    what: str
    control: str = ""
    answer: str = ""


@dataclass(frozen=True)
class UserControl:
    """A control the report takes for granted at those who rely on it.

    Attributes
    ----------
    theirs
        What the report asks for.
    ours
        The id of our control that does it; empty where none does.
    """

    theirs: str
    ours: str = ""


@dataclass(frozen=True)
class ThirdPartyReport:
    """One report.

    Attributes
    ----------
    name, kind
        What it is called, and its type.
    period
        The days it speaks of; one day for a report of type 1.
    opinion
        Unmodified, qualified, adverse, or disclaimer.
    scope
        What it is about.
    supports
        The ids of our controls that lie within that scope.
    carve_outs, exceptions, user_controls
        What it leaves out, found wrong, and takes for granted.
    """

    name: str
    kind: str
    period: Period
    opinion: str
    scope: str
    supports: tuple[str, ...]
    carve_outs: tuple[CarveOut, ...] = ()
    exceptions: tuple[ReportedException, ...] = ()
    user_controls: tuple[UserControl, ...] = ()

    @property
    def is_superseded(self) -> bool:
        """Whether its type is no longer issued: SAS 70 ended with periods ending in 2011."""
        return self.kind == SAS_70

    @property
    def tests_operation(self) -> bool:
        """Whether it tested that controls ran through a period, and not only on one day."""
        return self.kind.endswith("type 2")

    def supports_on(self, control: str, day: date) -> bool:
        """Say whether it supports a control on a day: only in its scope, and only in its period.

        A type that is superseded, a type 1, an adverse opinion and a disclaimer support nothing.
        A qualified opinion, or an exception, supports every control but those it touches.
        """
        is_usable = self.tests_operation and self.opinion in ("unmodified", "qualified")
        touched = {one.control for one in self.exceptions}
        return (
            is_usable
            and control in self.supports
            and control not in touched
            and (day in self.period)
        )

    def days_uncovered(self, audited: Period) -> int:
        """Return how many days of a period it does not speak of.

        Examples
        --------
        >>> from datetime import date
        >>> nine = Period(date(2027, 1, 1), date(2027, 9, 30))
        >>> year = Period(date(2027, 1, 1), date(2027, 12, 31))
        >>> made_up = ThirdPartyReport("r", "SOC 1 type 2", nine, "unmodified", "claims", ())
        >>> made_up.days_uncovered(year)
        92
        """
        first = max(self.period.first, audited.first)
        last = min(self.period.last, audited.last)
        both = max((last - first + timedelta(days=1)).days, 0)
        return audited.days - both


def read(table: EvidenceTable) -> ThirdPartyReport | None:
    """Read one ``[[third_party_report]]``; None where something it needs is missing."""
    table.only(*KEYS)
    name, kind = table.needed_words("name", "claims system"), table.needed_choice("kind", KINDS)
    opinion, scope = table.needed_choice("opinion", OPINIONS), table.needed_words("scope", "...")
    period, supports = table.span(), table.listed("supports")
    carved, exceptions = _carve_outs(table), _exceptions(table)
    user_controls = _user_controls(table)
    if not (name and kind and opinion and scope) or period is None:
        return None
    if kind.endswith("type 1") and period.days > 1:
        fix = "give one day: from and to are the same"
        table.note("to", "a report of type 1 speaks of one day", "not-one-day", fix)
        return None
    if None in (carved, exceptions, user_controls):
        return None
    return ThirdPartyReport(
        *(name, kind, period, opinion, scope, supports),
        *(carved or (), exceptions or (), user_controls or ()),
    )


def _carve_outs(table: EvidenceTable) -> tuple[CarveOut, ...] | None:
    rows = table.parts("carve_outs")
    for row in rows:
        row.only("supplier", "covered_by")
    found = [CarveOut(row.needed_words("supplier", "..."), row.words("covered_by")) for row in rows]
    return tuple(found) if all(one.supplier for one in found) else None


def _exceptions(table: EvidenceTable) -> tuple[ReportedException, ...] | None:
    rows = table.parts("exceptions")
    for row in rows:
        row.only("what", "control", "answer")
    found = [
        ReportedException(
            row.needed_words("what", "..."), row.words("control"), row.words("answer")
        )
        for row in rows
    ]
    return tuple(found) if all(one.what for one in found) else None


def _user_controls(table: EvidenceTable) -> tuple[UserControl, ...] | None:
    rows = table.parts("user_controls")
    for row in rows:
        row.only("theirs", "ours")
    found = [UserControl(row.needed_words("theirs", "..."), row.words("ours")) for row in rows]
    return tuple(found) if all(one.theirs for one in found) else None

"""An exception: something outside its rule. It leads to a review of its cause, not to a penalty."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from fairterms.risks.control.impossible import Impossible
from fairterms.risks.control.indicator import Indicator
from fairterms.units.finding import Severity

REVIEW_DAYS = 14
"""Days in which the cause of a late reading is to be found (our choice)."""

STARTS_A_REVIEW = "An exception starts a review of its cause. It is no penalty."


class CauseClass(Enum):
    """What lay behind an exception."""

    RECORD = "record"
    WORK = "work"
    PEOPLE = "people"
    MODEL = "model"
    COUNTERPARTY = "counterparty"
    OUTSIDE = "outside"
    SUBGROUP = "subgroup"


OWN_STRATUM = (
    "these patients form a subgroup: they move to a risk stratum of their own, and the benchmark "
    "penalty is lifted for them"
)


@dataclass(frozen=True)
class Waiver:
    """A decision to leave an exception as it is for a time; all three are needed.

    Attributes
    ----------
    reason
        Why.
    approver
        The role that decided; not the owner of the exception.
    expires
        The last day on which it holds.
    """

    reason: str
    approver: str
    expires: date


@dataclass(frozen=True)
class ExceptionItem:
    """One exception.

    Attributes
    ----------
    id
        Its name.
    rule
        The rule it is outside of, in words; empty where an indicator saw it.
    indicator
        The id of that indicator; empty where a rule was broken.
    subject
        What it is about: a file, a month, a group of patients; never a person.
    severity
        How much is at stake.
    opened, due
        Since when, and by when its cause is to be reviewed.
    owner
        The role that reviews it.
    cause
        What lay behind it; None before the review.
    resolution
        What was done; empty while it is open.
    waiver
        The decision to leave it; None without one.
    """

    id: str
    rule: str
    indicator: str
    subject: str
    severity: Severity
    opened: date
    due: date
    owner: str
    cause: CauseClass | None = None
    resolution: str = ""
    waiver: Waiver | None = None

    def __post_init__(self) -> None:
        """Refuse an exception from nowhere, or one closed without its cause."""
        if bool(self.rule) == bool(self.indicator):
            raise Impossible(
                "rule",
                "this exception names "
                + ("both a rule and an indicator" if self.rule else "no rule and no indicator"),
                "its cause is looked for where it was seen",
                "name the one that saw it",
            )
        if self.due < self.opened:
            raise Impossible(
                "due",
                f"the review is due ({self.due}) before the exception was opened ({self.opened})",
                "nobody can be on time",
                "give the day by which the cause is to be found",
            )
        if self.resolution and self.cause is None:
            raise Impossible(
                "cause",
                "this exception is resolved, and its cause is not named",
                "what is not understood happens again",
                f"add cause = one of: {', '.join(one.value for one in CauseClass)}",
            )
        if self.waiver and _same(self.waiver.approver, self.owner):
            raise Impossible(
                "waiver",
                f"the {self.owner} waives an exception of their own",
                "nobody decides in their own case",
                "let another role decide",
            )

    def stands(self, on: date) -> str:
        """Say how it stands on a day, in a few words."""
        if self.resolution:
            return "resolved"
        if self.waiver and on <= self.waiver.expires:
            return f"waived until {self.waiver.expires}"
        if on > self.due:
            return f"review overdue since {self.due}"
        return f"review due by {self.due}"

    def is_open(self, on: date) -> bool:
        """Say whether something is still to be done about it on a day."""
        is_waived = self.waiver is not None and on <= self.waiver.expires
        return not self.resolution and not is_waived

    @property
    def next_step(self) -> str:
        """What to do, as a sentence without its full stop."""
        if self.cause is CauseClass.SUBGROUP:
            return OWN_STRATUM
        if self.resolution:
            return self.resolution
        if self.cause is None:
            return f"{self.owner}: find the cause"
        return f"{self.owner}: mend the cause ({self.cause.value})"


def of_late_reading(indicator: Indicator, due: date, on: date) -> ExceptionItem | None:
    """Return the exception that a late reading is.

    Parameters
    ----------
    indicator
        The indicator.
    due
        The day by which its next reading was due.
    on
        The day asked about.

    Returns
    -------
    ExceptionItem or None
        None while the reading is not late. Its severity is medium: what is not looked at may be
        red (our choice).
    """
    if on <= due:
        return None
    opened = due + timedelta(days=1)
    return ExceptionItem(
        id=f"late_{indicator.id}_{due:%Y_%m_%d}",
        rule="",
        indicator=indicator.id,
        subject=f"the reading of {indicator.id} that was due on {due}",
        severity=Severity.MEDIUM,
        opened=opened,
        due=opened + timedelta(days=REVIEW_DAYS),
        owner=indicator.owner,
    )


def _same(one: str, other: str) -> bool:
    return " ".join(one.casefold().split()) == " ".join(other.casefold().split())

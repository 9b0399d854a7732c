"""A kind of duty: how it is recognised, and what one of it takes."""

import re
from dataclasses import dataclass
from enum import StrEnum

from fairterms.prepare.cost_to_comply.spread import NOTHING, ONCE, Spread
from fairterms.units.catalogue import Catalogue


class Family(StrEnum):
    """What sort of work a duty is; money the contract pays for work goes to families."""

    MEASURING = "measuring outcomes"
    REPORTING = "reports and files"
    COORDINATION = "care coordination and access"
    SYSTEMS = "systems and licenses"
    PEOPLE = "staff, training and meetings"
    CHECKING = "records, audits and settlement"
    ADMINISTRATION = "administration with the plan"


class Driver(StrEnum):
    """What the hours of a duty grow with."""

    YEAR = "year"
    TIME = "time"
    POST = "full-time post"
    CLINICIAN = "clinician"
    NEW_PATIENT = "new patient"
    FORM = "form"
    SURVEY = "survey"
    DISCHARGE = "discharge"
    GAP = "care gap"


class Role(StrEnum):
    """Who does the work; each has a wage."""

    CLINICIAN = "clinician"
    COORDINATOR = "coordinator"
    OFFICE = "office"
    ANALYST = "analyst"
    MANAGER = "manager"


class Trigger(StrEnum):
    """How a sentence makes work for the group."""

    OWED = "the group must"
    PLAN_MAY = "the plan may ask for it"
    GROUP_MAY = "the group must act in time to keep a right"


OURS = "our choice, please edit"
"""Said of a default for which no public source is known to us."""

OWED = frozenset({Trigger.OWED})


def words(*patterns: str) -> "re.Pattern[str]":
    """Compile alternatives of a pattern that ignores case."""
    return re.compile("|".join(patterns), re.IGNORECASE)


@dataclass(frozen=True)
class Kind:
    """One kind of duty.

    Attributes
    ----------
    title
        What the group does, in a few words.
    family
        The sort of work.
    found_by
        What stands in a clause that demands it.
    unless
        What stands in a clause that is about something else after all.
    named_by
        The words by which a group's own list of costs names such work.
    driver
        What the hours grow with.
    hours
        Hours for one of the driver.
    role
        Who does it.
    basis
        Where the hours come from, and what they cover.
    times
        How often a year, where the text does not say it; read for the drivers TIME and CLINICIAN.
    people
        How many take part each time.
    tools
        Dollars a year for what must be bought; for each clinician where ``is_tool_per_clinician``.
    triggers
        The sorts of sentence that can demand it.
    is_one
        Whether all sentences that demand it demand one and the same work.
    """

    title: str
    family: Family
    found_by: "re.Pattern[str]"
    named_by: "re.Pattern[str]"
    driver: Driver
    hours: Spread
    role: Role
    basis: str
    unless: "re.Pattern[str] | None" = None
    times: Spread = ONCE
    people: Spread = ONCE
    tools: Spread = NOTHING
    is_tool_per_clinician: bool = False
    triggers: frozenset[Trigger] = OWED
    is_one: bool = False

    def is_in(self, clause: str, trigger: Trigger) -> "re.Match[str] | None":
        """Return where a clause demands this work, or None.

        Examples
        --------
        >>> bool(KINDS["meetings"].is_in("shall attend the quarterly meeting", Trigger.OWED))
        True
        """
        if trigger not in self.triggers or (self.unless and self.unless.search(clause)):
            return None
        return self.found_by.search(clause)


KINDS: Catalogue[Kind] = Catalogue("fairterms.prepare.cost_to_comply.duties", "DUTY", Kind)
"""Every kind of duty, by the name of its module."""

"""What a group says in ``duties.toml``: its own hours, wages and sizes, in place of defaults."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from types import MappingProxyType

from fairterms.prepare.cost_to_comply.kind import Driver, Role
from fairterms.prepare.cost_to_comply.spread import Spread
from fairterms.units.problem import Problem

FILE = "duties.toml"
"""The file's name in a deal folder."""


@dataclass(frozen=True)
class Change:
    """What the group says of a kind of duty, or of one duty, in place of the default.

    Attributes
    ----------
    hours
        Hours for one of what the kind is counted by.
    count
        How many of these a year.
    wage
        Dollars an hour.
    tools
        Dollars a year, in all.
    not_ours
        Why it is no work of the group's, or none that this contract adds; empty when it is.
    covered_by
        The id of the ``[[cost]]`` of ``deal.toml`` that holds it, or "none".
    line
        Where it stands in the file.
    """

    hours: Spread | None = None
    count: Spread | None = None
    wage: Spread | None = None
    tools: Spread | None = None
    not_ours: str = ""
    covered_by: str = ""
    line: int = 0


NO_CHANGE = Change()


@dataclass(frozen=True)
class Added:
    """A duty the group knows of and that was not found.

    Attributes
    ----------
    kind_name
        The kind of duty whose hours, role and family it has.
    what, section
        What it is, and where it is demanded.
    change
        Its own hours, count and so on.
    """

    id: str
    kind_name: str
    what: str
    section: str
    change: Change


def _nothing() -> Mapping[str, Change]:
    return MappingProxyType({})


@dataclass(frozen=True)
class Declaration:
    """Everything ``duties.toml`` says.

    Attributes
    ----------
    sizes
        How many clinicians, new patients, forms and so on a year.
    wages
        Dollars an hour of each role, with what the employer pays on top.
    other_revenue
        Dollars a year the plan pays the group for the same care by another agreement.
    other_revenue_is
        What that is, in words.
    kinds, duties
        Changes by the name of a kind, and by the id of a duty.
    added
        Duties that were not found.
    lines
        The file's text, for messages.
    """

    sizes: Mapping[Driver, Decimal] = field(default_factory=lambda: MappingProxyType({}))
    wages: Mapping[Role, Spread] = field(default_factory=lambda: MappingProxyType({}))
    other_revenue: Decimal | None = None
    other_revenue_is: str = ""
    kinds: Mapping[str, Change] = field(default_factory=_nothing)
    duties: Mapping[str, Change] = field(default_factory=_nothing)
    added: tuple[Added, ...] = ()
    lines: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()

    def problem(self, line: int, what: str, code: str, why: str, fix: str) -> Problem:
        """Return a problem on a line of the file; see Problem for its parts."""
        text = self.lines[line - 1] if 0 < line <= len(self.lines) else ""
        return Problem(FILE, line, what, code, why, fix, text)


NOTHING_DECLARED = Declaration()
"""What a deal without the file says."""

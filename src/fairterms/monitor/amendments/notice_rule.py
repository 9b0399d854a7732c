"""A notice rule: what a change of a kind needs before it may apply, and where that is said."""

from dataclasses import dataclass

from fairterms.monitor.amendments.change import Change, Kind, Way
from fairterms.units.quantity import Quantity


@dataclass(frozen=True)
class Said:
    """Where a rule stands: a place of the contract with its words, or a law of the register.

    Attributes
    ----------
    document, section, quote
        In the contract; the document and the quote are empty for a law.
    law
        The id of a law of the register, such as ``"co-changes"``; empty for the contract.
    line
        Where the rule begins in its file.
    """

    document: str = ""
    section: str = ""
    quote: str = ""
    law: str = ""
    line: int = 0

    @property
    def is_law(self) -> bool:
        """Whether it stands in a law, of which only counsel can say that it holds here."""
        return bool(self.law)


@dataclass(frozen=True, kw_only=True)
class NoticeRule:
    """What a change needs.

    Attributes
    ----------
    id
        Names it within the file.
    kinds
        The sorts of change it is about.
    only
        Ids of the changes it is about, where a person said so; empty for all of its kinds.
    notice
        How long before its first day the group is told; None where it names no time.
    objection_days
        Calendar days in which the group may object; None where it gives none.
    ways
        How the group may be told; empty where any way will do.
    needs_both
        Whether both sides must agree.
    no_backdating
        Whether a change may not apply before the group was told.
    above
        It is only about changes expected to move the cost of care by more than this share; None
        for all.
    opens
        What such a change lets the group ask for; empty for nothing.
    said
        Where it stands.
    where
        The same as one would cite it.
    """

    id: str
    kinds: tuple[Kind, ...]
    said: Said
    where: str
    notice: Quantity | None = None
    objection_days: int | None = None
    ways: tuple[Way, ...] = ()
    needs_both: bool = False
    no_backdating: bool = False
    above: Quantity | None = None
    opens: str = ""
    only: tuple[str, ...] = ()

    def is_about(self, change: Change) -> bool:
        """Say whether it is about a change; where the size of a change is not known, it is."""
        if change.kind not in self.kinds or (self.only and change.id not in self.only):
            return False
        expected = change.benefit.expected_cost if change.benefit else None
        if self.above is None or expected is None:
            return True
        return abs(expected) > self.above.amount

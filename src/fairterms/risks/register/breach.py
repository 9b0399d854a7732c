"""A rule of the register that records break together, though each of them is sound alone."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Breach:
    """One broken rule, before it is tied to a line of the file.

    Attributes
    ----------
    section
        The section of the record at fault: "risk", "impact", "estimate", "objective".
    id
        The record's id.
    key
        The key at fault; empty for the whole block.
    what, code, why, fix
        As in :class:`fairterms.units.problem.Problem`.
    """

    section: str
    id: str
    key: str
    what: str
    code: str
    why: str
    fix: str

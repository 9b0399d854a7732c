"""What happens when each constituency votes as one: who carries, who is outvoted, what ties."""

from dataclasses import dataclass
from itertools import product
from math import comb

from fairterms.audit.committee.ballot import Ballot, Motion, Vote, full
from fairterms.audit.committee.charter import Basis, Charter, MotionClass, Tie
from fairterms.audit.committee.decision import decide
from fairterms.audit.committee.ground import Ground, Outcome


@dataclass(frozen=True)
class Coalitions:
    """Every pattern of yes and no by whole constituencies, all seats voting.

    Attributes
    ----------
    kind
        The class of motions.
    patterns
        How many there are: two to the number of constituencies.
    tied
        How many of them tie.
    carrying
        The constituencies that say yes, in each pattern that carries without the chair.
    """

    kind: MotionClass
    patterns: int
    tied: int
    carrying: tuple[frozenset[str], ...]

    @property
    def tied_share(self) -> float:
        """The share of patterns that tie.

        Examples
        --------
        >>> from fractions import Fraction
        >>> from fairterms.audit.committee.charter import Basis
        >>> Coalitions(MotionClass("a", "A", Basis.CAST, Fraction(1, 2)), 16, 6, ()).tied_share
        0.375
        """
        return self.tied / self.patterns

    def can_be_outvoted(self, constituency: str) -> bool:
        """Whether the others can carry a motion while this constituency says no."""
        return any(constituency not in coalition for coalition in self.carrying)


def coalitions(charter: Charter, kind: MotionClass) -> Coalitions:
    """Try every coalition of constituencies.

    Raises
    ------
    Refusal
        Where the charter leaves open what the vote turns on.
    """
    names = tuple(charter.titles)
    roster, motion = full(charter), Motion("a coalition", kind.id)
    tied, carrying = 0, []
    for pattern in product((Vote.YES, Vote.NO), repeat=len(names)):
        by = dict(zip(names, pattern, strict=True))
        ballots = [Ballot(one.id, by[one.constituency]) for one in charter.seats]
        found = decide(charter, roster, motion, ballots)
        # Nobody has heard the chair, so a tie that is the chair's ends in silence.
        tied += found.ground in (Ground.TIE_LOST, Ground.CHAIR_SILENT, Ground.NOBODY_PRESIDES)
        if found.outcome is Outcome.CARRIED:
            carrying.append(frozenset(name for name in names if by[name] is Vote.YES))
    return Coalitions(kind, 2 ** len(names), tied, tuple(carrying))


def tied_share_of_seats(seats: int) -> float:
    """Return the share of yes and no patterns of single seats that tie, all of them voting.

    Examples
    --------
    >>> round(tied_share_of_seats(8), 4)
    0.2734
    >>> tied_share_of_seats(7)
    0.0
    """
    return comb(seats, seats // 2) / 2**seats if seats % 2 == 0 else 0.0


def sentences(charter: Charter, found: Coalitions) -> tuple[str, ...]:
    """Say what a class of motions does when constituencies each vote as one."""
    kind, lost = found.kind, found.patterns - found.tied - len(found.carrying)
    outcomes = (
        f"{kind.title}: if each constituency votes as one, there are {found.patterns} patterns: "
        f"{len(found.carrying)} carried, {lost} lost, {found.tied} tied"
        f"{_who_decides(charter, found)}."
    )
    outvoted = [title for one, title in charter.titles.items() if found.can_be_outvoted(one)]
    said = [outcomes]
    if outvoted:
        said.append(f"{kind.title}: the others can outvote {'; '.join(outvoted)}.")
    if kind.tie is Tie.CHAIR and kind.basis is not Basis.CAST:
        said.append(
            f"{kind.title}: whoever abstains counts in the base, so that most ties with "
            "abstentions are lost whatever the chair says."
        )
    return tuple(said)


def _who_decides(charter: Charter, found: Coalitions) -> str:
    if found.kind.tie is not Tie.CHAIR or not found.tied:
        return ""
    single = tied_share_of_seats(len(charter.seats))
    return (
        f", so that the chair decides {found.tied_share:.1%} of them (of patterns seat by seat, "
        f"{single:.1%} tie)"
    ).replace("%", " %")

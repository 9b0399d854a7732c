"""Ballots counted, and what the count is a share of."""

from collections.abc import Mapping
from dataclasses import dataclass

from fairterms.audit.committee.ballot import Ballot, Vote
from fairterms.audit.committee.charter import Basis, Charter, MotionClass
from fairterms.units.refusal import Refusal


@dataclass(frozen=True)
class Tally:
    """How the seats voted; the chair is not among them.

    Attributes
    ----------
    yes, no, abstain, absent, recused
        Seats of each; together all seats.
    quorum_of
        For each constituency, its members who count towards the quorum.
    agreeing
        Constituencies with at least one yes.
    out
        Constituencies whose seats are all recused.
    """

    yes: int
    no: int
    abstain: int
    absent: int
    recused: int
    quorum_of: Mapping[str, int]
    agreeing: frozenset[str]
    out: frozenset[str]

    @property
    def is_tied(self) -> bool:
        """Whether as many said yes as no, and somebody did."""
        return self.yes == self.no > 0

    @property
    def in_quorum(self) -> int:
        """Members who count towards the quorum."""
        return sum(self.quorum_of.values())


def count(charter: Charter, ballots: Mapping[str, Ballot]) -> Tally:
    """Count the ballots.

    Parameters
    ----------
    charter
        Its seats, and whether a recused member counts towards the quorum.
    ballots
        By seat; a seat without one is absent.

    Raises
    ------
    Refusal
        Where somebody is recused and the charter does not say whether the quorum counts them.
    """
    votes = []
    quorum_of = dict.fromkeys(charter.titles, 0)
    remaining = dict.fromkeys(charter.titles, 0)
    agreeing = set()
    for seat, constituency in charter.constituency_of.items():
        vote = ballots[seat].vote if seat in ballots else Vote.ABSENT
        votes.append(vote)
        quorum_of[constituency] += _counts_for_quorum(charter, vote)
        remaining[constituency] += vote is not Vote.RECUSED
        if vote is Vote.YES:
            agreeing.add(constituency)
    out = frozenset(one for one, left in remaining.items() if not left)
    yes, no, abstain, absent, recused = (votes.count(one) for one in Vote)
    return Tally(yes, no, abstain, absent, recused, quorum_of, frozenset(agreeing), out)


def _counts_for_quorum(charter: Charter, vote: Vote) -> bool:
    if vote is not Vote.RECUSED:
        return vote is not Vote.ABSENT
    if charter.quorum.recused_count is None:
        what = "the charter does not say whether a recused member counts"
        why = "with and without them, the same meeting may decide or not"
        raise Refusal("quorum", what, why, "write recused_count = true or false under [quorum]")
    return charter.quorum.recused_count


def base(charter: Charter, kind: MotionClass, tally: Tally) -> int:
    """Return the number that the yes are a share of.

    Notes
    -----
    Cast: yes and no. Present: yes, no and abstentions. Entire: all seats but the recused, empty
    ones with them. Where the charter puts the chair into the base, whoever presides is one more
    of those present and of the entire committee.

    Raises
    ------
    Refusal
        Where the charter does not say what the base is.
    """
    if kind.basis is None:
        what = f"“{kind.title}” has no majority basis"
        why = "of votes cast, of those present and of all seats are three different majorities"
        raise Refusal("charter", what, why, 'write basis = "cast", "present" or "entire"')
    cast = tally.yes + tally.no
    if kind.basis is Basis.CAST:
        return cast
    if charter.chair.in_base is None:
        what = "the charter does not say whether the chair enters the base"
        why = "one more in the base can ask for one yes more"
        raise Refusal("charter", what, why, "write in_base = true or false under [chair]")
    present = cast + tally.abstain
    seats = present + tally.absent if kind.basis is Basis.ENTIRE else present
    return seats + charter.chair.in_base


def needed(kind: MotionClass, out_of: int) -> int:
    """Return how many yes carry a motion.

    Examples
    --------
    >>> from fractions import Fraction
    >>> simple = MotionClass("a", "A", Basis.CAST, Fraction(1, 2))
    >>> needed(simple, 8), needed(simple, 7)
    (5, 4)
    >>> needed(MotionClass("b", "B", Basis.CAST, Fraction(2, 3)), 8)
    6
    """
    if kind.is_simple:
        return out_of // 2 + 1
    share = kind.threshold
    return max(1, -(-out_of * share.numerator // share.denominator))

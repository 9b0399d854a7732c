"""What the committee decided: a function of charter, roster, motion and ballots alone."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from fairterms.audit.committee import tally as tallies
from fairterms.audit.committee import wording
from fairterms.audit.committee.ballot import (
    CHAIR,
    DEPUTY,
    Ballot,
    Motion,
    Roster,
    Vote,
    opened,
)
from fairterms.audit.committee.charter import Charter, MotionClass, Tie
from fairterms.audit.committee.ground import Ground, Outcome
from fairterms.audit.committee.tally import Tally
from fairterms.units.refusal import Refusal


@dataclass(frozen=True)
class Decision:
    """What became of a motion, and why.

    Attributes
    ----------
    charter, motion, kind
        What it rests on.
    tally
        How the seats voted.
    base, needed
        What the yes are a share of, and how many of them carry.
    ground
        What settled it.
    casting
        The ballot of whoever presided at a tie; None where nobody was asked, or nobody could be.
    """

    charter: Charter
    motion: Motion
    kind: MotionClass
    tally: Tally
    base: int
    needed: int
    ground: Ground
    casting: Ballot | None = None

    @property
    def outcome(self) -> Outcome:
        """Carried, lost, or not decided."""
        return self.ground.outcome

    @property
    def sentences(self) -> tuple[str, ...]:
        """The arithmetic in words, in the order in which it was done."""
        charter, kind, tally = self.charter, self.kind, self.tally
        found = [wording.counted(charter, tally), wording.quorum(charter, tally)]
        if self.outcome is not Outcome.NOT_DECIDED:
            found.append(wording.majority(kind, tally, self.base, self.needed))
            found += wording.concurrence(charter, kind, tally)
        return (*found, wording.ending(self.ground, self.casting))

    @property
    def minutes_due_on(self) -> date | None:
        """The last day for the minutes; None where a day or the charter's rule is not known."""
        return _after(self.motion.held_on, self.charter.deadlines.minutes_due_days)

    @property
    def reconsidered_until(self) -> date | None:
        """The last day to put it again; None where a day or the charter's rule is not known."""
        return _after(self.motion.held_on, self.charter.deadlines.reconsideration_days)


def _after(day: date | None, days: int | None) -> date | None:
    return None if day is None or days is None else day + timedelta(days)


def decide(charter: Charter, roster: Roster, motion: Motion, ballots: Iterable[Ballot]) -> Decision:
    """Work out what became of a motion.

    Parameters
    ----------
    charter
        The rules.
    roster
        The seats that are filled that day.
    motion
        What is put to the vote.
    ballots
        Votes of seats, of the chair and of the deputy. Who has none is absent; for the chair and
        the deputy an absence is silence, except where the charter lets the deputy step in for it.

    Returns
    -------
    Decision
        The same for the same four, whoever asks.

    Raises
    ------
    Refusal
        Where the charter leaves open what this vote turns on, or a ballot is of no filled seat.

    Notes
    -----
    In this order: notice, quorum, threshold, concurrence, tie. A tie is as many yes as no, at
    least one of each, in a class of simple majority. The chair's yes carries; a no, or silence,
    leaves it lost. The chair never votes to make a tie.

    Of votes cast every tie is the chair's. Of those present, or of the entire committee, only a
    tie that one yes more would carry is: otherwise two against two would carry with the chair
    where three against two is lost, and a vote for a motion could defeat it.
    """
    kind = charter.motion_class(motion.kind)
    laid = opened(charter, roster, ballots)
    tally = tallies.count(charter, laid)
    base = tallies.base(charter, kind, tally)
    needed = tallies.needed(kind, base)
    ground, casting = _unready(charter, motion, tally), None
    if ground is None:
        ground = _counted(kind, tally, needed)
    if ground is Ground.TIE:
        ground, casting = _broken(charter, laid)
    return Decision(charter, motion, kind, tally, base, needed, ground, casting)


def _unready(charter: Charter, motion: Motion, tally: Tally) -> Ground | None:
    """Say why nothing can be decided yet."""
    earliest = _after(motion.noticed_on, charter.deadlines.notice_days)
    if earliest is not None and motion.held_on is not None and motion.held_on < earliest:
        return Ground.NOTICE
    rule = charter.quorum
    is_met = tally.in_quorum >= rule.min_present
    each = min(tally.quorum_of.values()) >= rule.min_per_constituency
    return None if is_met and each else Ground.QUORUM


def _counted(kind: MotionClass, tally: Tally, needed: int) -> Ground:
    """Say what the votes of the seats settle."""
    is_carried = tally.yes >= needed
    is_tied = kind.is_simple and tally.is_tied
    if not is_carried and not is_tied:
        return Ground.THRESHOLD if tally.yes + tally.no else Ground.NOBODY_VOTED
    if lacking(kind, tally):
        return Ground.CONCURRENCE
    if is_carried:
        return Ground.MAJORITY
    if tally.yes + 1 < needed:
        return Ground.TIE_SHORT
    return Ground.TIE if kind.tie is Tie.CHAIR else Ground.TIE_LOST


def lacking(kind: MotionClass, tally: Tally) -> tuple[str, ...]:
    """Name the constituencies whose concurrence a motion needs and does not have.

    Raises
    ------
    Refusal
        Where all members of one of them are recused and the charter does not say what follows.
    """
    if not kind.concurrence_if_recused and not tally.out.isdisjoint(kind.concurrence):
        what = f"“{kind.title}” needs the concurrence of a constituency that is wholly recused"
        why = "the charter does not say whether it is then waived or lost"
        raise Refusal("charter", what, why, 'write concurrence_if_recused = "waived" or "lost"')
    is_waived = kind.concurrence_if_recused == "waived"
    return tuple(
        one
        for one in kind.concurrence
        if one not in tally.agreeing and not (is_waived and one in tally.out)
    )


def _broken(charter: Charter, ballots: Mapping[str, Ballot]) -> tuple[Ground, Ballot | None]:
    """Ask whoever presides."""
    casting = ballots.get(CHAIR, Ballot(CHAIR, Vote.ABSENT))
    if casting.vote in (Vote.RECUSED, Vote.ABSENT) and casting.vote in charter.chair.deputy_for:
        casting = ballots.get(DEPUTY, Ballot(DEPUTY, Vote.ABSENT))
        if not charter.chair.deputy:
            return Ground.NOBODY_PRESIDES, None
    if casting.vote is Vote.RECUSED:
        return Ground.NOBODY_PRESIDES, None
    if casting.vote is Vote.NO:
        return Ground.CHAIR_NO, casting
    if casting.vote is not Vote.YES:
        return Ground.CHAIR_SILENT, casting
    return (Ground.CHAIR_YES if casting.reasons.strip() else Ground.NO_REASONS), casting

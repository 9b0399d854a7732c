"""What a charter leaves open or gets wrong, found before a vote turns on it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from fairterms.audit.committee.ballot import CHAIR, Ballot, Motion, Vote, full
from fairterms.audit.committee.charter import Charter, MotionClass, Touches
from fairterms.audit.committee.coalitions import coalitions, sentences
from fairterms.audit.committee.decision import decide
from fairterms.audit.committee.ground import Outcome
from fairterms.units.problem import Problem
from fairterms.units.refusal import Refusal


@dataclass(frozen=True)
class Linted:
    """What reading a charter as a rule for every vote brings to light.

    Attributes
    ----------
    problems
        What to mend, in the order of the file.
    facts
        What each class of motions does when constituencies each vote as one: to know, not to mend.
    """

    problems: tuple[Problem, ...]
    facts: tuple[str, ...]


def lint(charter: Charter) -> Linted:
    """Look for every gap that is known to leave a committee without an answer."""
    found = [problem for check in _OF_CHARTER for problem in check(charter)]
    found += [
        problem
        for kind in charter.motion_classes
        for check in _OF_CLASS
        for problem in check(charter, kind)
    ]
    facts = [
        said
        for kind in charter.motion_classes
        if kind.basis is not None and not _has_open_base(charter, kind)
        for said in sentences(charter, coalitions(charter, kind))
    ]
    return Linted(tuple(sorted(found, key=lambda one: one.line)), tuple(facts))


def _chair_with_ties(charter: Charter) -> Iterator[Problem]:
    if charter.chair.ties:
        named = ", ".join(charter.titles.get(one, one) for one in charter.chair.ties)
        yield Problem(
            charter.file,
            charter.chair.line,
            f"the chair has ties to {named}",
            "chair-with-ties",
            "the chair decides every tie, and would decide it as one more vote of that side",
            "name a chair without ties, or let the deputy preside where these ties matter",
        )


def _no_deputy(charter: Charter) -> Iterator[Problem]:
    if not charter.chair.deputy:
        yield Problem(
            charter.file,
            charter.chair.line,
            "there is no deputy",
            "no-deputy",
            "when the chair is recused, every tie is lost because nobody can preside",
            'name one under [chair]: deputy = "who presides when the chair is recused"',
        )


def _chair_and_base(charter: Charter) -> Iterator[Problem]:
    if charter.chair.in_base is None:
        yield Problem(
            charter.file,
            charter.chair.line,
            "nothing says whether the chair counts in the base of a majority",
            "base-open",
            "one more in the base can ask for one yes more",
            "write in_base = true or false under [chair]",
        )


def _recused_in_quorum(charter: Charter) -> Iterator[Problem]:
    if charter.quorum.recused_count is None:
        yield Problem(
            charter.file,
            charter.quorum.line,
            "nothing says whether a recused member counts towards the quorum",
            "recusal-open",
            "with and without them, the same meeting may decide or not",
            "write recused_count = true or false under [quorum]",
        )


def _quorum_out_of_reach(charter: Charter) -> Iterator[Problem]:
    rule = charter.quorum
    sizes = [len(charter.seats_of(one)) for one in charter.titles]
    if rule.min_present > len(charter.seats) or rule.min_per_constituency > min(sizes):
        yield Problem(
            charter.file,
            rule.line,
            "the quorum cannot be reached, even with every seat present",
            "quorum-unreachable",
            "nothing could ever be decided",
            f"ask for at most {len(charter.seats)} members, and {min(sizes)} of each constituency",
        )


def _quorum_without_somebody(charter: Charter) -> Iterator[Problem]:
    rule, seats = charter.quorum, len(charter.seats)
    if rule.min_per_constituency > 0:
        return
    without = [
        title
        for one, title in charter.titles.items()
        if seats - len(charter.seats_of(one)) >= rule.min_present
    ]
    if without:
        yield Problem(
            charter.file,
            rule.line,
            f"there is a quorum without {'; without '.join(without)}",
            "quorum-without-constituency",
            "a decision could be taken while a whole constituency is away",
            "write min_per_constituency = 1",
        )


def _basis_open(charter: Charter, kind: MotionClass) -> Iterator[Problem]:
    if kind.basis is None:
        yield _of(
            charter,
            kind,
            "has no majority basis",
            "basis-open",
            "of votes cast, of those present and of all seats are three different majorities",
            'write basis = "cast", "present" or "entire"',
        )


def _concurrence_open(charter: Charter, kind: MotionClass) -> Iterator[Problem]:
    if kind.concurrence and not kind.concurrence_if_recused:
        yield _of(
            charter,
            kind,
            "needs a concurrence, and nothing says what follows when all who could give it "
            "are recused",
            "recusal-open",
            "the motion could neither be carried nor be lost",
            'write concurrence_if_recused = "waived" or "lost"',
        )


def _unreachable(charter: Charter, kind: MotionClass) -> Iterator[Problem]:
    if _is_quorum_possible(charter) and _can_carry(charter, kind, ()) is False:
        yield _of(
            charter,
            kind,
            "cannot be carried, even when every seat says yes",
            "threshold-unreachable",
            "a rule that nobody can meet forbids what it seems to allow",
            "lower the threshold, or change what it is a share of",
        )


def _undecidable(charter: Charter, kind: MotionClass) -> Iterator[Problem]:
    """Let the members of one constituency step aside one by one, all others saying yes."""
    if not _can_carry(charter, kind, ()):
        return
    for one, title in charter.titles.items():
        seats = charter.seats_of(one)
        for number in range(1, len(seats) + 1):
            if _can_carry(charter, kind, seats[:number]) is False:
                recused = "one recusal" if number == 1 else f"{number} recusals"
                yield _of(
                    charter,
                    kind,
                    f"cannot be decided after {recused} in {title}, though all others agree",
                    "recusal-blocks",
                    "who has a conflict of interest would stop the motion by stepping aside",
                    "let the recused count towards the quorum, and waive a concurrence that "
                    "nobody is left to give",
                )
                break


def _bloc_trap(charter: Charter, kind: MotionClass) -> Iterator[Problem]:
    if kind.touches is Touches.ORDINARY or not kind.is_simple or _has_open_base(charter, kind):
        return
    found = coalitions(charter, kind)
    outvoted = [title for one, title in charter.titles.items() if found.can_be_outvoted(one)]
    if not outvoted:
        return
    what = "the charter" if kind.touches is Touches.CHARTER else "confidential data"
    yield _of(
        charter,
        kind,
        f"touches {what}, and by simple majority the others can outvote {'; '.join(outvoted)}",
        "bloc-trap",
        f"if each constituency votes as one, {found.tied} of {found.patterns} patterns tie, and "
        "whoever is a lasting minority has no say in what protects it",
        'name in concurrence who must agree, or write a higher threshold; "2/3" still lets three '
        "of four pairs outvote the fourth",
    )


def _of(charter: Charter, kind: MotionClass, what: str, code: str, why: str, fix: str) -> Problem:
    return Problem(charter.file, kind.line, f"“{kind.title}” {what}", code, why, fix)


def _has_open_base(charter: Charter, kind: MotionClass) -> bool:
    return kind.basis is None or (kind.basis != "cast" and charter.chair.in_base is None)


def _is_quorum_possible(charter: Charter) -> bool:
    return not list(_quorum_out_of_reach(charter))


def _can_carry(charter: Charter, kind: MotionClass, recused: tuple[str, ...]) -> bool | None:
    """Whether a motion carries when all but the recused say yes; None where nothing says so."""
    ballots = [
        Ballot(one.id, Vote.RECUSED if one.id in recused else Vote.YES) for one in charter.seats
    ]
    ballots.append(Ballot(CHAIR, Vote.YES, "all agree"))
    try:
        found = decide(charter, full(charter), Motion("all agree", kind.id), ballots)
    except Refusal:
        return None
    return found.outcome is Outcome.CARRIED


_OF_CHARTER: tuple[Callable[[Charter], Iterator[Problem]], ...] = (
    _chair_with_ties,
    _no_deputy,
    _chair_and_base,
    _recused_in_quorum,
    _quorum_out_of_reach,
    _quorum_without_somebody,
)
_OF_CLASS: tuple[Callable[[Charter, MotionClass], Iterator[Problem]], ...] = (
    _basis_open,
    _concurrence_open,
    _unreachable,
    _undecidable,
    _bloc_trap,
)

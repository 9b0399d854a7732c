"""A decision in sentences that a member can check with a pencil."""

from collections.abc import Iterator

from fairterms.audit.committee.ballot import Ballot
from fairterms.audit.committee.charter import Basis, Charter, MotionClass
from fairterms.audit.committee.ground import Ground
from fairterms.audit.committee.tally import Tally

_BASES = {
    Basis.CAST: "votes cast (yes and no)",
    Basis.PRESENT: "those present and not recused",
    Basis.ENTIRE: "the entire committee without the recused",
}
_ENDINGS = {
    Ground.NOTICE: "Not decided: the vote was held before the notice had run.",
    Ground.QUORUM: "Not decided: there was no quorum.",
    Ground.MAJORITY: "Carried.",
    Ground.THRESHOLD: "Lost: too few said yes.",
    Ground.NOBODY_VOTED: "Lost: nobody said yes or no.",
    Ground.CONCURRENCE: "Lost: a concurrence it needs is lacking.",
    Ground.TIE_SHORT: "As many yes as no; one yes more would still be too few. Lost.",
    Ground.TIE_LOST: "Tied. The charter says that a tie is lost. Lost.",
    Ground.NOBODY_PRESIDES: "Tied. Nobody can preside over the vote, so the motion is lost.",
}
_CASTING = {
    Ground.CHAIR_YES: "Tied. The {seat} voted yes, with written reasons. Carried.",
    Ground.CHAIR_NO: "Tied. The {seat} voted no. Lost.",
    Ground.CHAIR_SILENT: "Tied. The {seat} did not vote. Lost.",
    Ground.NO_REASONS: "Tied. The {seat} voted yes without written reasons, which the vote "
    "needs. Lost.",
}


def share(kind: MotionClass) -> str:
    """Say a threshold: "more than 1/2", "at least 2/3", "all"."""
    if kind.threshold == 1:
        return "all"
    return f"{'more than' if kind.is_simple else 'at least'} {kind.threshold}"


def counted(charter: Charter, tally: Tally) -> str:
    """Say how the seats voted."""
    return (
        f"{len(charter.seats)} seats: {tally.yes} yes, {tally.no} no, {tally.abstain} abstained, "
        f"{tally.absent} absent, {tally.recused} recused."
    )


def quorum(charter: Charter, tally: Tally) -> str:
    """Say whether there was a quorum, and with whom."""
    rule = charter.quorum
    each = "; ".join(f"{charter.titles[one]}, {here}" for one, here in tally.quorum_of.items())
    recused = ""
    if tally.recused:
        recused = f" The recused {'count' if rule.recused_count else 'do not count'} for it."
    return (
        f"Quorum: {tally.in_quorum} are here, {rule.min_present} are needed. Of each constituency "
        f"at least {rule.min_per_constituency}: {each}.{recused}"
    )


def majority(kind: MotionClass, tally: Tally, out_of: int, needed: int) -> str:
    """Say what the yes are a share of, how many it takes, and how many there were."""
    assert kind.basis is not None, "a decision has a basis"
    return (
        f"It takes {share(kind)} of {_BASES[kind.basis]}: {needed} of {out_of}. "
        f"{tally.yes} said yes."
    )


def concurrence(charter: Charter, kind: MotionClass, tally: Tally) -> Iterator[str]:
    """Say of each constituency that must concur whether it did."""
    for one in kind.concurrence:
        said = "a member said yes" if one in tally.agreeing else "nobody said yes"
        if one in tally.out:
            is_waived = kind.concurrence_if_recused == "waived"
            said = f"all are recused, and so it is {'waived' if is_waived else 'lacking'}"
        yield f"Concurrence of {charter.titles[one]}: {said}."


def ending(ground: Ground, casting: Ballot | None) -> str:
    """Say what settled it."""
    if ground in _CASTING:
        assert casting is not None, "somebody presided"
        return _CASTING[ground].format(seat=casting.seat)
    return _ENDINGS[ground]

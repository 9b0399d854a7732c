"""Estimates of one impact and stage form one chain: no forks, no circles, no steps back in time."""

from collections import Counter
from collections.abc import Iterable, Iterator

from fairterms.risks.register.breach import Breach
from fairterms.risks.register.estimate import Estimate

WHY = "an estimate is never overwritten, so that any past day can be read again"


def broken_links(estimates: Iterable[Estimate]) -> tuple[Breach, ...]:
    """Return every way in which estimates fail to form one chain per impact and stage.

    Parameters
    ----------
    estimates
        Every estimate of a register, in the order of the file.

    Returns
    -------
    tuple of Breach
        Unknown and foreign predecessors, forks, circles, steps back in time, second beginnings.
    """
    known = {one.id: one for one in estimates}
    found: list[Breach] = []
    for one in known.values():
        found.extend(_link(one, known))
    found.extend(_forks(known))
    found.extend(_beginnings(known))
    found.extend(_circles(known))
    return tuple(found)


def _link(one: Estimate, known: dict[str, Estimate]) -> Iterator[Breach]:
    if not one.supersedes:
        return
    before = known.get(one.supersedes)
    if before is None:
        what = f'there is no estimate called "{one.supersedes}"'
        fix = "name the estimate it replaces, or leave supersedes out if it is the first"
        yield _breach(one, what, "unknown-estimate", fix)
        return
    if before.chain != one.chain:
        what = (
            f"it supersedes {before.id}, which is the {before.stage.value} estimate of "
            f"{before.impact}"
        )
        fix = f"name the {one.stage.value} estimate of {one.impact} that it replaces"
        yield _breach(one, what, "other-chain", fix)
    if one.as_of < before.as_of:
        what = f"it is of {one.as_of}, and supersedes {before.id} of {before.as_of}"
        yield _breach(one, what, "runs-backwards", "give the day on which it was made", "as_of")


def _forks(known: dict[str, Estimate]) -> Iterator[Breach]:
    times = Counter(one.supersedes for one in known.values() if one.supersedes in known)
    first = {one.supersedes: one.id for one in reversed(known.values())}
    for one in known.values():
        if times[one.supersedes] > 1 and first[one.supersedes] != one.id:
            what = f"{one.supersedes} is superseded twice, first by {first[one.supersedes]}"
            fix = f'write supersedes = "{first[one.supersedes]}" if this one came later'
            yield _breach(one, what, "forked-chain", fix)


def _beginnings(known: dict[str, Estimate]) -> Iterator[Breach]:
    first: dict[tuple[str, str], str] = {}
    for one in known.values():
        if one.supersedes:
            continue
        chain = one.impact, one.stage.value
        if chain in first:
            what = (
                f"{one.impact} has a {one.stage.value} estimate already, {first[chain]}, and this "
                "one does not say that it supersedes it"
            )
            fix = f'add supersedes = "{first[chain]}", or the last estimate after it'
            yield _breach(one, what, "second-beginning", fix, "")
        first.setdefault(chain, one.id)


def _circles(known: dict[str, Estimate]) -> Iterator[Breach]:
    told: set[str] = set()
    for one in known.values():
        walked = [one.id]
        at = known.get(one.supersedes)
        while at is not None and at.id not in walked:
            walked.append(at.id)
            at = known.get(at.supersedes)
        if at is not None and at.id == one.id and one.id not in told:
            told.update(walked)
            what = f"{' supersedes '.join((*walked, one.id))}: a circle without a first estimate"
            fix = "take supersedes out of the one that was made first"
            yield _breach(one, what, "circle", fix)


def _breach(one: Estimate, what: str, code: str, fix: str, key: str = "supersedes") -> Breach:
    return Breach("estimate", one.id, key, what, code, WHY, fix)

"""Comparing two lists of members without seeing a single member."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations

from fairterms.audit.procedures.evidence import Evidence
from fairterms.audit.procedures.member_list import MemberList
from fairterms.audit.procedures.observed import Holds, Observed, verdict
from fairterms.audit.procedures.procedure import Procedure
from fairterms.outcomes.small_cells.audience import is_small
from fairterms.units.quantity import count, write


def compare(one: MemberList, other: MemberList) -> Observed:
    """Compare two lists of the same thing.

    Returns
    -------
    Observed
        With how many are on both, and on one alone. Where any of these counts 1 to 10 people, no
        number at all is given: from two of them and the length of a list the third could be
        worked out.

    Examples
    --------
    >>> ours = MemberList("2027-03", "group", frozenset("abc"))
    >>> compare(ours, MemberList("2027-03", "plan", frozenset("abz"))).seen
    'They differ. The numbers would count few people, and are not shown.'
    """
    both = len(one.hashes & other.hashes)
    alone = (len(one.hashes - other.hashes), len(other.hashes - one.hashes))
    expected = f"Both sides list the same members for {one.of}."
    where = f"the lists of {one.of}: {one.party} and {other.party}"
    if not one.hashes and not other.hashes:
        return Observed(expected, "Nobody is on either list.", where, Holds.NOT_TESTED)
    holds = verdict(not any(alone))
    word = "They agree" if holds is Holds.YES else "They differ"
    if any(is_small(number) for number in (both, *alone)):
        seen = f"{word}. The numbers would count few people, and are not shown."
        return Observed(expected, seen, where, holds)
    seen = (
        f"{word}: {both:,} are on both lists, {alone[0]:,} only on that of the {one.party}, "
        f"{alone[1]:,} only on that of the {other.party}."
    )
    return Observed(expected, seen, where, holds, write(Decimal(sum(alone)), count("member")))


def _pairs(lists: tuple[MemberList, ...]) -> Iterator[Observed]:
    for of in dict.fromkeys(one.of for one in lists):
        same = [one for one in lists if one.of == of]
        pairs = [pair for pair in combinations(same, 2) if pair[0].party != pair[1].party]
        if not pairs:
            expected = f"Both sides list the same members for {of}."
            seen = "Only one side's list is here."
            yield Observed(expected, seen, f"the lists of {of}", Holds.NOT_TESTED)
        yield from (compare(*pair) for pair in pairs)


def _test(evidence: Evidence) -> tuple[Observed, ...]:
    return tuple(_pairs(evidence.lists or ()))


PROCEDURE = Procedure(
    id="attribution_list",
    title="List of members compared",
    objective="Do both sides count the same members?",
    criteria=(
        "The contract's rule for who is counted",
        "45 CFR 164.502(b), 164.514(b)",
        "COSO principle 13",
    ),
    steps=(
        "Both sides turn each member's number into a hash, with a key that only they have.",
        "Each gives the auditor the hashes of the same month, and never the numbers.",
        "Count who is on both lists, and who is on one alone.",
        "Where any count is of 1 to 10 people, say only whether the lists agree.",
    ),
    needs=("lists",),
    sampling="Every member of both lists is looked at.",
    expected="The two lists are the same.",
    test=_test,
)

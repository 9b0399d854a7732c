"""Whether everything was looked at before signing, and what became of each gap."""

from datetime import date

from fairterms.audit.procedures.diligence import TOPICS, Diligence
from fairterms.audit.procedures.evidence import Evidence
from fairterms.audit.procedures.observed import Holds, Observed, verdict
from fairterms.audit.procedures.procedure import Procedure
from fairterms.audit.procedures.shown import sentence


def check(topic: str, evidence: Evidence, on: date) -> tuple[Observed, ...]:
    """Look at one topic: at all that was found on the newest day on which somebody looked."""
    where = f"due diligence: {topic}"
    looked = [one for one in evidence.diligence or () if one.topic == topic and one.looked_on <= on]
    if not looked:
        expected, seen = "It was looked at before signing.", "Nobody looked at it."
        return (Observed(expected, seen, where, Holds.NOT_TESTED),)
    newest = max(one.looked_on for one in looked)
    return tuple(
        _found(one, evidence.risks, on, where) for one in looked if one.looked_on == newest
    )


def _found(found: Diligence, risks: frozenset[str] | None, on: date, where: str) -> Observed:
    if not found.gap:
        seen = sentence(f"{found.seen.rstrip('.')} ({found.looked_on})")
        return Observed("It was looked at, and is in order.", seen, where, Holds.YES)
    holds, answer = _answered(found, risks, on)
    expected = "Each gap is a risk of the register, or somebody bears it for a time."
    return Observed(expected, f"{sentence(found.gap)} {answer}", where, holds)


def _answered(found: Diligence, risks: frozenset[str] | None, on: date) -> tuple[Holds, str]:
    """Say what became of a gap."""
    if found.risk and risks is None:
        return Holds.NOT_TESTED, f"It is to be the risk {found.risk}; there is no register."
    if found.risk:
        is_there = found.risk in (risks or ())
        words = "stands" if is_there else "does not stand"
        return verdict(is_there), f"The risk {found.risk} {words} in the register."
    if found.waiver:
        waiver = found.waiver
        words = f"The {waiver.approver} bears it until {waiver.expires}: {waiver.reason}."
        return verdict(on <= waiver.expires), words
    return Holds.NO, "It is neither a risk of the register nor borne by anybody."


def _test(evidence: Evidence) -> tuple[Observed, ...]:
    on = evidence.on
    assert on is not None, "the procedure is run as of a day"
    return tuple(one for topic in TOPICS for one in check(topic, evidence, on))


PROCEDURE = Procedure(
    id="due_diligence",
    title="Due diligence on a partner",
    objective="Was the other side looked at before signing, and was every gap dealt with?",
    criteria=(
        "42 CFR 1001.1901",
        "COSO principles 7, 8, 15",
        "IIA Global Internal Audit Standards 13.2",
    ),
    steps=(
        "See that there is a compliance programme, with somebody who answers for it.",
        "Check the partner and its people against the exclusion lists.",
        "Look its licences up where they are issued.",
        "Read its newest audited accounts.",
        "Look for lawsuits, penalties and disputes with other groups.",
        "Ask for a sample file, and load it.",
        "Turn each gap into a risk of the register, or let somebody bear it in writing.",
    ),
    needs=("diligence", "on"),
    sampling="All six topics are looked at.",
    expected="Each topic was looked at, and each gap is a risk or is borne by somebody.",
    test=_test,
)

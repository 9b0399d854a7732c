"""What of an audit is copied for both sides: what they were told, and how a sample was drawn.

Workpapers, reviews, drafts, budgets and files of evidence are never copied.
"""

from collections.abc import Iterator
from datetime import date

from fairterms.audit.engagement.book import AuditBook
from fairterms.audit.engagement.engagement import Engagement, Independence
from fairterms.audit.engagement.fieldwork import Observation, Procedure
from fairterms.audit.engagement.finding import ELEMENTS, Finding, Issue
from fairterms.audit.engagement.programme import Programme
from fairterms.audit.engagement.reader import read_text
from fairterms.audit.engagement.writing import Fields, extended
from fairterms.units.refusal import Refusal

Entries = Iterator[tuple[str, Fields]]


def with_finding(text: str, book: AuditBook, finding: Finding, issue: Issue) -> str:
    """Return the copy both sides have with one more issued finding, and what it rests on.

    Parameters
    ----------
    text
        The copy as it is; empty where nothing was told yet.
    book
        The auditor's own book.
    finding, issue
        What is told, and when by whom.

    Raises
    ------
    Refusal
        When the copy has another finding or observation of that name, or would have a problem.
    """
    known = read_text(text).book
    there = {
        **{("observation", one.id): _observation(one) for one in known.observations},
        **{("finding", one.id): _fields(one) for one in known.findings},
    }
    told = {
        **{("observation", one.id): _observation(one) for one in book.seen_for(finding)},
        ("finding", finding.id): _fields(finding),
    }
    for (sort, name), fields in told.items():
        if there.get((sort, name), fields) == fields:
            continue
        raise Refusal(
            name,
            "stands in the joint room with other words",
            "both sides must read what the auditor wrote",
            "compare the versions of audit.toml in the joint room",
        )
    return extended(text, _told(known, book, finding, issue))


def with_procedure(text: str, book: AuditBook, procedure: Procedure, on: date) -> str:
    """Return the copy both sides have with how a sample is drawn, before anybody looks at it."""
    known = read_text(text).book
    return extended(text, _planned(known, book, procedure, on))


def _told(known: AuditBook, book: AuditBook, finding: Finding, issue: Issue) -> Entries:
    yield from _head(known, book, issue.on)
    yield from _work(known, book, finding.engagement)
    seen = {one.id for one in known.observations}
    for one in book.seen_for(finding):
        if one.id not in seen:
            yield "observation", _observation(one)
    if finding.id not in {one.id for one in known.findings}:
        yield "finding", _fields(finding)
    if known.issue_of(finding.id) is None:
        yield "issue", {"finding": finding.id, "on": issue.on, "by": issue.by}


def _planned(known: AuditBook, book: AuditBook, procedure: Procedure, on: date) -> Entries:
    yield from _head(known, book, on)
    yield from _work(known, book, procedure.engagement)
    if procedure.id not in {one.id for one in known.procedures}:
        yield "procedure", _procedure(procedure)


def _head(known: AuditBook, book: AuditBook, on: date) -> Entries:
    if known.programme is None and book.programme is not None:
        yield "shared", _shared(book.programme, on)


def _work(known: AuditBook, book: AuditBook, name: str) -> Entries:
    """Give the work, once, and each declaration of its team that is not there yet."""
    if name not in {one.id for one in known.engagements}:
        yield from (("engagement", _engagement(one)) for one in book.engagements if one.id == name)
    have = {(one.engagement, one.member, one.on) for one in known.independence}
    for one in book.independence:
        if one.engagement == name and (name, one.member, one.on) not in have:
            yield "independence", _independence(one)


def _shared(one: Programme, on: date) -> Fields:
    days = {"answer_days": one.answer_days, "follow_up_days": one.follow_up_days}
    return {"title": one.title, "on": on, **days}


def _engagement(one: Engagement) -> Fields:
    return {
        "id": one.id,
        "title": one.title,
        "kind": one.kind.value,
        "level": one.level.value,
        "criteria": one.criteria,
        "from": one.period.first,
        "to": one.period.last,
        "team": one.team,
    }


def _independence(one: Independence) -> Fields:
    return {
        "engagement": one.engagement,
        "member": one.member,
        "on": one.on,
        "interests": one.interests,
        "own_work_ended": one.own_work_ended,
        "fee": one.fee,
        "fee_depends_on_result": not one.is_fee_free,
    }


def _procedure(one: Procedure) -> Fields:
    sample = one.sample
    drawn: Fields = {}
    if sample is not None:
        drawn = {
            "drawn_from": sample.drawn_from,
            "population": sample.population,
            "size": sample.size,
            "seed": sample.seed,
            "are_people": sample.are_people,
        }
    return {
        "id": one.id,
        "engagement": one.engagement,
        "uses": one.uses,
        "objective": one.objective,
        "expected": one.expected,
        "most_deviations": one.most_deviations,
        "risks": one.risks,
        **drawn,
    }


def _observation(one: Observation) -> Fields:
    return {
        "id": one.id,
        "method": one.method.value,
        "on": one.on,
        "until": one.until,
        "what": one.what,
    }


def _fields(one: Finding) -> Fields:
    return {
        "id": one.id,
        "engagement": one.engagement,
        "title": one.title,
        "on": one.on,
        "about": tuple(party.value for party in one.about),
        **{key: getattr(one, key) for key in ELEMENTS},
        "significance": one.significance.value if one.significance else "",
        "observations": one.observations,
        "risks": one.risks,
    }

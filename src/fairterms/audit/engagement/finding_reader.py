"""Read findings, their issue, the answers of both sides, and the follow-ups."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from pathlib import Path

from fairterms.audit.engagement.book import AuditBook
from fairterms.audit.engagement.entry import Entry
from fairterms.audit.engagement.fieldwork import Observation
from fairterms.audit.engagement.finding import (
    ELEMENTS,
    Answer,
    Finding,
    FollowUp,
    Issue,
    Party,
    Response,
    Result,
    Significance,
)
from fairterms.audit.engagement.person import is_same

_FINDING = (
    *("id", "engagement", "title", "on", "about", *ELEMENTS, "significance", "observations"),
    *("risks", "replaces"),
)
_RESPONSE = ("finding", "party", "by", "on", "answer", "reason", "plan", "owner", "due")
_FOLLOW_UP = ("finding", "verified_by", "on", "test", "evidence", "result", "reason")
_WHOLE = "nobody can answer a finding that does not say what is wrong, why, and what to do"
_OTHER_EYES = "who had to put it right does not say that it is right"
_EXAMPLES = {
    "criteria": "what the contract or the law says it should be",
    "condition": "what is so instead",
    "cause": "why it came about",
    "effect": "what follows from it, in dollars or for people",
    "recommendation": "what to do",
    "significance": "high",
    "observations": "the ids of what was seen",
    "about": "the sides that answer it",
}


def read_finding(
    entry: Entry, taken: set[str], engagements: Collection[str], observations: Collection[str]
) -> Finding | None:
    """Read one ``[[finding]]``; a draft may still lack much."""
    entry.only(*_FINDING)
    replaces = entry.words("replaces")
    if replaces and replaces not in taken:
        entry.notes.unknown((*entry.path, "replaces"), replaces, taken, "finding")
    name, of = entry.id("finding", taken), entry.of("engagement", engagements, "engagement")
    title = entry.needed_words("title", "The lines are reckoned out of order")
    on = entry.needed_day("on")
    significance = entry.choice("significance", tuple(one.value for one in Significance))
    parties = entry.names("about", tuple(one.value for one in Party))
    words = {one: entry.words(one) for one in ELEMENTS}
    seen = entry.names("observations", tuple(observations))
    if not name or not of or on is None:
        return None
    return Finding(
        name,
        of,
        title,
        on,
        tuple(map(Party, parties)),
        **words,
        significance=Significance(significance) if significance else None,
        observations=seen,
        risks=entry.listed("risks"),
        replaces=replaces,
        line=entry.line,
    )


def read_issue(entry: Entry, book: AuditBook, issued: set[str]) -> Issue | None:
    """Read one ``[[issue]]``; None, with every reason noted, where the finding may not be told yet.

    Parameters
    ----------
    entry
        The table.
    book
        The findings, and the work they rest on.
    issued
        Ids of findings told before; its own is added.
    """
    entry.only("finding", "on", "by")
    findings = {one.id: one for one in book.findings}
    of = entry.of("finding", findings, "finding")
    on, by = entry.needed_day("on"), entry.needed_words("by", "lead auditor")
    if not of or on is None:
        return None
    if of in issued:
        entry.note("finding", f'"{of}" is issued twice', "issued-twice", "take one of them out")
        return None
    issued.add(of)
    lacks = _not_whole(entry, findings[of])
    seen = book.seen_for(findings[of])
    old, unseen = _grown_old(entry, of, seen, on), _not_reviewed(entry, of, seen, book)
    alone = _not_declared(entry, findings[of], book)
    early = _too_early(entry, findings[of], on, book)
    return None if lacks or old or unseen or alone or early else Issue(of, on, by)


def _not_whole(entry: Entry, finding: Finding) -> bool:
    for one in finding.missing:
        what = f'"{finding.id}" cannot be issued: it does not say its {one}'
        fix = f'write a new [[finding]] with replaces = "{finding.id}" and {one}: {_EXAMPLES[one]}'
        entry.note("finding", what, "not-whole", fix, _WHOLE)
    return bool(finding.missing)


def _grown_old(entry: Entry, of: str, seen: Sequence[Observation], on: date) -> bool:
    """Note each observation that counted no more on the day of issue."""
    past = [one for one in seen if one.until is not None and one.until < on]
    for one in past:
        what = f'"{of}" cannot be issued: its observation "{one.id}" counted until {one.until}'
        fix = "look again, and write a new [[observation]]"
        entry.note("finding", what, "grown-old", fix, "what was so may be so no more")
    return bool(past)


def _not_reviewed(entry: Entry, of: str, seen: Sequence[Observation], book: AuditBook) -> bool:
    """Note each workpaper it rests on that nobody else has looked over."""
    under = {one.workpaper for one in seen}
    unseen = [one for one in book.workpapers if one.id in under and not book.reviewers_of(one)]
    for one in unseen:
        what = f'"{of}" cannot be issued: nobody has looked over the workpaper "{one.id}"'
        fix = f'let somebody else do it, and write a [[review]] with workpaper = "{one.id}"'
        entry.note("finding", what, "not-reviewed", fix, "nobody sees their own mistakes")
    return bool(unseen)


def _not_declared(entry: Entry, finding: Finding, book: AuditBook) -> bool:
    """Note each member of the team who has not said what could sway them."""
    silent = book.undeclared(finding.engagement)
    for member in silent:
        what = f'"{finding.id}" cannot be issued: {member} has declared nothing'
        fix = f'write an [[independence]] with member = "{member}"'
        entry.note("finding", what, "not-independent", fix, "both sides must know who looked")
    return bool(silent)


def _too_early(entry: Entry, finding: Finding, on: date, book: AuditBook) -> bool:
    """Note each thing it rests on that came only after the day of issue."""
    seen, known = book.seen_for(finding), book.up_to(on)
    under = {one.workpaper for one in seen}
    papers = [one for one in book.workpapers if one.id in under and book.reviewers_of(one)]
    later = [
        *([f"it was written on {finding.on}"] if finding.on > on else ()),
        *(f'"{one.id}" was seen on {one.on}' for one in seen if one.on > on),
        *(
            f'nobody had looked over the workpaper "{one.id}" by then'
            for one in papers
            if one.on > on or not known.reviewers_of(one)
        ),
    ]
    for one in later:
        what = f'"{finding.id}" cannot be issued on {on}: {one}'
        fix = "write the day on which both sides were told, once all of it was there"
        entry.note("on", what, "too-early", fix, "a finding rests on what is known by its day")
    return bool(later)


def read_response(entry: Entry, findings: Mapping[str, Finding]) -> Response | None:
    """Read one ``[[response]]``."""
    entry.only(*_RESPONSE)
    of = entry.of("finding", findings, "finding")
    party, answer = entry.one_of("party", Party), entry.one_of("answer", Answer)
    by, on, due = entry.needed_words("by", "actuary"), entry.needed_day("on"), entry.day("due")
    reason, plan, owner = entry.words("reason"), entry.words("plan"), entry.words("owner")
    if not of or party is None or answer is None or on is None:
        return None
    if answer is not Answer.AGREE and not reason:
        fix = 'write reason = "..."; it is printed as it stands'
        entry.note("", "the answer gives no reason", "missing", fix)
    if answer is not Answer.DISAGREE:
        _note_no_plan(entry, {"plan": plan, "owner": owner, "due": due})
    found = Response(of, party, by, on, answer, reason, plan, owner, due, entry.line)
    about = findings[of].about
    if about and party not in about:
        what = f'"{of}" is not for the {party.value} to answer'
        entry.note("party", what, "wrong-party", f"it is about: {', '.join(about)}")
    return found


def _note_no_plan(entry: Entry, needed: Mapping[str, object]) -> None:
    for key, value in needed.items():
        if not value:
            example = "due = 2028-12-31" if key == "due" else f'{key} = "..."'
            what = f"the answer promises to act and does not say its {key}"
            entry.note("", what, "missing", f"write {example}")


def read_follow_up(
    entry: Entry,
    findings: Mapping[str, Finding],
    responses: Sequence[Response],
    folder: Path | None,
) -> FollowUp | None:
    """Read one ``[[follow_up]]``; None where it is not an independent look."""
    entry.only(*_FOLLOW_UP)
    of = entry.of("finding", findings, "finding")
    verified_by, on = entry.needed_words("verified_by", "second auditor"), entry.needed_day("on")
    test, result = entry.needed_words("test", "..."), entry.one_of("result", Result)
    reason, evidence = entry.words("reason"), entry.evidence(folder)
    if not of or on is None or result is None or not verified_by:
        return None
    owners = [one.owner for one in responses if one.finding == of]
    if any(is_same(verified_by, one) for one in owners):
        what = f"{verified_by} verifies what {verified_by} had to put right"
        fix = "let somebody else verify it"
        entry.note("verified_by", what, "own-follow-up", fix, _OTHER_EYES)
        return None
    if result is Result.CLOSED and not evidence:
        if not entry.raw.get("evidence"):
            fix = 'write evidence = [{ file = "...", sha256 = "..." }]'
            entry.note("", "it is closed, and nothing shows it", "no-evidence", fix)
        return None
    if result is Result.RISK_ACCEPTED and not reason:
        fix = 'write reason = "..." with who accepts it and why'
        entry.note("", "the risk is accepted, and nobody says why", "missing", fix)
        return None
    return FollowUp(of, verified_by, on, test, result, reason, evidence, entry.line)

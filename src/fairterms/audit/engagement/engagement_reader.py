"""Read the engagements of an audit, and what their teams declare."""

from collections.abc import Mapping
from datetime import date

from fairterms.audit.engagement.engagement import (
    Clause,
    Engagement,
    Independence,
    Kind,
    may_audit_from,
)
from fairterms.audit.engagement.entry import Entry
from fairterms.audit.engagement.person import is_among
from fairterms.audit.engagement.scope import Level, Scope
from fairterms.units.period import Period

_SHARED = ("id", "title", "kind", "level", "criteria", "from", "to", "team")
_KEYS = (*_SHARED, "decision", "budget", "clause")
_INDEPENDENCE = (
    *("engagement", "member", "on", "interests", "own_work_ended", "fee"),
    "fee_depends_on_result",
)
_TRUST = "a result counts for both sides only where the team gains nothing by it"


def read_engagement(
    entry: Entry, taken: set[str], scopes: Mapping[Level, Scope] | None
) -> Engagement | None:
    """Read one ``[[engagement]]``.

    Parameters
    ----------
    entry
        The table.
    taken
        Ids used before; its own is added.
    scopes
        What the levels mean; None in the copy both sides have, which says less.
    """
    entry.only(*(_SHARED if scopes is None else _KEYS))
    name, title = entry.id("engagement", taken), entry.needed_words("title", "Settlement of 2027")
    kind, level = entry.one_of("kind", Kind), entry.one_of("level", Level)
    criteria = entry.needed_list("criteria", "Exhibit B of the agreement")
    period = _period(entry)
    if not name or kind is None or level is None or period is None:
        return None
    team = entry.needed_list("team", "lead auditor")
    found = Engagement(name, title, kind, level, criteria, period, team, line=entry.line)
    return found if scopes is None else _full(entry, found, scopes)


def _period(entry: Entry) -> Period | None:
    first, last = entry.needed_day("from"), entry.needed_day("to")
    if first is None or last is None:
        return None
    if last < first:
        fix = "write the first day as from and the last as to"
        entry.note("to", f"the work ends ({last}) before it begins", "wrong-days", fix)
        return None
    return Period(first, last)


def _full(entry: Entry, shared: Engagement, scopes: Mapping[Level, Scope]) -> Engagement:
    """Add what only the auditor's own file says."""
    budget = entry.hours("budget")
    scope = scopes.get(shared.level)
    if scope is None:
        level = shared.level.value
        entry.note(
            "level",
            f"nobody has said what the level {level} means",
            "no-scope",
            f"write [scope.{level}] with the hours, interviews and documents of the charter",
        )
    elif budget is not None and budget > scope.hours:
        what = f"the budget of {budget} hours is above the {scope.hours} hours of its level"
        fix = "lower the budget, or let the committee choose a higher level"
        entry.note("budget", what, "over-scope", fix)
    return Engagement(
        shared.id,
        shared.title,
        shared.kind,
        shared.level,
        shared.criteria,
        shared.period,
        shared.team,
        entry.needed_words("decision", "audit_2028_1"),
        budget,
        _clause(entry),
        shared.line,
    )


def _clause(entry: Entry) -> Clause | None:
    raw = entry.raw.get("clause")
    if raw is None:
        return None
    table = Entry(raw if isinstance(raw, dict) else {}, (*entry.path, "clause"), entry.notes)
    table.only("document", "section", "quote")
    document = table.needed_words("document", "01-agreement.pdf")
    section, quote = table.needed_words("section", "7.11"), table.needed_words("quote", "...")
    return Clause(document, section, quote, table.line) if document and quote else None


def read_independence(entry: Entry, known: Mapping[str, Engagement]) -> Independence | None:
    """Read one ``[[independence]]``; what keeps somebody from the work is a problem."""
    entry.only(*_INDEPENDENCE)
    of = entry.of("engagement", known, "engagement")
    member, on = entry.needed_words("member", "lead auditor"), entry.needed_day("on")
    interests, fee = entry.needed_words("interests", "none"), entry.needed_words("fee", "by hour")
    ended = entry.day("own_work_ended")
    is_free = _check_fee(entry)
    if not of or not member or on is None:
        return None
    engagement = known[of]
    _check_bar(entry, ended, engagement.period.first)
    if on > engagement.period.first:
        what = f"{member} declares this on {on}, after the work began"
        fix = f"let {member} declare it before {engagement.period.first}"
        entry.note("on", what, "declared-late", fix, _TRUST)
    if not is_among(member, engagement.team):
        what = f'{member} is not on the team of "{of}"'
        entry.note("member", what, "not-on-team", "name a member of that team")
    return Independence(of, member, on, interests, fee, ended, is_free, entry.line)


def _check_fee(entry: Entry) -> bool:
    """Tell whether the fee is the same whatever is found; note where it is not, or nobody says."""
    depends = entry.flag("fee_depends_on_result")
    if depends:
        what = "the fee depends on what is found"
        fix = "agree on a fee for the hours, or a fixed one"
        entry.note("fee_depends_on_result", what, "contingent-fee", fix, _TRUST)
    elif depends is None and "fee_depends_on_result" not in entry.raw:
        fix = "write fee_depends_on_result = false, if that is so"
        entry.note("", "nobody says whether the fee depends on what is found", "missing", fix)
    return depends is False


def _check_bar(entry: Entry, ended: date | None, begins: date) -> None:
    if ended is not None and begins < may_audit_from(ended):
        what = f"did this work until {ended}, less than 12 months before the audit of it"
        fix = f"let somebody else do it, or begin on {may_audit_from(ended)} or later"
        entry.note("own_work_ended", f"{entry.words('member')} {what}", "own-work", fix, _TRUST)

"""Read the issues of ``positions.toml`` and their options."""

from collections import Counter
from typing import Any

from fairterms.contract import value
from fairterms.contract.clause import Contract
from fairterms.contract.offer import Change, Offer, apply
from fairterms.negotiate.positions import amounts
from fairterms.negotiate.positions.position import NOTHING, Issue, Option
from fairterms.payment import binding
from fairterms.units.notes import Notes
from fairterms.units.positions import Path

_ISSUE = ("id", "title", "purpose", "option")
_OPTION = ("id", "words", "changes", "worth", "as_written")
_CHANGE = ("clause", "term", "value")
_BASE = "what the text says is what every other option is measured against"


def read_issues(raw: Any, contract: Contract | None, notes: Notes) -> tuple[Issue, ...]:
    """Read every issue; those with problems are left out.

    Parameters
    ----------
    raw
        What the file holds under ``issue``.
    contract
        The terms on the table; None checks no names.
    notes
        Where problems go.
    """
    entries = raw if isinstance(raw, list) else []
    if not entries:
        fix = "add [[issue]] with id, title and two or more [[issue.option]]"
        notes.missing(("issue",), "there is no [[issue]]", fix, "without issues nothing is traded")
    taken: set[str] = set()
    found = [_issue(entry, ("issue", at), taken, notes) for at, entry in enumerate(entries)]
    issues = [(at, one) for at, one in enumerate(found) if one is not None]
    _check_overlaps(issues, notes)
    if contract is not None:
        for at, issue in issues:
            _check_changes(issue, ("issue", at), contract, notes)
    return tuple(one for _, one in issues)


def _issue(entry: Any, path: Path, taken: set[str], notes: Notes) -> Issue | None:
    if not isinstance(entry, dict):
        notes.add(path, "this is no issue", "not-a-list", amounts.WHY, "write [[issue]]")
        return None
    amounts.unknown(entry, path, notes, _ISSUE)
    name = notes.id((*path, "id"), entry.get("id"), "issue", taken)
    title = amounts.text(entry.get("title"), (*path, "title"), notes) or name
    purpose = amounts.text(entry.get("purpose"), (*path, "purpose"), notes)
    raw = entry.get("option")
    entries = [one for one in raw if isinstance(one, dict)] if isinstance(raw, list) else []
    if len(entries) < 2:
        count = "one option" if entries else "no option"
        fix = "add another [[issue.option]], or take the issue out"
        why = "where there is nothing to choose, there is nothing to trade"
        notes.add(path, f'the issue "{name}" has {count}', "one-option", why, fix)
        return None
    used: set[str] = set()
    places = [(*path, "option", at) for at in range(len(entries))]
    options = [_option(one, at, used, notes) for one, at in zip(entries, places, strict=True)]
    written = [one for one in options if one.is_as_written]
    if len(written) != 1:
        what = f'the issue "{name}" has {len(written)} options that are the text as written'
        fix = "mark exactly one option with as_written = true"
        notes.add(path, what, "as-written", _BASE, fix)
        return None
    return Issue(name, title, purpose, tuple(options))


def _option(entry: dict[str, Any], path: Path, taken: set[str], notes: Notes) -> Option:
    amounts.unknown(entry, path, notes, _OPTION)
    name = notes.id((*path, "id"), entry.get("id"), "option", taken)
    words = amounts.text(entry.get("words"), (*path, "words"), notes)
    if not words:
        fix = 'write words = "a loss cap of 2 % of the benchmark"'
        notes.missing(path, f'the option "{name}" has no words', fix, "suggestions are sentences")
    written = entry.get("as_written", False)
    if not isinstance(written, bool):
        where = (*path, "as_written")
        notes.add(
            where, "as_written is not true", "not-yes-or-no", _BASE, "write as_written = true"
        )
    changes = _changes(entry.get("changes"), (*path, "changes"), notes)
    worth = entry.get("worth")
    if written is True and (changes or worth is not None):
        what = f'the option "{name}" is the text as written, and changes something'
        notes.add(path, what, "as-written", _BASE, "take out its changes and its worth")
    if written is not True and not changes and worth is None:
        what = f'the option "{name}" neither changes a term nor says what it is worth'
        fix = "add changes = [...], worth = {...}, or as_written = true"
        notes.add(path, what, "no-worth", amounts.WHY, fix)
    ours, theirs = _worth(worth, (*path, "worth"), notes)
    return Option(name, words, changes, ours, theirs, written is True)


def _worth(raw: Any, path: Path, notes: Notes) -> tuple[float, Any]:
    if raw is None:
        return 0.0, NOTHING
    if not isinstance(raw, dict):
        fix = 'write worth = { group = "$0.00", plan = { low = ..., likely = ..., high = ... } }'
        notes.add(path, "worth does not name both sides", "no-worth", amounts.WHY, fix)
        return 0.0, NOTHING
    amounts.unknown(raw, path, notes, ("group", "plan"))
    ours = amounts.amount(raw.get("group"), (*path, "group"), notes)
    theirs = amounts.spread(raw.get("plan"), (*path, "plan"), notes)
    return ours or 0.0, theirs or NOTHING


def _changes(raw: Any, path: Path, notes: Notes) -> tuple[Change, ...]:
    if raw is None:
        return ()
    entries = raw if isinstance(raw, list) else [raw]
    found = []
    for at, entry in enumerate(entries):
        place = (*path, at)
        if not isinstance(entry, dict) or any(key not in entry for key in _CHANGE):
            fix = 'write { clause = "loss_cap", term = "owed_cap", value = "2 % of fees" }'
            why = "a change says which term becomes what"
            notes.missing(place, "a change must have clause, term and value", fix, why)
            continue
        amounts.unknown(entry, place, notes, _CHANGE)
        read = value.read(entry["value"])
        if value.is_unclear(read) or value.is_not_stated(read):
            what = f"the value {value.show(read)} cannot be used"
            why = "a number needs its unit"
            notes.add(place, what, "not-a-quantity", why, 'write it with its unit, like "2 %"')
            continue
        line = notes.line(place)
        found.append(Change(str(entry["clause"]), str(entry["term"]), read, line=line))
    for (clause, term), times in Counter((one.clause, one.term) for one in found).items():
        if times > 1:
            what = f"the option changes {clause}.{term} twice"
            notes.add(path, what, "same-term", "only one of them would count", "keep one of them")
    return tuple(found)


def _check_overlaps(issues: list[tuple[int, Issue]], notes: Notes) -> None:
    """Note a term that two issues change: the second would silently undo the first."""
    first: dict[tuple[str, str], str] = {}
    for at, issue in issues:
        terms = {(one.clause, one.term) for option in issue.options for one in option.changes}
        for clause, term in sorted(terms):
            other = first.setdefault((clause, term), issue.id)
            if other != issue.id:
                what = f'the issues "{other}" and "{issue.id}" both change {clause}.{term}'
                why = "a term has one value, so the two cannot be agreed on apart"
                fix = "make them one issue with an option for each combination"
                notes.add(("issue", at), what, "same-term", why, fix)


def _check_changes(issue: Issue, path: Path, contract: Contract, notes: Notes) -> None:
    """Note changes to clauses the contract does not have, and values a clause cannot take."""
    known = {clause.id for clause in contract.clauses}
    before = {(one.code, one.what) for one in binding.problems(contract)}
    for at, option in enumerate(issue.options):
        place = (*path, "option", at)
        strange = [one for one in option.changes if one.clause not in known]
        for change in strange:
            notes.unknown((*place, "changes"), change.clause, known, "clause")
        if strange or not option.changes:
            continue
        changed = apply(contract, Offer("", option.changes, notes.file))
        for problem in binding.problems(changed):
            if (problem.code, problem.what) not in before:
                what = f'with the option "{option.id}": {problem.what}'
                notes.add((*place, "changes"), what, problem.code, problem.why, problem.fix)

"""Read ``amendments.toml``; everything wrong in it is reported together, each with its line."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from types import MappingProxyType

from fairterms.contract import value
from fairterms.contract.clause import Contract
from fairterms.contract.value import show
from fairterms.correspondence import evidence_file
from fairterms.correspondence.entry import EvidenceFile
from fairterms.document.document import Document
from fairterms.monitor.amendments.change import (
    NO_BURDEN,
    NOBODY,
    PLAN,
    Benefit,
    Burden,
    Change,
    Kind,
    TermChange,
    Way,
)
from fairterms.monitor.amendments.declared_entry import DAY, DeclaredEntry, sections
from fairterms.monitor.amendments.notice_rule import NoticeRule
from fairterms.monitor.amendments.notice_rule_reader import read_rule
from fairterms.monitor.amendments.quotation import unfound
from fairterms.units.form_file import open_form
from fairterms.units.problem import Problem
from fairterms.units.quantity import MONEY, count

FILE = "amendments.toml"
_KEYS = (
    *("id", "kind", "summary", "received", "effective", "how", "objection", "agreed_by"),
    *("agreed_on", "document", "evidence", "adds", "removes", "term", "benefit"),
)
_BURDEN = ("duties", "hours_a_year", "dollars_a_year")
_TERM = ("change", "old", "new")
_BENEFIT = ("expected_cost", "visits", "figures", "source")
_WHY_TERM = "a change that names another term would be settled as if nothing had changed"


@dataclass(frozen=True)
class Amendments:
    """What the file says.

    Attributes
    ----------
    changes
        In the order of the file.
    rules
        What a change needs, in the order of the file.
    problems
        What is to be mended.
    """

    changes: tuple[Change, ...] = ()
    rules: tuple[NoticeRule, ...] = ()
    problems: tuple[Problem, ...] = ()

    def up_to(self, day: date) -> "Amendments":
        """Return the file without what the group was told after a day."""
        kept = tuple(_as_of(one, day) for one in self.changes if one.received <= day)
        return replace(self, changes=kept)


def read(folder: Path, contract: Contract | None = None) -> Amendments | None:
    """Read the changes of a deal.

    Parameters
    ----------
    folder
        The deal folder.
    contract
        Its terms, which every changed term is looked up in; None to look nothing up.

    Returns
    -------
    Amendments or None
        None when the deal has no such file. Problems of the file are part of the result.
    """
    found = open_form(folder / FILE)
    if found is None:
        return None
    document, notes = found
    parts = sections(document, ("notice_rule", "change"), notes)
    names: set[str] = set()
    rules = (read_rule(one, names, contract) for one in parts["notice_rule"])
    taken: set[str] = set()
    changes = (_change(one, taken, folder, contract) for one in parts["change"])
    return Amendments(
        tuple(one for one in changes if one is not None),
        tuple(one for one in rules if one is not None),
        notes.problems(),
    )


def quote_problems(book: Amendments, documents: Sequence[Document]) -> tuple[Problem, ...]:
    """Return a problem for each rule whose quotation does not stand in its document."""
    found = (
        unfound(FILE, one.said.line, (one.said.document, one.said.quote), documents)
        for one in book.rules
        if not one.said.is_law
    )
    return tuple(one for one in found if one is not None)


def _as_of(change: Change, day: date) -> Change:
    """Return a change as it stood on a day: an agreement that came later was none yet."""
    if change.agreed_on is None or change.agreed_on <= day:
        return change
    return replace(change, agreed_by=NOBODY, agreed_on=None)


def _change(
    entry: DeclaredEntry, taken: set[str], folder: Path, contract: Contract | None
) -> Change | None:
    entry.only(_KEYS)
    name = entry.id("change", taken)
    kind, how = entry.needed_choice("kind", Kind), entry.needed_choice("how", Way)
    received, effective = entry.needed_day("received"), entry.needed_day("effective")
    summary = entry.needed("summary", "each file has two more columns")
    agreed_by, agreed_on = _agreed(entry)
    removes = entry.table("removes")
    objection, evidence = _objection(entry), _evidence(entry, folder)
    adds = _burden(entry.table("adds"))
    terms = tuple(_terms(entry, effective, contract))
    benefit = _benefit(entry, kind)
    if kind is None or how is None or received is None or effective is None:
        return None
    if not name or not summary or not agreed_by:
        return None
    return Change(
        id=name,
        line=entry.line,
        kind=kind,
        summary=summary,
        received=received,
        effective=effective,
        how=how,
        agreed_by=agreed_by,
        agreed_on=agreed_on,
        adds=adds,
        removes=NO_BURDEN if removes is None else _burden(removes),
        terms=terms,
        benefit=benefit,
        objection_days=objection,
        document=entry.text("document"),
        evidence=evidence,
    )


def _agreed(entry: DeclaredEntry) -> tuple[str, date | None]:
    agreed_by = entry.needed("agreed_by", "managing director")
    agreed_on = entry.day("agreed_on")
    if not agreed_by:
        return "", agreed_on
    if agreed_by in (PLAN, NOBODY) and agreed_on is not None:
        fix = "name the role of the group that agreed, or take agreed_on away"
        entry.add("agreed_on", "nobody of the group agreed, and a day is given", "bad-date", fix)
        return agreed_by, None
    if agreed_by not in (PLAN, NOBODY) and agreed_on is None and "agreed_on" not in entry.raw:
        what = f"it does not say when the {agreed_by} agreed"
        entry.add("agreed_by", what, "missing", "write agreed_on = 2027-05-28, unquoted")
    return agreed_by, agreed_on


def _objection(entry: DeclaredEntry) -> int | None:
    found = entry.days("objection")
    if found is None:
        return None
    if found.unit == DAY:
        return int(found.amount)
    entry.add("objection", "objection is in business days", "wrong-unit", 'write it like "15 days"')
    return None


def _evidence(entry: DeclaredEntry, folder: Path) -> EvidenceFile | None:
    place = (*entry.path, "evidence")
    return evidence_file.read(entry.raw.get("evidence"), place, entry.notes, folder)


def _burden(entry: DeclaredEntry | None) -> Burden:
    """Read a burden; what is not said is not known, and never 0."""
    if entry is None:
        return Burden()
    entry.only(_BURDEN)
    hours = entry.amount("hours_a_year", count("hour"))
    return Burden(entry.listed("duties"), hours, entry.amount("dollars_a_year", MONEY))


def _terms(
    entry: DeclaredEntry, effective: date | None, contract: Contract | None
) -> Iterator[TermChange]:
    for table in entry.tables("term"):
        table.only(_TERM)
        named = table.needed("change", "quality_gate.quality_minimum")
        for key in ("old", "new"):
            if key not in table.raw:
                table.add(key, f"it does not say {key}", "missing", f'write {key} = "62.5 %"')
        clause, _, term = named.partition(".")
        if not named or not {"old", "new"} <= table.raw.keys():
            continue
        old, new = value.read(table.raw["old"]), value.read(table.raw["new"])
        change = TermChange(clause, term, old, new)
        if _is_sound(change, table) and (contract is None or _stands(change, table, contract)):
            yield change
    if entry.tables("term") and effective is not None and contract is not None:
        _check_effective(entry, effective, contract)


def _is_sound(change: TermChange, table: DeclaredEntry) -> bool:
    for key, found in (("old", change.old), ("new", change.new)):
        if value.is_unclear(found):
            what, fix = f"{key}: {show(found)} cannot be read", 'write it with its unit, like "2 %"'
            table.add(key, what, "not-a-quantity", fix)
            return False
    return True


def _stands(change: TermChange, table: DeclaredEntry, contract: Contract) -> bool:
    """Say whether the terms have what changes; note what they have instead."""
    clauses = {one.id: one for one in contract.clauses}
    clause = clauses.get(change.clause)
    notes, place = table.notes, (*table.path, "change")
    if clause is None:
        notes.unknown(place, change.clause, clauses, "clause")
        return False
    if change.term not in clause.terms:
        notes.unknown(place, change.term, clause.terms, "term")
        return False
    values = clause.terms[change.term].values
    if change.old in values or change.new in values:
        return True
    written = "; ".join(show(one) for one in values)
    what = f"{contract.file} has {change.name} = {written}, neither the old value nor the new"
    table.add("old", what, "not-the-old-value", "write old as terms.toml has it", _WHY_TERM)
    return False


def _check_effective(entry: DeclaredEntry, effective: date, contract: Contract) -> None:
    if effective in contract.period:
        return
    what = f"it changes terms from {effective}, outside the contract ({contract.period})"
    entry.add("effective", what, "date-outside", "check the day", _WHY_TERM)


def _benefit(entry: DeclaredEntry, kind: Kind | None) -> Benefit | None:
    table = entry.table("benefit")
    if table is None:
        if kind is Kind.BENEFIT_CHANGE and "benefit" not in entry.raw:
            fix = 'write benefit = { expected_cost = "not known", source = "..." }'
            what = "it changes a benefit, and does not say what that does"
            entry.add("benefit", what, "missing", fix)
        return None
    table.only(_BENEFIT)
    figures: dict[str, Decimal] = {}
    moved = table.table("figures")
    for name in moved.raw if moved else ():
        share = moved.share(name) if moved else None
        if share is not None:
            figures[name] = share
    source = table.needed("source", "the plan's letter of 2027-06-02")
    expected, visits = table.share("expected_cost"), table.share("visits")
    return Benefit(expected, visits, MappingProxyType(figures), source)

"""What differs between two versions of the terms, in plain words."""

from collections.abc import Iterator
from dataclasses import dataclass

from fairterms.contract.clause import Clause, Contract
from fairterms.contract.value import Row, Value, show
from fairterms.simulate.page.names import clause_titles, spoken


@dataclass(frozen=True)
class TermChange:
    """One difference.

    Attributes
    ----------
    clause
        The clause's id; empty for what holds for the whole contract.
    title
        What differs, in plain words.
    before, after
        As each version says it; empty where it says nothing.
    """

    clause: str
    title: str
    before: str
    after: str

    @property
    def words(self) -> str:
        """The difference in one sentence.

        Examples
        --------
        >>> TermChange("loss_cap", "Loss Cap: owed cap", "1.5 %", "1 %").words
        'Loss Cap: owed cap: 1 % instead of 1.5 %.'
        >>> TermChange("fee", "Late fee", "", "a new clause").words
        'Late fee: a new clause.'
        """
        if not self.before or not self.after:
            return f"{self.title}: {self.after or self.before}."
        return f"{self.title}: {self.after} instead of {self.before}."


def changed_terms(first: Contract, second: Contract) -> tuple[TermChange, ...]:
    """Return what the second version says differently, in its written order.

    Parameters
    ----------
    first, second
        Two versions of one contract.

    Notes
    -----
    Citations, notes and line numbers are no terms: they move no money and are left out.
    """
    titles = clause_titles(first) | clause_titles(second)
    before = {one.id: one for one in first.clauses}
    after = {one.id: one for one in second.clauses}
    found = list(_header(first, second))
    for one in second.clauses:
        if one.id not in before:
            found.append(TermChange(one.id, titles[one.id], "", "a new clause"))
        else:
            found += _clause(before[one.id], one, titles[one.id])
    gone = (one for one in first.clauses if one.id not in after)
    found += [TermChange(one.id, titles[one.id], "the clause is left out", "") for one in gone]
    found += _order(first, second)
    return tuple(found)


def _header(first: Contract, second: Contract) -> Iterator[TermChange]:
    for title, old, new in (
        ("First day", str(first.starts), str(second.starts)),
        ("Last day", str(first.ends), str(second.ends)),
        ("Rounding", _rounding(first), _rounding(second)),
        ("What is added up to the payment", _joined(first.payable), _joined(second.payable)),
    ):
        if old != new:
            yield TermChange("", title, old, new)


def _rounding(contract: Contract) -> str:
    one = contract.rounding
    return f"to the {one.place}, {one.mode}, {one.point}"


def _clause(first: Clause, second: Clause, title: str) -> Iterator[TermChange]:
    same = first.model == second.model
    for name, old, new in (
        ("how it pays", spoken(first.model), spoken(second.model)),
        ("whose result it takes", _joined(first.of), _joined(second.of)),
        ("what it reads", _reads(first), _reads(second)),
    ):
        if old != new:
            yield TermChange(second.id, f"{title}: {name}", old or "nothing", new or "nothing")
    if first.rounding != second.rounding:
        yield TermChange(second.id, f"{title}: rounding", "", "rounds differently")
    names = dict.fromkeys((*first.terms, *second.terms)) if same else {}
    for name in names:
        old_term, new_term = first.terms.get(name), second.terms.get(name)
        label = f"{title}: {spoken(name)}"
        if old_term is None or new_term is None:
            term = new_term or old_term
            assert term is not None, "the name came from one of them"
            gone = f"{show(term.value)} is left out" if new_term is None else ""
            new = "" if new_term is None else f"{show(term.value)} is new"
            yield TermChange(second.id, label, gone, new)
        else:
            yield from _value(second.id, label, old_term.value, new_term.value)
            if old_term.history != new_term.history and old_term.value == new_term.value:
                yield TermChange(second.id, f"{label}, over time", "", "changes at other times")


def _value(clause: str, label: str, old: Value, new: Value) -> Iterator[TermChange]:
    """Yield the parts that differ, as deep as both are built alike."""
    if old == new:
        return
    if isinstance(old, Row) and isinstance(new, Row) and old.cells.keys() == new.cells.keys():
        for name, cell in new.cells.items():
            yield from _value(clause, f"{label}, {spoken(name)}", old.cells[name], cell)
    elif isinstance(old, tuple) and isinstance(new, tuple) and len(old) == len(new):
        for at, (one, other) in enumerate(zip(old, new, strict=True), start=1):
            yield from _value(clause, f"{label}, {_row_name(other, at)}", one, other)
    else:
        yield TermChange(clause, label, show(old), show(new))


def _row_name(value: Value, at: int) -> str:
    if isinstance(value, Row):
        for name in ("measure", "code", "label", "stratum", "name"):
            if name in value.cells:
                return spoken(show(value.cells[name]))
    return f"no. {at}"


def _order(first: Contract, second: Contract) -> Iterator[TermChange]:
    shared = {one.id for one in first.clauses} & {one.id for one in second.clauses}
    old, new = (
        [one.id for one in contract.clauses if one.id in shared] for contract in (first, second)
    )
    if old != new:
        yield TermChange("", "Order of the clauses", _joined(old), _joined(new))


def _joined(names: tuple[str, ...] | list[str]) -> str:
    return ", ".join(spoken(name) for name in names)


def _reads(clause: Clause) -> str:
    return _joined([f"{name} from {source}" for name, source in clause.reads.items()])

"""What differs between two texts of terms, in plain words."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from types import MappingProxyType
from typing import Final

from fairterms.contract import canonical
from fairterms.contract.clause import Clause, Contract, Term
from fairterms.contract.reader import read_text
from fairterms.contract.value import show
from fairterms.publish.page import Block, Bullets, Prose, Strong, Words
from fairterms.settle.workbench.bound_terms import LONGEST

_NONE: Final = "nothing"
# Two values together longer than this are shown only where they differ.
_LONG: Final = 160
_PARTS: Final = re.compile(r"(?<=[;,]) ")


@dataclass(frozen=True)
class TermsChange:
    """One thing that the newer text says otherwise.

    Attributes
    ----------
    clause
        The clause it is in; empty for the contract as a whole.
    subject
        What changed, in words: "sharing rate", "the order".
    old, new
        As written; empty when there was, or is, none.
    moves_money
        Whether it is part of what both sides sign; a title or a citation is not.
    line
        In the newer text; 0 when it is no longer there.
    """

    clause: str
    subject: str
    old: str
    new: str
    moves_money: bool
    line: int = 0

    def __str__(self) -> str:
        place = f"{self.clause}: " if self.clause else ""
        if not self.old:
            return f"{place}{self.subject} is new: {self.new}."
        if not self.new:
            return f"{place}{self.subject} is gone; it was {self.old}."
        return f"{place}{self.subject} was {self.old}, and is now {self.new}."


@dataclass(frozen=True)
class TermsDifference:
    """Two texts compared.

    Attributes
    ----------
    changes
        Those of the contract first, then clause by clause.
    old_terms, new_terms
        The hashes; empty for a text that cannot be read as terms.
    """

    changes: tuple[TermsChange, ...]
    old_terms: str
    new_terms: str

    @property
    def are_same_terms(self) -> bool:
        """Whether both texts pay the same, so that a signature under one holds for the other."""
        return bool(self.new_terms) and self.old_terms == self.new_terms


def compare(old: str, new: str) -> TermsDifference:
    """Compare two texts of terms.

    Parameters
    ----------
    old, new
        Texts of terms.toml; a damaged one gives no changes and an empty hash.
    """
    before, after = _contract(old), _contract(new)
    hashes = [canonical.terms_hash(one) if one else "" for one in (before, after)]
    changes = tuple(_changes(before, after)) if before and after else ()
    return TermsDifference(changes, *hashes)


def tell(difference: TermsDifference) -> tuple[Block, ...]:
    """Say what differs as blocks of a page: first what moves money, then the words around it."""
    if not (difference.old_terms and difference.new_terms):
        which = "older" if not difference.old_terms else "newer"
        return (Prose(f"The {which} text cannot be read as terms; mend it to compare."),)
    moving = [change for change in difference.changes if change.moves_money]
    around = [change for change in difference.changes if not change.moves_money]
    if not moving:
        opening = "Both texts hold the same terms: a signature under one holds for the other."
        return (Prose(opening), *_list("Words around the terms that changed:", around))
    return (
        *_list("Changes that move money:", moving),
        *_list("Words around the terms that changed:", around),
    )


def _list(title: str, changes: Sequence[TermsChange]) -> tuple[Block, ...]:
    items: tuple[Words, ...] = tuple(str(change) for change in changes)
    return (Prose((Strong(title),)), Bullets(items)) if items else ()


def _contract(text: str) -> Contract | None:
    if len(text) > LONGEST:
        return None
    try:
        return read_text(text).contract
    except Exception:  # noqa: BLE001 - a damaged text is no terms, whatever it does to the reader
        return None


def _changes(old: Contract, new: Contract) -> Iterator[TermsChange]:
    yield from _listed("", _header(old), _header(new), 0)
    before = {clause.id: clause for clause in old.clauses}
    after = {clause.id: clause for clause in new.clauses}
    for name, gone in before.items():
        if name not in after:
            yield TermsChange(name, "the clause", gone.title or gone.model, "", moves_money=True)
    moved = _moved(tuple(before), tuple(after))
    for name, clause in after.items():
        if name not in before:
            title = clause.title or clause.model
            yield TermsChange(name, "the clause", "", title, moves_money=True, line=clause.line)
            continue
        if name in moved:
            was, is_now = _after(tuple(before), name), _after(tuple(after), name)
            yield TermsChange(name, "the order", was, is_now, moves_money=True, line=clause.line)
        yield from _clause(old, before[name], new, clause)


_Facts = dict[str, tuple[str, str]]
"""Subject to what it says: as a person reads it, and as it moves money (empty: it does not)."""


def _header(contract: Contract) -> _Facts:
    facts = {
        "the first day": str(contract.starts),
        "the last day": str(contract.ends),
        "the rounding": str(contract.rounding),
        "what is payable": " + ".join(contract.payable),
        **{f"the figure {one.id}": f"in {one.unit}" for one in contract.figures},
        **{
            f"the measure {one.id}": f"{'higher' if one.higher_is_better else 'lower'} is better"
            for one in contract.measures
        },
    }
    order = " ".join([one.id for one in contract.figures] + [one.id for one in contract.measures])
    return {
        "the name": (contract.name, ""),
        "the state": (contract.jurisdiction, ""),
        "the line of business": (contract.line_of_business, ""),
        "the order of figures and measures": (order, order),
        **{subject: (words, words) for subject, words in facts.items()},
    }


def _clause(
    old_contract: Contract, old: Clause, new_contract: Contract, new: Clause
) -> Iterator[TermsChange]:
    yield from _listed(new.id, _facts(old_contract, old), _facts(new_contract, new), new.line)


def _facts(contract: Contract, clause: Clause) -> _Facts:
    cites = "; ".join(f'{one} "{one.quote}" {one.term}'.strip() for one in clause.cites)
    facts: _Facts = {
        "the title": (clause.title, ""),
        "the citations": (cites, ""),
        "the open readings": ("; ".join(one.name for one in clause.readings), ""),
    }
    money = {
        "the model": clause.model,
        "what it takes over": " + ".join(clause.of),
        "its rounding": str(clause.rounding or ""),
        **{f"what it reads as {own}": source for own, source in clause.reads.items()},
    }
    facts |= {subject: (words, words) for subject, words in money.items()}
    for name, term in clause.terms.items():
        facts[name.replace("_", " ")] = (_words(term), _canonical(contract, clause, name))
    return facts


def _canonical(contract: Contract, clause: Clause, name: str) -> str:
    """Return the canonical text of one term alone."""
    alone = Clause(clause.id, clause.model, MappingProxyType({name: clause.terms[name]}))
    bare = replace(contract, clauses=(alone,), figures=(), measures=(), payable=())
    return canonical.write(bare).split("\n", 5)[-1]  # without the header and the clause's own line


def _words(term: Term) -> str:
    if not term.history:
        return show(term.value)
    return ", then ".join(
        f"{show(entry.value)} from {entry.effective_from}"
        + (f", agreed {entry.agreed_on}" if entry.agreed_on else "")
        + (f" ({entry.amendment})" if entry.amendment else "")
        for entry in term.history
    )


def _listed(clause: str, old: _Facts, new: _Facts, line: int) -> Iterator[TermsChange]:
    empty = ("", "")
    for subject in dict.fromkeys((*old, *new)):
        before, after = old.get(subject, empty), new.get(subject, empty)
        if before != after:
            shown = _apart(
                before[0] or (_NONE if subject in old else ""),
                after[0] or (_NONE if subject in new else ""),
            )
            yield TermsChange(
                clause,
                subject,
                shown[0],
                shown[1],
                moves_money=before[1] != after[1],
                line=line if subject in new else 0,
            )


def _apart(old: str, new: str) -> tuple[str, str]:
    """Leave out what two long values have in common, but for a part on either side."""
    if not (old and new) or len(old) + len(new) < _LONG:
        return old, new
    before, after = _PARTS.split(old), _PARTS.split(new)
    shortest = min(len(before), len(after))
    first = next((at for at in range(shortest) if before[at] != after[at]), shortest)
    rest = shortest - first
    last = next((at for at in range(rest) if before[-1 - at] != after[-1 - at]), rest)
    start, end = max(0, first - 1), max(0, last - 1)
    return _cut(before, start, end), _cut(after, start, end)


def _cut(parts: Sequence[str], start: int, end: int) -> str:
    kept = " ".join(parts[start : len(parts) - end]).rstrip(",;")
    return f"{'… ' if start else ''}{kept}{' …' if end else ''}"


def _moved(old: Sequence[str], new: Sequence[str]) -> set[str]:
    """Name the clauses of both that no longer stand in the same order; the fewest that explain."""
    kept_old = [name for name in old if name in set(new)]
    kept_new = [name for name in new if name in set(old)]
    matcher = SequenceMatcher(None, kept_old, kept_new, autojunk=False)
    still = {
        name for a, _, size in matcher.get_matching_blocks() for name in kept_old[a : a + size]
    }
    return set(kept_new) - still


def _after(names: Sequence[str], name: str) -> str:
    place = names.index(name)
    return f"after {names[place - 1]}" if place else "the first clause"

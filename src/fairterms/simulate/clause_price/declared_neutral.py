"""A deal's own neutral values: ``[[neutral]]`` in forecast.toml."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from fairterms.contract.clause import Clause
from fairterms.contract.value import Unclear, Value, Word, read
from fairterms.simulate.clause_price.neutral import formula
from fairterms.simulate.clause_price.neutral_term import NeutralTerm
from fairterms.units.notes import Notes
from fairterms.units.positions import Path

LEFT_OUT = "left out"
"""The value of a term that does not stand in the contract without it."""

_KEYS = ("clause", "term", "value", "words", "not_priced")


@dataclass(frozen=True)
class DeclaredNeutral:
    """What "not there" means for a term of this deal.

    Attributes
    ----------
    clause
        The clause's id.
    terms
        The terms that are struck together; of a clause of model formula, its steps.
    value
        What stands in their place; None when they are left out.
    words
        The strike in words: "without the charge for the stop-loss".
    why_not
        Why the terms have no price; empty when they have one.
    """

    clause: str
    terms: tuple[str, ...]
    value: Value | None = None
    words: str = ""
    why_not: str = ""

    def strike(self) -> NeutralTerm:
        """Return the strike this declares."""
        name = self.words.removeprefix("without ") or self.terms[0].replace("_", " ")
        reads = "left out" if self.value is None else str(self.value)
        return NeutralTerm(self.terms[0], name, reads, self._apply)

    def known_terms(self, clause: Clause) -> tuple[str, ...]:
        """Name what may be struck in a clause: its terms, and the steps of a formula."""
        steps = formula.names(clause) if clause.model == "formula" else ()
        return (*clause.terms, *steps)

    def _apply(self, clause: Clause) -> Clause:
        for term in self.terms:
            if clause.model == "formula" and term in formula.names(clause):
                assert self.value is not None, "a step is never left out; the reader says so"
                clause = formula.with_step(clause, term, self.value)
            elif self.value is None:
                clause = clause.without(term)
            else:
                clause = clause.with_value(term, self.value)
        return clause


def read_neutrals(raw: Any, notes: Notes) -> tuple[DeclaredNeutral, ...]:
    """Read the ``[[neutral]]`` entries of forecast.toml; what is wrong goes to ``notes``.

    Parameters
    ----------
    raw
        What stands under ``neutral``; None when nothing does.
    notes
        Takes the problems, with their lines.
    """
    if raw is None:
        return ()
    if not isinstance(raw, list) or not all(isinstance(entry, Mapping) for entry in raw):
        notes.add(
            ("neutral",),
            "neutral is not a list of entries",
            "bad-neutral",
            "each term has a neutral value of its own",
            "start each one with [[neutral]]",
        )
        return ()
    entries = (_entry(entry, ("neutral", at), notes) for at, entry in enumerate(raw))
    return tuple(entry for entry in entries if entry is not None)


def _entry(raw: Mapping[str, Any], path: Path, notes: Notes) -> DeclaredNeutral | None:
    for key in raw.keys() - set(_KEYS):
        notes.unknown((*path, key), key, _KEYS, "key of a neutral value")
    terms = raw.get("term", [])
    names = tuple(str(name) for name in ([terms] if isinstance(terms, str) else terms))
    if "clause" not in raw or not names:
        notes.missing(
            path,
            "a neutral value names no clause and term",
            'write clause = "loss_cap" and term = "owed_cap"',
            "nobody can tell what is struck",
        )
        return None
    if ("value" in raw) == ("not_priced" in raw):
        notes.missing(
            path,
            f"{raw['clause']}.{names[0]} has no neutral value",
            'write value = "0 %" or value = "left out"; or not_priced = "why it has no price"',
            "what the contract says without a term is never guessed",
        )
        return None
    why_not = str(raw.get("not_priced", ""))
    value = _value(raw.get("value", LEFT_OUT), (*path, "value"), notes)
    if isinstance(value, Unclear):
        return None
    return DeclaredNeutral(str(raw["clause"]), names, value, str(raw.get("words", "")), why_not)


def _value(raw: Any, path: Path, notes: Notes) -> Value | None:
    value = read(raw)
    if isinstance(value, Unclear):
        notes.add(path, value.reason, value.code, value.why, value.fix)
        return value
    return None if value == Word(LEFT_OUT) else value

"""Everything the workbench knows of a text, as one value."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from fairterms.contract.canonical import terms_hash
from fairterms.contract.clause import Contract
from fairterms.contract.deal import DOCUMENT_SUFFIXES
from fairterms.document.document import Document
from fairterms.publish.page import Block
from fairterms.settle.script import Script
from fairterms.settle.trial import Trial
from fairterms.settle.workbench import cited_clause, plain_reading, script_trial
from fairterms.settle.workbench.bound_terms import bind, unreadable
from fairterms.settle.workbench.cited_clause import CitedClause
from fairterms.settle.workbench.marked_problem import MarkedProblem, mark, mark_all


@dataclass(frozen=True)
class Workbench:
    """What a text of terms says, and what is wrong with it.

    Attributes
    ----------
    problems
        In the order of the lines; those of the whole text, at line 0, first.
    reading
        The terms in plain English; empty while there is a mistake in them.
    clauses
        Every clause that could be read, with its citations; also while there are mistakes.
    trials
        One per script; empty while there is a mistake.
    terms
        The hash two parties compare and sign; empty while there is a mistake.
    """

    problems: tuple[MarkedProblem, ...]
    reading: tuple[Block, ...] = ()
    clauses: tuple[CitedClause, ...] = ()
    trials: tuple[Trial, ...] = ()
    terms: str = ""

    @property
    def is_sound(self) -> bool:
        """Whether the terms can be read out, tried and signed; a number may still be unstated."""
        return bool(self.terms)


def examine(folder: Path, text: str, documents: Sequence[Document] = ()) -> Workbench:
    """Examine a text as the terms of a deal folder.

    Parameters
    ----------
    folder
        The deal folder. Its saved terms are not looked at.
    text
        What the editor holds now.
    documents
        Documents of the deal that have been read, for they take seconds.

    Examples
    --------
    >>> from pathlib import Path
    >>> [(one.line, one.code) for one in examine(Path("nowhere"), "[contract").problems]
    [(1, 'not-toml')]
    """
    scripts = script_trial.read_folder(folder / "scripts")
    contract = folder / "contract"
    found = contract.iterdir() if contract.is_dir() else ()
    names = [path.name for path in found if path.suffix.lower() in DOCUMENT_SUFFIXES]
    return examine_text(text, scripts, documents, names)


def examine_text(
    text: str,
    scripts: Sequence[Script] = (),
    documents: Sequence[Document] = (),
    names: Collection[str] = (),
    known: Mapping[str, tuple[Trial, ...]] | None = None,
) -> Workbench:
    """Examine a text as the terms of a deal whose parts are at hand.

    Parameters
    ----------
    names
        Of every document of the deal, read or not.
    known
        How these scripts fared before, by the hash of the terms; they are not run again then.

    Returns
    -------
    Workbench
        Always; whatever a text does to a reader of ours becomes a problem of the whole text.
    """
    try:
        return _examine(text, _Trier(scripts, known or {}), documents, names)
    except Exception as odd:  # noqa: BLE001 - half-typed text must never take the page down
        return Workbench((mark(unreadable(odd)),))


@dataclass(frozen=True)
class _Trier:
    """Scripts with how they fared before."""

    scripts: Sequence[Script]
    known: Mapping[str, tuple[Trial, ...]]

    def trials(self, contract: Contract, terms: str) -> tuple[Trial, ...]:
        found = self.known.get(terms)
        return script_trial.try_all(contract, self.scripts, terms) if found is None else found


def _examine(
    text: str, trier: _Trier, documents: Sequence[Document], names: Collection[str]
) -> Workbench:
    loaded = bind(text)
    contract = loaded.contract
    if contract is None:
        return Workbench(mark_all(loaded.problems))
    clauses = cited_clause.locate(contract, documents, names)
    found = (*loaded.problems, *cited_clause.citation_problems(contract, clauses))
    problems = mark_all(sorted(found, key=lambda one: one.line))
    if loaded.mistakes:
        return Workbench(problems, clauses=clauses)
    return _read_out(contract, problems, clauses, trier)


def _read_out(
    contract: Contract,
    problems: tuple[MarkedProblem, ...],
    clauses: tuple[CitedClause, ...],
    trier: _Trier,
) -> Workbench:
    terms = terms_hash(contract)
    reading = plain_reading.read_out(contract, clauses)
    trials = trier.trials(contract, terms)
    return Workbench(problems, reading, clauses, trials, terms)

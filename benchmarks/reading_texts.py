"""The texts that reading is measured on, by family; each is read and reviewed once."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from benchmarks import clause_data
from benchmarks.clause_data import CONTRACTS

from fairterms.document.document import Document
from fairterms.document.reader import read
from fairterms.review.reviewed import Reviewed, look_at

ROOT = Path(__file__).parents[1]
MADE_UP = "made-up agreements (examples)"
PROVIDER = "provider agreements tn2, tn3"
EXCERPTS = "excerpts of provider agreements"
COMMERCIAL = "commercial contracts (CUAD)"
CONSUMER = "terms of service"


@dataclass(frozen=True)
class Size:
    """How much is measured: None is everything.

    Attributes
    ----------
    contracts
        Commercial contracts that the clause finder is measured on.
    categories
        Of their categories.
    reviewed
        Commercial contracts that all checks are run over.
    terms
        Terms of service.
    folds
        Folds that are measured.
    agreements
        Whether the two long provider agreements are read.
    """

    contracts: int | None = None
    categories: int | None = None
    reviewed: int | None = 60
    terms: int | None = None
    folds: int = 5
    agreements: bool = True


FULL = Size()
QUICK = Size(contracts=20, categories=2, reviewed=2, terms=8, folds=2, agreements=False)


@cache
def agreement(name: str) -> Document:
    """Return one of the provider agreements, read once."""
    return read(CONTRACTS / name)


@cache
def reviewed(name: str) -> Reviewed:
    """Return one of the provider agreements, reviewed once."""
    return look_at([agreement(name)])


@cache
def commercial(most: int | None) -> list[clause_data.Labelled]:
    """Return commercial contracts, read once."""
    return clause_data.commercial(most)


@cache
def term_document(name: str) -> Document:
    """Return terms of service as a document, its sentences parted by empty lines."""
    words = [words for words, _ in clause_data.terms()[name]]
    return clause_data.read_text("\n\n".join(words), f"{name}.txt")


def families(size: Size) -> Iterator[tuple[str, list[Document]]]:
    """Return every family of texts that is at hand."""
    folder = ROOT / "examples"
    paths = [folder / name / "contract/01-agreement.pdf" for name in ("cedar", "juniper")]
    yield MADE_UP, [read(path) for path in paths]
    if not CONTRACTS.is_dir():
        return
    if size.agreements:
        yield PROVIDER, [agreement("tn2.pdf"), agreement("tn3.pdf")]
    excerpts = sorted([*CONTRACTS.glob("excerpts_tn/*.txt"), *CONTRACTS.glob("other_payers/*.txt")])
    yield EXCERPTS, [read(path) for path in excerpts]
    contracts = commercial(size.contracts)
    # Every nth, so that a sample is of all of them.
    step = max(1, len(contracts) // (size.reviewed or len(contracts)))
    yield COMMERCIAL, [one.document for one in contracts[::step]][: size.reviewed]
    names = list(clause_data.terms())[: size.terms]
    yield CONSUMER, [term_document(name) for name in names]

"""The real scorecards, filled in from the sample's contract and the practice log."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from fairterms.contract import deal as deals
from fairterms.correspondence.log import Log
from fairterms.document.reader import read_all
from fairterms.payment.loading import load
from fairterms.reference.law import Setting
from fairterms.review import good_faith, reviewed, tactics, talks
from fairterms.review.filled_cards import filled
from fairterms.review.good_faith import Element
from fairterms.review.reviewed import Reviewed
from fairterms.review.scorecard import Line, Material
from fairterms.review.tactics import Signs


@dataclass(frozen=True)
class Cards:
    """What the scorecards say of the contract and of the practice log.

    Attributes
    ----------
    summary
        The counts of the twenty good-faith questions.
    heard
        The questions of which the log says something.
    signs
        The seven tactics: signs in the text and in the log.
    elements
        The six elements of good faith.
    """

    summary: str
    heard: tuple[Line, ...]
    signs: tuple[Signs, ...]
    elements: tuple[Element, ...]


@lru_cache(maxsize=2)
def _read(folder: Path) -> Reviewed:
    """Read and review the contract once; this takes about a second."""
    deal = deals.read(folder)
    documents, _ = read_all(deal.documents)
    contract = load(deal.terms).contract
    if contract is None:
        return reviewed.look_at(documents)
    where = (contract.jurisdiction, contract.line_of_business)
    return reviewed.look_at(documents, Setting(*where, contract.starts, contract.ends))


def material(folder: Path, log: Log) -> Material:
    """Return what the scorecards look at.

    Parameters
    ----------
    folder
        The deal folder with the contract.
    log
        The practice log.
    """
    found = _read(folder)
    return Material(found.reading, found.findings, log=log)


def cards(seen: Material) -> Cards:
    """Fill the scorecards in."""
    good = filled(seen)[0]
    heard = tuple(_heard(good.lines))
    return Cards(good.summary, heard, tactics.signs(seen), good_faith.elements(seen))


def _heard(lines: tuple[Line, ...]) -> Iterator[Line]:
    for line in lines:
        if any(map(talks.is_of_log, (*line.answer.evidence_for, *line.answer.evidence_against))):
            yield line

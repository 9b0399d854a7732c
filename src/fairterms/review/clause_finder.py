"""Where an agreement speaks of what: a small statistical finder that points and proves nothing.

It is a list of numbers, learned from contracts that people had labelled; ``clauses.txt`` says
which. What it points to is never the evidence of a finding.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from io import BytesIO

import numpy as np
import numpy.typing as npt

from fairterms.document.document import Document
from fairterms.review import clause_words, passages
from fairterms.review.clause_words import BUCKETS, Line
from fairterms.units.finding import QuoteEvidence

WEIGHTS = "clauses.npz"
"""The learned numbers, beside this module."""

Scores = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Spotted:
    """A sentence that seems to speak of something.

    Attributes
    ----------
    category
        What of: ``"audit-rights"``.
    quote
        The whole sentence, exactly as printed, with its page.
    score
        How likely it is that a reader of contracts like those it learned from would say so,
        0 to 1. An agreement with a health plan is not like those: read it as an order.
    """

    category: str
    quote: QuoteEvidence
    score: float


@dataclass(frozen=True, eq=False)
class Finder:
    """The learned numbers.

    Attributes
    ----------
    categories
        What can be found.
    rows
        For each bucket the row of its weights, shape (BUCKETS,); 0 for what counts nothing.
    weights
        Shape (rows, categories).
    slopes, offsets
        What turns a sum into a chance, shape (categories,).
    thresholds
        Chances from which on a sentence is pointed out, shape (categories,).
    """

    categories: tuple[str, ...]
    rows: npt.NDArray[np.int32]
    weights: npt.NDArray[np.float32]
    slopes: Scores
    offsets: Scores
    thresholds: Scores

    def chances(self, lines: Sequence[Line]) -> Scores:
        """Return how likely each sentence of one document is to speak of each category.

        Returns
        -------
        array
            Shape (sentences, categories), 0 to 1.
        """
        sums = self.slopes * self._sums(clause_words.read(lines)) + self.offsets
        return 1 / (1 + np.exp(-np.clip(sums, -50, 50)))

    def _sums(self, found: clause_words.Features) -> Scores:
        weighted = self.weights[self.rows[found.buckets]] * found.values[:, None]
        # A row of zeros at the end, so that a last sentence without words has a start, too.
        padded = np.vstack([weighted, np.zeros((1, len(self.categories)), np.float32)])
        sums = np.add.reduceat(padded.astype(np.float64), found.starts[:-1], axis=0)
        sums[np.diff(found.starts) == 0] = 0
        return sums


@cache
def load() -> Finder:
    """Return the finder that is shipped."""
    return unpack((resources.files("fairterms.review") / WEIGHTS).read_bytes())


def unpack(content: bytes) -> Finder:
    """Read a finder from the bytes of its file.

    Notes
    -----
    The file holds, for each category, the buckets that count (as steps from one to the next) and
    their weights as whole numbers from -127 to 127, with the size of one.
    """
    with np.load(BytesIO(content), allow_pickle=False) as file:
        names = tuple(json.loads(file["categories"].tobytes()))
        buckets = np.cumsum(file["steps"].astype(np.int64), axis=1)
        levels = file["levels"].astype(np.float32) * file["sizes"].astype(np.float32)[:, None]
        slopes, offsets, thresholds = (
            file[name].astype(np.float64) for name in ("slopes", "offsets", "thresholds")
        )
    used = np.unique(buckets)
    rows = np.zeros(BUCKETS, np.int32)
    rows[used] = np.arange(1, len(used) + 1)
    weights = np.zeros((len(used) + 1, len(names)), np.float32)
    for column in range(len(names)):
        weights[rows[buckets[column]], column] = levels[column]
    return Finder(names, rows, weights, slopes, offsets, thresholds)


def find(documents: Sequence[Document]) -> tuple[Spotted, ...]:
    """Point to the sentences that seem to speak of something the finder knows.

    Parameters
    ----------
    documents
        Of one agreement.

    Returns
    -------
    tuple of Spotted
        By category, the likeliest first.

    Notes
    -----
    It points to what was said, not to what is fair; and where it points to nothing, nothing
    follows.
    """
    found = [spotted for document in documents for spotted in _in(document, load())]
    order = {name: place for place, name in enumerate(load().categories)}
    return tuple(sorted(found, key=lambda one: (order[one.category], -one.score)))


def lines_of(document: Document) -> list[Line]:
    """Return a document's sentences as the finder reads them, one for each of its passages."""
    return [
        Line(passage.text, _title(document, passage.sentence.section))
        for passage in passages.of(document)
    ]


def _title(document: Document, section: int) -> str:
    return document.sections[section].title if section >= 0 else ""


def _in(document: Document, finder: Finder) -> list[Spotted]:
    sentences = list(passages.of(document))
    if not sentences:
        return []
    chances = finder.chances(lines_of(document))
    return [
        Spotted(
            finder.categories[category],
            sentences[at].quote(0, len(sentences[at].text)),
            float(chances[at, category]),
        )
        for at, category in np.argwhere(chances >= finder.thresholds)
    ]

"""How the clause finder learns, from labelled contracts: used to ship it and to measure it.

Every measurement trains anew on the other folds with these same steps, pruning and rounding
included, so that what is measured is what is shipped.
"""

import io
import json
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy import sparse  # type: ignore[import-untyped]
from sklearn.linear_model import LogisticRegression  # type: ignore[import-untyped]
from sklearn.svm import LinearSVC  # type: ignore[import-untyped]

from fairterms.review import clause_words
from fairterms.review.clause_words import BUCKETS, Line

KEPT = 10_000
"""Features kept of each category: those that move most sentences most."""
COST = 0.5
"""How dear a mistake is in learning."""
HITS_COUNT = 4
"""How many other sentences one labelled sentence outweighs."""
FOLDS = 5
_SCALE = 5.0
_ZIP_DATE = (1980, 1, 1, 0, 0, 0)

Bools = npt.NDArray[np.bool_]
Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class Corpus:
    """Labelled sentences.

    Attributes
    ----------
    name
        What it is called in tables.
    categories
        What was labelled.
    texts
        The sentences, as words.
    matrix
        Their features, one row a sentence.
    labels
        Shape (sentences, categories).
    documents, folds
        For each sentence the number of its document, and of its fold; documents that belong
        together are in one fold.
    """

    name: str
    categories: tuple[str, ...]
    texts: tuple[str, ...]
    matrix: sparse.csr_matrix
    labels: Bools
    documents: Ints
    folds: Ints


def corpus(
    name: str,
    categories: Sequence[str],
    documents: Sequence[Sequence[tuple[Line, frozenset[str]]]],
    groups: Sequence[str],
) -> Corpus:
    """Put labelled documents together; the same groups are in one fold."""
    lines = [[line for line, _ in rows] for rows in documents]
    number = np.repeat(np.arange(len(documents)), [len(rows) for rows in documents])
    names = sorted(set(groups))
    shuffled = np.random.default_rng(0).permutation(len(names)) % FOLDS
    fold_of = dict(zip(names, shuffled.tolist(), strict=True))
    folds = np.array([fold_of[group] for group in groups], dtype=np.int64)
    return Corpus(
        name,
        tuple(categories),
        tuple(line.text for rows in lines for line in rows),
        matrix(lines),
        np.array([[c in held for c in categories] for rows in documents for _, held in rows]),
        number.astype(np.int64),
        folds[number],
    )


def matrix(documents: Sequence[Sequence[Line]]) -> sparse.csr_matrix:
    """Return the features of all sentences of all documents, one row a sentence."""
    read = [clause_words.read(lines) for lines in documents if lines]
    starts, at = [np.zeros(1, np.int64)], 0
    for one in read:
        starts.append(one.starts[1:] + at)
        at += int(one.starts[-1])
    parts = (
        np.concatenate([one.values for one in read]),
        np.concatenate([one.buckets for one in read]),
        np.concatenate(starts),
    )
    return sparse.csr_matrix(parts, shape=(len(parts[2]) - 1, BUCKETS))


@dataclass(frozen=True, eq=False)
class Learned:
    """The weights of one category: kept buckets in order, whole numbers, and the size of one."""

    buckets: Ints
    levels: npt.NDArray[np.int8]
    size: float

    def sums(self, rows: sparse.csr_matrix) -> Floats:
        """Return the sum of weights of each sentence."""
        full = np.zeros(BUCKETS)
        full[self.buckets] = self.levels * self.size
        return np.asarray(rows @ full)


def rarity(rows: sparse.csr_matrix) -> tuple[Floats, Floats]:
    """Return how much each bucket tells by being rare, and in how many sentences it is."""
    number = np.bincount(rows.indices, minlength=BUCKETS).astype(np.float64)
    tells = (np.log((1 + rows.shape[0]) / (1 + number)) + 1) / _SCALE
    tells[number < 2] = 0  # what stands once teaches nothing of other contracts
    return tells, number


def learn(rows: sparse.csr_matrix, labels: Bools) -> list[Learned]:
    """Learn every category from labelled sentences.

    Parameters
    ----------
    rows
        Features, one row a sentence.
    labels
        Shape (sentences, categories).
    """
    tells, number = rarity(rows)
    weighted = (rows @ sparse.diags(tells.astype(np.float32))).tocsr()
    return [_learn(weighted, labels[:, k], tells, number) for k in range(labels.shape[1])]


def _learn(weighted: sparse.csr_matrix, labels: Bools, tells: Floats, number: Floats) -> Learned:
    model = LinearSVC(
        C=COST, class_weight={0: 1, 1: HITS_COUNT}, tol=1e-2, max_iter=500, random_state=0
    )
    weights = model.fit(weighted, labels).coef_[0] * tells
    moves = np.abs(weights) * np.sqrt(number)
    kept = np.sort(np.argsort(-moves, kind="stable")[:KEPT])
    size = float(np.float32(np.abs(weights[kept]).max() / 127))
    return Learned(kept, np.rint(weights[kept] / size).astype(np.int8), size)


def scores_across(one: Corpus, folds: Sequence[int] = tuple(range(FOLDS))) -> Floats:
    """Return each sentence's sums, from weights that were learned without its fold."""
    sums = np.full(one.labels.shape, np.nan)
    for fold in folds:
        held = one.folds == fold
        learned = learn(one.matrix[~held], one.labels[~held])
        for k, weights in enumerate(learned):
            sums[held, k] = weights.sums(one.matrix[held])
    return sums


def chance(sums: Floats, labels: Bools) -> tuple[float, float]:
    """Return the slope and offset that turn sums into chances."""
    model = LogisticRegression(C=1e6, max_iter=1000).fit(sums[:, None], labels)
    return float(model.coef_[0, 0]), float(model.intercept_[0])


def best_threshold(sums: Floats, labels: Bools) -> float:
    """Return the sum from which on to call a sentence found, for the best F1 on these labels."""
    order = np.argsort(-sums, kind="stable")
    hits = np.cumsum(labels[order])
    f1 = 2 * hits / (np.arange(1, len(hits) + 1) + labels.sum())
    return float(sums[order[int(np.argmax(f1))]])


def pack(parts: Sequence[tuple[tuple[str, ...], Sequence[Learned], Sequence[Floats]]]) -> bytes:
    """Write what was learned as an ``.npz`` file: the same bytes on every day.

    Parameters
    ----------
    parts
        For each corpus its categories, their weights, and their slopes, offsets and thresholds.
    """
    names = [name for categories, _, _ in parts for name in categories]
    learned = [one for _, weights, _ in parts for one in weights]
    tuned = np.concatenate([np.stack(numbers) for _, _, numbers in parts], axis=1)
    arrays = {
        "categories": np.frombuffer(json.dumps(names).encode(), dtype=np.uint8),
        "steps": np.stack([np.diff(one.buckets, prepend=0) for one in learned]).astype(np.uint32),
        "levels": np.stack([one.levels for one in learned]),
        "sizes": np.array([one.size for one in learned], dtype=np.float32),
        "slopes": tuned[0],
        "offsets": tuned[1],
        "thresholds": tuned[2],
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as file:
        for name, array in arrays.items():
            content = io.BytesIO()
            np.save(content, array, allow_pickle=False)
            file.writestr(zipfile.ZipInfo(f"{name}.npy", _ZIP_DATE), content.getvalue(), 8, 9)
    return out.getvalue()

"""Train the clause finder and write the file that is shipped.

Run it with ``python benchmarks/train_clause_finder.py``. It needs the labelled contracts, and
scikit-learn, which the program itself does not. The same contracts give the same bytes.
"""

import hashlib
import sys
from pathlib import Path

import numpy as np

# So that the command works from any folder.
sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks import clause_data
from benchmarks.clause_training import (
    Corpus,
    Floats,
    Learned,
    best_threshold,
    chance,
    learn,
    pack,
    scores_across,
)

FILE = Path(__file__).parents[1] / "src/fairterms/review/clauses.npz"
LEAST = 0.3
"""A chance below which nothing is pointed out, whatever serves the score best."""


def train(one: Corpus) -> tuple[tuple[str, ...], list[Learned], list[Floats]]:
    """Learn from all of a corpus; chances and thresholds come from sentences held out."""
    held_out = scores_across(one)
    slopes, offsets, thresholds = [], [], []
    for k in range(len(one.categories)):
        sums, labels = held_out[:, k], one.labels[:, k]
        slope, offset = chance(sums, labels)
        best = 1 / (1 + np.exp(-(slope * best_threshold(sums, labels) + offset)))
        slopes.append(slope)
        offsets.append(offset)
        thresholds.append(max(LEAST, best))
    tuned = [np.array(slopes), np.array(offsets), np.array(thresholds)]
    return one.categories, learn(one.matrix, one.labels), tuned


def main() -> int:
    """Train on both sets and write."""
    if not clause_data.COMMERCIAL.is_file():
        print(f"there are no labelled contracts at {clause_data.CONTRACTS}; nothing was trained")
        return 1
    corpora = (
        clause_data.corpus_of_commercial(clause_data.commercial()),
        clause_data.corpus_of_terms(),
    )
    content = pack([train(one) for one in corpora])
    FILE.write_bytes(content)
    print(f"{FILE.name}: {len(content):,} bytes, sha256 {hashlib.sha256(content).hexdigest()}")
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""Made-up patients of known gaps, the same on every run."""

import numpy as np

from fairterms.outcomes.equity.subgroups import Subjects


def make(n: int = 600, gap: float = 0.0, seed: int = 1, rare: float = 0.02) -> Subjects:
    draws = np.random.default_rng(seed)
    language = draws.choice(["English", "Spanish", "Tagalog"], n, p=[0.7 - rare, 0.3, rare])
    severe = draws.random(n) < np.where(language == "Spanish", 0.6, 0.3)
    chance = 0.6 - 0.2 * severe + np.where(language == "Spanish", gap, 0)
    return Subjects(
        {"response": np.asarray(draws.random(n) < chance, dtype=np.float64)},
        draws.integers(0, 8, n),
        {"language": language, "sex": draws.choice(["women", "men", ""], n, p=[0.5, 0.45, 0.05])},
        {"response": np.asarray(0.6 - 0.2 * severe, dtype=np.float64)},
    )


REFERENCES = {"language": "English", "sex": "women"}

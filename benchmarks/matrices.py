"""The lint of the four standard risk matrices: ties and wrong ranks, with their error.

Run ``python benchmarks/matrices.py``. The peer is the same count in plain Python, pair by pair,
on fewer pairs of the same sort, in this run. The ranges printed beside are those of a reference
that measured ten other matrices with equal bins; it does not say how strong its negative
correlation was, so three strengths are shown.
"""

import random
import time
from statistics import NormalDist

from fairterms.risks.matrix.lint import lint
from fairterms.risks.matrix.pairs import NEGATIVE, count_pairs
from fairterms.risks.matrix.standard import STANDARD
from fairterms.risks.matrix.version import MatrixVersion

STRENGTHS = (-0.5, NEGATIVE, -0.95)
TIES, WRONG = (0.18, 0.43), (0.45, 0.46)
PLAIN_PAIRS = 20_000


def main() -> None:
    """Print the figures of every standard matrix and the time of one lint."""
    started = time.process_time()
    reports = [lint(standard.version) for standard in STANDARD]
    spent = (time.process_time() - started) / len(STANDARD)
    for standard, report in zip(STANDARD, reports, strict=True):
        failed = [rule.rule for rule in report.rules if not rule.passed]
        print(f"{standard.name}: {', '.join(failed) + ' not kept' if failed else 'all rules kept'}")
        row("uniform", standard.version, 0.0)
        for strength in STRENGTHS:
            row(f"correlation {strength:g}", standard.version, strength)
    print("reference, ten other matrices: tied 18-43 %; negative: two misrank 45-46 %")
    started = time.process_time()
    plain(STANDARD[-1].version)
    slow = (time.process_time() - started) / PLAIN_PAIRS * 400_000
    print(f"one lint: {spent:.3f} s of processor time; in plain Python {slow:.2f} s")
    print(f"ratio: {slow / spent:.0f}")


def row(name: str, version: MatrixVersion, correlation: float) -> None:
    """Print the shares of one matrix under one correlation, and where they fall."""
    found = count_pairs(version, correlation)
    where = "in" if TIES[0] <= found.tied <= TIES[1] else "outside"
    beside = f"ties {where} the range"
    if correlation < 0:
        side = "below" if found.misranked < WRONG[0] else "above"
        side = "in" if WRONG[0] <= found.misranked <= WRONG[1] else side
        beside += f", misranked {side} that of the two worst"
    print(
        f"  {name:<18} tied {found.tied:6.2%} ± {2 * found.tied_error:.2%}   "
        f"misranked {found.misranked:6.2%} ± {2 * found.misranked_error:.2%}   {beside}"
    )


def plain(version: MatrixVersion) -> tuple[float, float]:
    """Count one pair after the other, as the definition reads."""
    draws, normal = random.Random(1), NormalDist()  # noqa: S311 - a benchmark, not a secret
    tied = wrong = 0
    for _ in range(PLAIN_PAIRS):
        pair = []
        for _ in range(2):
            first, second = draws.gauss(), draws.gauss()
            frequency = normal.cdf(first)
            severity = normal.cdf(NEGATIVE * first + (1 - NEGATIVE**2) ** 0.5 * second)
            level = version.level(frequency, severity)
            assert level is not None
            pair.append((version.colours.index(level), frequency * severity))
        (level_a, loss_a), (level_b, loss_b) = pair
        tied += level_a == level_b
        wrong += (level_a - level_b) * (loss_a - loss_b) < 0
    return tied / PLAIN_PAIRS, wrong / (PLAIN_PAIRS - tied)


if __name__ == "__main__":
    main()

"""How fast the losses of twenty and of a hundred risks are simulated, and how near a plain loop.

Run ``python benchmarks/risks.py [TRIALS]``; 100,000 if not given. The risks are made up: chances,
counts and clustered counts, with severities and limits of all kinds. The peer is a plain loop over
trials and events with Python's own generator. CPU seconds of one thread; load and machine move both
alike.
"""

import sys
import time
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt

# So that the command works from any folder: what the tests make up is not installed.
sys.path.insert(0, str(Path(__file__).parents[1]))

from fairterms.risks.loss.annual_loss import AnnualLoss, annual_loss
from fairterms.risks.loss.draws import DrawKey
from fairterms.risks.loss.frequency import Chance
from fairterms.risks.loss.limits import NO_LIMITS
from fairterms.risks.loss.portfolio import portfolio
from fairterms.risks.loss.ranking import rank
from fairterms.risks.loss.severity import Lognormal
from fairterms.risks.loss.shortfall import expected_shortfall, value_at_risk
from tests.risks.loss.plain_loop import plain_years, some_risks

Floats = npt.NDArray[np.float64]
TRIALS = 100_000
SEED = 2027
BAR_SECONDS = 3.0
"""What 100 risks may take at 100,000 trials."""


def main(arguments: Sequence[str]) -> None:
    """Time both ways, set them side by side, and check the printed fixture."""
    trials = int(arguments[0]) if arguments else TRIALS
    # The library's first use and its tables belong to no row.
    simulate(20, 100, SEED)
    start = time.process_time()
    ours = simulate(20, trials, SEED)
    seconds = time.process_time() - start
    line("20 risks, vectorised", trials, seconds)
    plain(ours, trials, seconds)
    repeated(ours, trials)
    many(trials)
    fixture(trials)


def simulate(count: int, trials: int, seed: int) -> dict[str, AnnualLoss]:
    """Simulate some of the made-up risks, each under a name of its own."""
    listed = some_risks()
    return {
        f"risk {at}": annual_loss(
            *listed[at % len(listed)], DrawKey(seed, f"risk {at}"), trials, "$"
        )
        for at in range(count)
    }


def plain(ours: dict[str, AnnualLoss], trials: int, seconds: float) -> None:
    """Loop over the same risks, and measure how far the two means are apart."""
    start = time.process_time()
    theirs = [np.array(plain_years(*risk, trials, seed=at)) for at, risk in enumerate(some_risks())]
    spent = time.process_time() - start
    line("20 risks, plain loop", trials, spent)
    print(f"    the loop takes {spent / seconds:.1f} times as long")
    away = [apart(one.trials, other) for one, other in zip(ours.values(), theirs, strict=True)]
    print(f"    the means differ by at most {max(away):.1f} standard errors (bar 4)")
    assert max(away) < 4, "the two ways must agree"


def apart(one: Floats, other: Floats) -> float:
    """Return the distance of two means in standard errors."""
    error = np.sqrt(one.var() / len(one) + other.var() / len(other))
    return float(abs(one.mean() - other.mean()) / error)


def repeated(ours: dict[str, AnnualLoss], trials: int) -> None:
    """Simulate again, once with more risks, and compare bytes."""
    again = simulate(25, trials, SEED)
    same = all(again[name].trials.tobytes() == loss.trials.tobytes() for name, loss in ours.items())
    print(f"    same seed, five more risks: the same bytes: {'yes' if same else 'NO'}")
    assert same, "a risk that is added must disturb no other"


def many(trials: int) -> None:
    """Time a hundred risks, their sum and their ranking."""
    start = time.process_time()
    losses = simulate(100, trials, SEED)
    seconds = time.process_time() - start
    bar = f" (bar {BAR_SECONDS:.0f} s)" if trials == TRIALS else ""
    line("100 risks, vectorised", trials, seconds)
    print(f"    {'within' if seconds <= BAR_SECONDS else 'OVER'} the bar{bar}")
    start = time.process_time()
    portfolio(losses, "group")
    line("    their sum and its tail", trials, time.process_time() - start)
    start = time.process_time()
    rank(losses, {}, SEED)
    line("    their ranking with certainty", trials, time.process_time() - start)


def fixture(trials: int) -> None:
    """Print the tail of a rare loss, its closed form, and what the faulty mask gives."""
    rare, severity = Chance(0.005), Lognormal.from_interval(0.1e6, 1.0e6)
    loss = annual_loss(rare, severity, NO_LIMITS, DrawKey(SEED, "rare"), 10 * trials, "$")
    found = expected_shortfall(loss, 0.99)
    mask = loss.trials >= value_at_risk(loss, 0.99).value
    print("one event in 200 years, $0.1 to $1.0 million: the mean of the worst 1 % of years")
    print(f"    closed form ${rare.mean * severity.mean / 0.01:,.0f}")
    print(f"    simulated, ten times the trials: ${found.value:,.0f} ± {found.error:,.0f}")
    print(f"    faulty mask ${loss.trials[mask].mean():,.0f}")


def line(name: str, trials: int, seconds: float) -> None:
    """Print a line of the table."""
    print(f"{name:<34}{trials:>9,} trials {seconds:>8.2f} s CPU")


if __name__ == "__main__":
    main(sys.argv[1:])

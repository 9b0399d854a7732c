"""How fast providers are compared: the random-intercept model beside a named peer, in one run.

Run ``python benchmarks/comparison.py [PATIENTS ...]``; 100,000 and 1,000,000 if not given. The peer
is lme4's ``glmer`` (nAGQ = 1) where R and lme4 are installed. Where they are not, that is said, and
the peer is scikit-learn's logistic regression with a dummy for each provider, or statsmodels'
without any provider, whichever is installed: both fit no spread and shrink nobody. Each fit runs in
a process of its own, so that the peak of its memory is its own too; reading the patients is not
timed. Only ratios of one run mean much: load and machine move both alike.
"""

import importlib
import importlib.util
import json
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
T = TypeVar("T")
BETA = (0.15, -0.05, -0.35, -0.30, 0.05, -0.25)
GLMER = """
arguments <- commandArgs(TRUE)
suppressMessages(library(lme4))
patients <- read.csv(arguments[1])
gc(reset = TRUE)
taken <- system.time(
  fitted <- glmer(y ~ x1 + x2 + x3 + x4 + x5 + x6 + (1 | provider), patients, binomial, nAGQ = 1)
)
cat(sprintf(
  '{"wall": %.3f, "cpu": %.3f, "megabytes": %.0f, "height": %.4f, "sigma": %.6f}',
  taken[["elapsed"]], taken[["user.self"]] + taken[["sys.self"]], sum(gc()[, 6]),
  as.numeric(logLik(fitted)), sqrt(unlist(VarCorr(fitted)))
))
"""


def make_up(patients: int, folder: Path) -> Path:
    """Write made-up patients, the same on every run: 300 to 3,000 providers of unlike size."""
    draws = np.random.default_rng(2027)
    providers = 300 if patients <= 100_000 else 3_000
    sizes = draws.lognormal(0, 1.2, providers)
    ids = draws.choice(providers, patients, p=sizes / sizes.sum())
    facts = np.column_stack(
        [draws.normal(size=(patients, 2)), draws.random((patients, 4)) < (0.3, 0.3, 0.5, 0.2)]
    ).astype(np.float64)
    linear = -0.3 + facts @ BETA + draws.normal(0, 0.35, providers)[ids]
    outcomes = (draws.random(patients) < 1 / (1 + np.exp(-linear))).astype(np.int8)
    path = folder / "patients.npz"
    np.savez(path, outcomes=outcomes, ids=ids, facts=facts)
    return path


def write_csv(path: Path) -> Path:
    """Write the same patients for R."""
    given = np.load(path)
    table = np.column_stack([given["outcomes"], given["ids"], given["facts"]])
    found = path.with_suffix(".csv")
    header = "y,provider,x1,x2,x3,x4,x5,x6"
    np.savetxt(found, table, "%.10g", delimiter=",", header=header, comments="")
    return found


def fit_ours(path: Path) -> dict[str, float]:
    """Fit the random-intercept model."""
    from fairterms.outcomes.comparison import random_intercept  # noqa: PLC0415  a peer's process has no need

    given = np.load(path)
    columns = (given["outcomes"], given["ids"], given["facts"])
    fitted, wall, cpu = timed(lambda: random_intercept.fit(*columns))
    return {"wall": wall, "cpu": cpu, "height": fitted.log_likelihood, "sigma": fitted.sigma}


def fit_dummies(path: Path) -> dict[str, float]:
    """Fit scikit-learn's logistic regression, a sparse dummy for each provider."""
    # By name: without scikit-learn the rest still runs.
    linear = importlib.import_module("sklearn.linear_model")
    encoding = importlib.import_module("sklearn.preprocessing")
    sparse = importlib.import_module("scipy.sparse")
    given = np.load(path)
    outcomes, ids, facts = given["outcomes"], given["ids"], given["facts"]

    def fit() -> object:
        dummies = encoding.OneHotEncoder().fit_transform(ids[:, None])
        design = sparse.hstack([sparse.csr_matrix(facts), dummies], format="csr")
        # A very small penalty keeps providers where all succeed from running off.
        model = linear.LogisticRegression(C=1e4, fit_intercept=False, max_iter=500)
        return model.fit(design, outcomes)

    _, wall, cpu = timed(fit)
    return {"wall": wall, "cpu": cpu}


def timed(work: Callable[[], T]) -> tuple[T, float, float]:
    """Return what the work gives, its seconds on the clock, and its seconds of processor."""
    wall, cpu = time.perf_counter(), time.process_time()
    found = work()
    return found, time.perf_counter() - wall, time.process_time() - cpu


def fit_pooled(path: Path) -> dict[str, float]:
    """Fit statsmodels' logistic regression, without providers."""
    # By name: without statsmodels the rest still runs.
    models = importlib.import_module("statsmodels.api")
    given = np.load(path)
    outcomes, facts = given["outcomes"], given["facts"]
    fitted, wall, cpu = timed(
        lambda: models.Logit(outcomes, models.add_constant(facts)).fit(disp=False)
    )
    return {"wall": wall, "cpu": cpu, "height": float(fitted.llf)}


FITS: dict[str, Callable[[Path], dict[str, float]]] = {
    "ours": fit_ours,
    "dummies": fit_dummies,
    "pooled": fit_pooled,
}
TWINS = {
    "sklearn": ("scikit-learn, a dummy for each provider", "dummies"),
    "statsmodels": ("statsmodels, no providers", "pooled"),
}
"""The peers without R, by the library they need; the first that is installed is taken."""


def run_apart(fit: str, path: Path) -> dict[str, float]:
    """Run a fit in a process of its own."""
    command = [sys.executable, __file__, "--fit", fit, str(path)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603  our own
    return dict(json.loads(done.stdout))


def run_lme4(path: Path) -> dict[str, float]:
    """Run lme4 in R."""
    script = path.with_suffix(".R")
    script.write_text(GLMER, encoding="utf-8")
    command = ["Rscript", "--vanilla", str(script), str(write_csv(path))]
    done = subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603  our own
    return dict(json.loads(done.stdout))


def has_lme4() -> bool:
    """Tell whether R and lme4 are installed."""
    if shutil.which("Rscript") is None:
        return False
    asked = ["Rscript", "--vanilla", "-e", "library(lme4)"]
    return subprocess.run(asked, check=False, capture_output=True).returncode == 0  # noqa: S603


def run_peer(path: Path) -> tuple[str, dict[str, float]] | None:
    """Run the best peer that is installed; None without any."""
    if has_lme4():
        return "lme4 glmer, nAGQ = 1", run_lme4(path)
    print("  R with lme4 is not here: no ratio to it")
    for library, (name, fit) in TWINS.items():
        if importlib.util.find_spec(library):
            return name, run_apart(fit, path)
    return None


def show(name: str, found: dict[str, float]) -> None:
    """Print one line of a fit."""
    line = f"  {name:44}{found['wall']:9.2f} s{found['cpu']:9.2f} s processor"
    line += f"{found['megabytes']:8.0f} MB"
    if "height" in found:
        line += f"   log-likelihood {found['height']:.4f}"
    if "sigma" in found:
        line += f", sigma {found['sigma']:.6f}"
    print(line)


def compare(patients: int) -> None:
    """Measure ours and the peer on the same patients, and print both with the ratio."""
    with tempfile.TemporaryDirectory() as folder:
        path = make_up(patients, Path(folder))
        print(f"{patients:,} patients")
        ours = run_apart("ours", path)
        show("random intercept, Laplace, ours", ours)
        found = run_peer(path)
        if found is None:
            print("  neither scikit-learn nor statsmodels is installed: no peer")
            return
        name, peer = found
        show(name, peer)
        print(
            f"  ratio to {name}: {peer['wall'] / ours['wall']:.1f} times as fast by the clock, "
            f"{peer['cpu'] / ours['cpu']:.1f} by the processor"
        )


def main(arguments: Sequence[str]) -> int:
    """Measure and print."""
    if arguments[:1] == ["--fit"]:
        found = FITS[arguments[1]](Path(arguments[2]))
        found["megabytes"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(json.dumps(found))
        return 0
    for patients in [int(each) for each in arguments] or [100_000, 1_000_000]:
        compare(patients)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

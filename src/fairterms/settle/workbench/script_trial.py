"""The agreed scripts, tried on terms that are not saved yet."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from fairterms.contract.clause import Contract
from fairterms.contract.figure_set import FigureSet
from fairterms.publish.page import Block, Bullets, Callout, Prose
from fairterms.settle import script as scripts
from fairterms.settle.script import Script
from fairterms.settle.trial import Trial, try_script
from fairterms.units.problem import Problem

_EQUIVALENT = (
    "equivalent.toml"  # it declares wrong contracts that are no different; it is no script
)


@lru_cache(maxsize=256)  # the same scripts are tried at every pause of the typing
def read(text: str, file: str) -> Script:
    """Read a script from its text; its problems are part of it, and it never raises."""
    try:
        return scripts.read_text(text, file)
    except Exception:  # noqa: BLE001 - a damaged script fails, it does not take the others down
        return Script(file, file, FigureSet("", {}, file=file), {}, {}, {}, problems=(_odd(file),))


def read_folder(folder: Path) -> tuple[Script, ...]:
    """Read every script of a folder, in the order of their names.

    Letters that are not UTF-8 become question marks, so that the script fails and does not raise.
    """
    return tuple(
        read(path.read_text(encoding="utf-8", errors="replace"), path.name)
        for path in sorted(folder.glob("*.toml"))
        if path.name != _EQUIVALENT
    )


def try_all(contract: Contract, tried: Sequence[Script], terms: str) -> tuple[Trial, ...]:
    """Run scripts against a contract without mistakes.

    Parameters
    ----------
    terms
        The contract's hash, worked out once: a script says which terms it was agreed on.
    """
    return tuple(_try(contract, script, terms) for script in tried)


def _odd(file: str) -> Problem:
    return Problem(
        file,
        0,
        "the script cannot be read",
        "not-readable",
        "it cannot be run",
        "compare it with a script that runs, and write it in the same way",
    )


def _try(contract: Contract, script: Script, terms: str) -> Trial:
    try:
        trial = try_script(contract, replace(script, terms=""))
    except Exception:  # noqa: BLE001 - as for reading: one odd script leaves the others running
        return Trial(replace(script, problems=(_odd(script.file),)), ())
    changed = bool(script.terms) and script.terms != terms
    return replace(trial, script=script, terms_changed=changed)


def tell(trials: Sequence[Trial]) -> tuple[Block, ...]:
    """Say which scripts hold, as blocks of a page; the failed ones first."""
    if not trials:
        return (Prose("There are no test scripts yet. Record one from a worked example."),)
    failed = [trial for trial in trials if not trial.passed]
    passed = [trial for trial in trials if trial.passed]
    blocks: list[Block] = [Prose(f"{len(passed)} of {len(trials)} scripts pass.")]
    blocks += [
        Callout("warning", f"{trial.script.title} fails", (Bullets(tuple(_lines(trial))),))
        for trial in failed
    ]
    if passed:
        blocks.append(Bullets(tuple("; ".join((t.script.title, *_remarks(t))) for t in passed)))
    return tuple(blocks)


def _lines(trial: Trial) -> Iterator[str]:
    for problem in trial.script.problems:
        yield f"{problem.what}. To mend it: {problem.fix}."
    for difference in trial.differences:
        yield str(difference)
    yield from _remarks(trial)


def _remarks(trial: Trial) -> Iterator[str]:
    if trial.terms_changed:
        yield "the terms have changed since both sides agreed on this script"
    for who, day in (("group", trial.script.group_agreed), ("plan", trial.script.plan_agreed)):
        if day is None:
            yield f"not yet agreed by the {who}"

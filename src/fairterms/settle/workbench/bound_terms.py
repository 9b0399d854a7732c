"""Terms from a text that is not saved: read, and bound to the catalogue of payment models."""

from dataclasses import replace
from typing import Final

from fairterms.contract.reader import read_text
from fairterms.payment import binding
from fairterms.payment.loading import Loaded
from fairterms.settle.ambiguity import reading_problems
from fairterms.units.problem import Problem

FILE = "terms.toml"
"""What messages call the text."""

LONGEST = 120_000
"""Letters of the longest text that is read; four times our longest example."""


def bind(text: str) -> Loaded:
    """Read a text and gather every problem of it, in the order of its lines.

    Parameters
    ----------
    text
        What the editor holds.

    Returns
    -------
    Loaded
        The contract is None when a problem leaves no contract to speak of.
    """
    if len(text) > LONGEST:
        return Loaded(None, (_too_long(text),))
    reading = read_text(text, FILE)
    contract = reading.contract
    if contract is None:
        return Loaded(None, tuple(_within(problem, text) for problem in reading.problems))
    found = [*reading.problems, *binding.problems(contract)]
    loaded = Loaded(contract, tuple(found))
    if not loaded.mistakes:  # readings are run, and only sound terms can be
        found += reading_problems(contract)
    ordered = sorted(dict.fromkeys(found), key=lambda problem: problem.line)
    return Loaded(contract, tuple(ordered))


def _within(problem: Problem, text: str) -> Problem:
    """Keep a problem inside the text: U+2028 ends a line for Python, and not for TOML."""
    return replace(problem, line=min(problem.line, text.count("\n") + 1))


_REASONS: Final[tuple[tuple[type[Exception], str], ...]] = (
    (RecursionError, "brackets are nested too deeply"),
    (ArithmeticError, "a number is too large to work with"),
    (ValueError, "a number or a formula in it cannot be read"),
)


def unreadable(odd: Exception) -> Problem:
    """Return the problem of a text that none of our readers can finish.

    Examples
    --------
    >>> unreadable(RecursionError()).what
    'this text cannot be read: brackets are nested too deeply'
    """
    told = (words for kind, words in _REASONS if isinstance(odd, kind))
    reason = next(told, f"our program stopped on it ({type(odd).__name__}), which is our mistake")
    return Problem(
        FILE,
        0,
        f"this text cannot be read: {reason}",
        "not-readable",
        "nothing of it can be checked, and nothing is guessed",
        "undo the last change, and write it in a simpler way",
    )


def _too_long(text: str) -> Problem:
    return Problem(
        FILE,
        0,
        f"the text has {len(text):,} letters; at most {LONGEST:,} are read",
        "too-long",
        "a text that long could not be checked while you type",
        "leave the contract's own words in the document and cite them",
    )

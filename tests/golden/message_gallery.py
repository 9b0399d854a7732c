"""What every gallery of messages holds: word for word, each complete, no two alike."""

import os
from collections.abc import Callable, Iterable
from pathlib import Path

from fairterms.units.problem import Problem

ProblemsOf = Callable[[str], tuple[Problem, ...]]
"""From the name of a mistake to the problems that are told of it."""


def reads_exactly(names: Iterable[str], problems_of: ProblemsOf, golden: Path) -> bool:
    """Tell whether the messages read as the golden file; UPDATE_GOLDEN=1 writes it anew."""
    said = "\n".join(
        f"== {name} ==\n" + "\n".join(map(str, problems_of(name))) + "\n" for name in names
    )
    if os.environ.get("UPDATE_GOLDEN"):
        golden.write_text(said, encoding="utf-8")
    return said == golden.read_text(encoding="utf-8")


def holds_complete(problems: tuple[Problem, ...], file: str) -> None:
    """Hold that each problem says where, what, why and what to do."""
    assert problems, "a case of the gallery has a mistake in it"
    for problem in problems:
        assert problem.file == file
        assert problem.what
        assert problem.why
        assert problem.fix
        assert not problem.what.endswith(".")

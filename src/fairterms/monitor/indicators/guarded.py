"""What an indicator may guard: the objectives and clauses that a deal folder names."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from fairterms.risks.register.block import ids_written
from fairterms.units.form_file import parsed, text_of
from fairterms.units.problem import Problem

OBJECTIVE_FILES = ("deal.toml", "risks.toml")
CLAUSE_FILES = ("terms.toml",)


@dataclass(frozen=True)
class Guarded:
    """The names that there are.

    Attributes
    ----------
    objectives, clauses
        Their ids; None where the files that hold them cannot be read, and nothing can be said.
    """

    objectives: frozenset[str] | None = None
    clauses: frozenset[str] | None = None

    def names(self, sort: str) -> frozenset[str] | None:
        """Return the names of a sort: "objective" or "clause"."""
        return self.objectives if sort == "objective" else self.clauses


def read_guarded(folder: Path) -> Guarded:
    """Read the names of a deal folder; what is wrong with those files is their readers' to say.

    Parameters
    ----------
    folder
        The deal folder.
    """
    return Guarded(
        _ids((folder / name for name in OBJECTIVE_FILES), "objective"),
        _ids((folder / name for name in CLAUSE_FILES), "clause"),
    )


def _ids(paths: Iterable[Path], section: str) -> frozenset[str] | None:
    written: set[str] = set()
    was_read = False
    for path in paths:
        text = text_of(path)
        if text is None:
            continue
        opened = text if isinstance(text, Problem) else parsed(text, path.name)
        if isinstance(opened, Problem):
            return None
        written.update(ids_written(opened[0], section))
        was_read = True
    return frozenset(written) if was_read else None

"""Where made-up records may go: never over something that could be real."""

from pathlib import Path

from fairterms.outcomes.synthetic.columns import WRITTEN
from fairterms.outcomes.synthetic.history import RECORDS, STATEMENT, TRUTH
from fairterms.outcomes.synthetic.truth_file import made_up_files
from fairterms.outcomes.synthetic.writing import Form
from fairterms.units.problem import Problem


def obstacle(folder: Path, *, replace: bool) -> Problem | None:
    """Return why a group cannot be written to a folder; None when it can.

    Parameters
    ----------
    folder
        Where it is to go.
    replace
        Whether made-up records that are there may be replaced.
    """
    if folder.is_file():
        return _problem(
            folder,
            "this is a file, and a folder is needed",
            "a group is several files",
            "name a folder; it is made when it is not there",
        )
    there = _there(folder)
    if not there:
        return None
    ours = made_up(folder)
    if not ours or not there <= {*ours, folder / TRUTH}:
        return _problem(
            folder,
            "there are records here that were not made up here",
            "they could be those of real people, so they are never written over",
            "name another folder",
        )
    if not replace:
        return _problem(
            folder,
            "there are made-up records here already",
            "they are not written over unless you say so",
            "name another folder, or add --replace",
        )
    return None


def clear(folder: Path) -> None:
    """Take away the made-up records of an earlier group, so that none is left among the new."""
    for path in made_up(folder):
        path.unlink(missing_ok=True)


def made_up(folder: Path) -> set[Path]:
    """Return the files of a made-up group, as its truth names them, whether they are there or not.

    A truth may have been written by anybody: only names that a group can have are believed.
    """
    known = {f"{RECORDS}/{table}.{form}" for table in WRITTEN for form in Form} | {STATEMENT}
    return {folder / name for name in made_up_files(folder / TRUTH) if name in known}


def _there(folder: Path) -> set[Path]:
    """Return what stands where a group would be written."""
    records = folder / RECORDS
    inside = set(records.iterdir()) if records.is_dir() else {records} & set(folder.glob("*"))
    return inside | {path for path in (folder / TRUTH, folder / STATEMENT) if path.exists()}


def _problem(folder: Path, what: str, why: str, fix: str) -> Problem:
    return Problem(str(folder), 0, what, "folder-exists", why, fix)

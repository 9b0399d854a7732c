"""Read a plan's statement, whatever form it came in, and check it beside the terms."""

import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

from fairterms.contract.clause import Contract
from fairterms.reconcile.statement import checks, csv_statement, line_map_reader
from fairterms.reconcile.statement.csv_sheet import LARGEST, NOTHING, too_large
from fairterms.reconcile.statement.line_map import FILE, LineMap, named
from fairterms.reconcile.statement.statement import Statement
from fairterms.units.problem import Problem

FOLDER = "statements"
"""Where a deal folder keeps them."""

_TABLES = (".csv", ".tsv", ".txt", "")
_REMITTANCE = (".835", ".edi", ".x12")


def files(deal: Path) -> tuple[Path, ...]:
    """Return the statements of a deal folder, by name; the map is none of them."""
    folder = deal / FOLDER
    found = folder.iterdir() if folder.is_dir() else ()
    return tuple(sorted(path for path in found if path.is_file() and path.suffix != ".toml"))


def read_beside(
    path: Path, contract: Contract | None = None, *, own_room: bool = True
) -> Statement:
    """Read a statement with the ``map.toml`` that lies beside it; see :func:`read`."""
    return read(path, line_map_reader.read(path.parent), contract, own_room=own_room)


def read(
    path: Path,
    line_map: LineMap | None = None,
    contract: Contract | None = None,
    *,
    own_room: bool = True,
) -> Statement:
    """Read a statement.

    Parameters
    ----------
    path
        A table (CSV), a VBPR MeasureReport (JSON) or an X12 835; told apart by what is in it.
    line_map
        What the plan's columns and lines mean; without it they name ours themselves.
    contract
        The terms to check it beside; without them it is checked by itself.
    own_room
        Whether it is shown in the group's own room only; elsewhere nothing that is about 1 to 10
        people is read from a remittance.

    Returns
    -------
    Statement
        What can be used of it, with every problem of the file and of the map; see
        :func:`fairterms.reconcile.statement.checks.is_note` for those that only inform.

    """
    line_map = line_map or LineMap()
    if not path.is_file():
        fix = "check its name; statements of a deal lie in its folder statements"
        return _unreadable(path.name, "there is no such file", "no-statement", fix)
    if any(problem.code in {"not-toml", "not-text"} for problem in line_map.problems):
        return Statement(path.name, (), problems=line_map.problems)
    statement = checks.alone(_in_its_format(path, line_map, own_room=own_room))
    if contract is not None and statement.lines:
        statement = checks.against(statement, contract, line_map.contract_names)
    return replace(statement, problems=(*line_map.problems, *statement.problems))


def _in_its_format(path: Path, line_map: LineMap, *, own_room: bool) -> Statement:
    """Read a file by what it begins with; its name only decides where that says nothing."""
    with path.open("rb") as file:
        begins = file.read(_LOOKED_AT).removeprefix(b"\xef\xbb\xbf").lstrip()
    if (begins.startswith(b"ISA") and not begins[3:4].isalnum()) or path.suffix in _REMITTANCE:
        # Only remittances need the library that reads them.
        from fairterms.reconcile.statement import remittance_statement  # noqa: PLC0415

        return _named(remittance_statement.read(path, own_room=own_room), line_map)
    if begins.startswith((b"{", b"[")) or path.suffix.lower() == ".json":
        return _named(_json(path), line_map)
    if path.suffix.lower() not in _TABLES or begins.startswith((b"PK\x03\x04", b"%PDF")):
        what = "this kind of file is not read as a statement"
        fix = 'ask the plan for it as CSV, or save its table as "CSV UTF-8"'
        return _unreadable(path.name, what, "no-such-format", fix)
    with path.open("rb") as file:
        return csv_statement.read(file.read(LARGEST + 1), path.name, line_map)


_LOOKED_AT = 1000


def _named(statement: Statement, line_map: LineMap) -> Statement:
    lines = [line.plan for line in line_map.lines if line.ours]
    return named(checks.not_there(statement, lines), line_map)


def _vbpr(text: str, file: str) -> Statement:
    # Its code lists are read only when a report is.
    from fairterms.reconcile.statement import vbpr  # noqa: PLC0415

    return vbpr.read_report(text, file)


RESOURCES: Mapping[str, Callable[[str, str], Statement]] = {"MeasureReport": _vbpr}
"""The kinds of JSON that are statements, and who reads each."""


def _json(path: Path) -> Statement:
    if path.stat().st_size > LARGEST:
        return Statement(path.name, (), problems=(too_large(path.name),))
    try:
        text = path.read_text(encoding="utf-8-sig")
        document = json.loads(text)
    except (UnicodeDecodeError, json.JSONDecodeError, RecursionError):
        what, fix = "the file is not JSON", "ask the plan for the file again"
        return _unreadable(path.name, what, "not-json", fix)
    kind = document.get("resourceType") if isinstance(document, dict) else None
    reader = RESOURCES.get(kind) if isinstance(kind, str) else None
    if reader is None:
        what = "the file is JSON, but no MeasureReport"
        fix = f"give the MeasureReport itself, or a CSV that {FILE} explains"
        return _unreadable(path.name, what, "no-such-format", fix)
    return reader(text, path.name)


def _unreadable(file: str, what: str, code: str, fix: str) -> Statement:
    return Statement(file, (), problems=(Problem(file, 0, what, code, NOTHING, fix),))

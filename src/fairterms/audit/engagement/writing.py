"""New entries of ``audit.toml``, as text added at its end; what stands there is not touched."""

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from fairterms.audit.engagement.reader import OWN, SHARED, read_text
from fairterms.audit.engagement.soundness import UNFINISHED
from fairterms.correspondence.entry import EvidenceFile
from fairterms.units.problem import Problem
from fairterms.units.refusal import Refusal

Value = str | date | bool | int | Sequence[str] | Sequence[EvidenceFile] | Mapping[str, str] | None
Fields = Mapping[str, Value]
HEADS = ("programme", "shared")
SCOPE = "scope."


def entry(section: str, fields: Fields) -> str:
    r"""Write one entry as TOML.

    Parameters
    ----------
    section
        Such as ``"finding"``, or ``"scope.standard"``.
    fields
        What it says, in order; empty words and lists are left out, 0 and false are not.

    Examples
    --------
    >>> print(entry("issue", {"finding": "order", "on": date(2028, 9, 20), "by": ""}), end="")
    [[issue]]
    finding = "order"
    on = 2028-09-20
    """
    is_single = section in HEADS or section.startswith(SCOPE)
    head = f"[{section}]" if is_single else f"[[{section}]]"
    lines = [f"{key} = {_toml(value)}" for key, value in fields.items() if not _is_empty(value)]
    return "\n".join((head, *lines, ""))


def appended(text: str, section: str, fields: Fields) -> str:
    """Return the file's text with one more entry at its end, as :func:`extended` does."""
    return extended(text, ((section, fields),))


def extended(text: str, entries: Iterable[tuple[str, Fields]]) -> str:
    """Return the file's text with more entries at its end.

    Parameters
    ----------
    text
        The file as it is; empty for a new one.
    entries
        Section and fields of each, as in :func:`entry`.

    Raises
    ------
    Refusal
        When a new entry has a problem, or makes one that no later entry mends; what was wrong
        before is not its matter.
    """
    grown, section = text, ""
    for section, fields in entries:
        known = (*HEADS, *OWN, *SHARED)
        assert section in known or section.startswith(SCOPE), f"there is no section {section}"
        start = f"{grown.rstrip()}\n\n" if grown.strip() else ""
        grown = start + entry(section, fields)
    before = Counter(map(_sort, read_text(text).problems))
    for one in read_text(grown).problems:
        if one.code in UNFINISHED:
            continue
        if before[_sort(one)] <= 0:
            raise Refusal(section, one.what, one.why, one.fix)
        before[_sort(one)] -= 1
    return grown


def _sort(problem: Problem) -> tuple[str, str]:
    """Return what makes two problems the same, whatever their lines."""
    return problem.code, problem.what


def _is_empty(value: Value) -> bool:
    return value is None or (not isinstance(value, bool | int | date) and not value)


def _toml(value: Value) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, str | int) or value is None:
        return _words(value)
    if isinstance(value, Mapping):
        return _table(value)
    return f"[{', '.join(_part(one) for one in value)}]"


def _part(value: str | EvidenceFile) -> str:
    if isinstance(value, EvidenceFile):
        return _table({"file": value.file, "sha256": value.sha256})
    return _words(value)


def _table(value: Mapping[str, str]) -> str:
    return f"{{ {', '.join(f'{key} = {_words(one)}' for key, one in value.items())} }}"


def _words(value: object) -> str:
    """Write words as TOML: escaped as those of JSON, and one character more."""
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")

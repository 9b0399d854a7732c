"""Lists of codes a measure asks for, read from the user's own file.

Code lists are licensed to whoever uses them; none is shipped.
"""

import csv
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from fairterms.reference.clinical.code import Code
from fairterms.units.refusal import Refusal

COLUMNS = ("value_set", "name", "system", "code")
"""The columns of the file: the list's number, its name, the code system, the code."""

_WHERE = (
    "download the value sets of the measure's own year from the Value Set Authority Center of the "
    "National Library of Medicine (a free UMLS licence is needed) as a CSV with the columns "
    + ", ".join(COLUMNS)
)


@dataclass(frozen=True)
class ValueSets:
    """Lists of codes by name and by number (OID).

    Examples
    --------
    >>> sets = ValueSets.of({"Screens": (Code("http://loinc.org", "73832-8"),)})
    >>> sets["Screens"]
    frozenset({Code(system='loinc', code='73832-8')})
    >>> sets["Visits"]
    Traceback (most recent call last):
    fairterms.units.refusal.Refusal: value set "Visits": not in the file
    ...
    """

    codes: Mapping[str, frozenset[Code]] = field(default_factory=dict)

    @classmethod
    def of(cls, codes: Mapping[str, Iterable[Code]]) -> "ValueSets":
        """Return the lists given."""
        return cls({name: frozenset(members) for name, members in codes.items()})

    @classmethod
    def read(cls, path: Path) -> "ValueSets":
        """Read the lists of a CSV file.

        Parameters
        ----------
        path
            With the columns ``value_set``, ``name``, ``system``, ``code``; one row a code.

        Raises
        ------
        Refusal
            When a column is missing or the file cannot be read as text.
        """
        found: dict[str, set[Code]] = {}
        try:
            with path.open(newline="", encoding="utf-8-sig") as file:
                rows = csv.DictReader(file)
                missing = [name for name in COLUMNS if name not in (rows.fieldnames or ())]
                if missing:
                    raise _unusable(path.name, f"the column {missing[0]} is missing")
                for row in rows:
                    code = Code(row["system"] or "", row["code"] or "")
                    for key in {row["value_set"] or "", row["name"] or ""} - {""}:
                        found.setdefault(key, set()).add(code)
        except (UnicodeDecodeError, csv.Error):
            raise _unusable(path.name, "it is no CSV file in UTF-8") from None
        return cls.of(found)

    def __getitem__(self, name: str) -> frozenset[Code]:
        if name not in self.codes:
            raise Refusal(
                f'value set "{name}"',
                "not in the file",
                "without its codes nobody can tell which records the measure means",
                _WHERE,
            )
        return self.codes[name]

    def __contains__(self, name: str) -> bool:
        return name in self.codes

    def any_of(self, *names: str) -> frozenset[Code]:
        """Return the codes of several lists together."""
        return frozenset().union(*(self[name] for name in names))


def _unusable(name: str, what: str) -> Refusal:
    return Refusal(name, what, "the value sets cannot be read without it", _WHERE)

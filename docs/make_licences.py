"""Make the list of licences from the packages that are locked and installed.

It stops when a package has a licence that is not among those allowed for its use. Run it in the
environment of `python3 start.py test`, which has everything that is locked.
"""

import re
from dataclasses import dataclass
from email import message_from_string
from email.message import Message
from importlib import metadata
from pathlib import Path

DOCS = Path(__file__).parent
REQUIREMENTS = DOCS.parent / "requirements"
PERMISSIVE = frozenset(
    "0BSD Apache-2.0 BSD BSD-2-Clause BSD-3-Clause CC0-1.0 ISC MIT MIT-0 PSF-2.0 Zlib".split()  # noqa: SIM905 - read as a line
)
ON_ITS_FILES = frozenset({"MPL-2.0"})
"""Asks for changes to its own files alone; we change none."""


@dataclass(frozen=True)
class Use:
    """What a lock is for, and what its packages may ask of us."""

    lock: str
    title: str
    allowed: frozenset[str]
    note: str


USES = (
    Use("run", "The core", PERMISSIVE | ON_ITS_FILES, "What `pip install fairterms` brings along."),
    Use(
        "web",
        "The workspace",
        PERMISSIVE | ON_ITS_FILES,
        "What `fairterms[web]` adds to the core.",
    ),
    Use(
        "postgres",
        "PostgreSQL",
        PERMISSIVE | {"LGPL-3.0-only"},
        "What `fairterms[web,postgres]` adds. The LGPL lets any program use the library as it is; "
        "who passes the library on must pass its licence on with it.",
    ),
    Use(
        "dev",
        "Tests and house rules",
        PERMISSIVE | ON_ITS_FILES | {"GPL-2.0-only"},
        "Programs for those who work on Fairterms. None is imported by it or handed out with it.",
    ),
)
SAYS = {
    "Apache License": "Apache-2.0",
    "Apache 2.0": "Apache-2.0",
    "Apache Software License": "Apache-2.0",
    "BSD 2-Clause License": "BSD-2-Clause",
    "BSD License": "BSD",
    "BSD-3-Clause, Apache-2.0, dependency licenses": "BSD-3-Clause AND Apache-2.0",
    "ISC License": "ISC",
    "ISC License (ISCL)": "ISC",
    "MIT License": "MIT",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    "PSFL": "PSF-2.0",
    "Python Software Foundation License": "PSF-2.0",
}
"""What packages write instead of the usual short name."""
ELSEWHERE = {"colorama": "BSD-3-Clause", "tzdata": "Apache-2.0"}
"""Packages that only other systems install, so that their files cannot be read here."""


def page() -> str:
    """Return the page, in Markdown."""
    found = "".join(_section(use, packages) for use, packages in by_use().items())
    return (
        "# Licences\n\nMade by `docs/make_licences.py` from what the packages themselves declare; "
        "a licence that is not allowed for its use fails the build. What is not locked "
        "(`fairterms[fast]`, `[ocr]`, `[spark]`) stands in decision 7, what comes only where it is "
        "asked for (`[reserving]`) in decision 32, files of others in this "
        f"repository beside a licence file of their own.\n{found}"
    )


def by_use() -> dict[Use, dict[str, str]]:
    """Return each lock's packages that no lock before it has, with their licences."""
    seen: set[str] = set()
    found: dict[Use, dict[str, str]] = {}
    for use in USES:
        names = locked((REQUIREMENTS / f"{use.lock}.txt").read_text(encoding="utf-8"))
        found[use] = {name: licence(name) for name in names if name not in seen}
        seen |= set(names)
    return found


def locked(text: str) -> list[str]:
    """Return the names a lock pins, sorted, each once."""
    return sorted(set(re.findall(r"^([A-Za-z0-9._-]+)(?:\[[^\]]*\])?==", text, flags=re.MULTILINE)))


def licence(name: str) -> str:
    """Return what a package declares; a short name, or several joined by AND or OR."""
    if name in ELSEWHERE:
        return ELSEWHERE[name]
    return declared(message_from_string(metadata.distribution(name).read_text("METADATA") or ""))


def declared(said: Message) -> str:
    """Read a package's licence where packages put it: the newest place first."""
    expression = said.get("License-Expression")
    if expression:
        return str(expression)
    first = str(said.get("License") or "").split("\n", maxsplit=1)[0].strip()
    if SAYS.get(first, first) and _is_name(SAYS.get(first, first)):
        return SAYS.get(first, first)
    classes = [
        str(one).rsplit(" :: ", maxsplit=1)[-1]
        for one in said.get_all("Classifier", [])
        if str(one).startswith("License ::")
    ]
    return " AND ".join(sorted(SAYS.get(one, one) for one in classes)) or "not declared"


def _is_name(text: str) -> bool:
    return text in PERMISSIVE | ON_ITS_FILES or text in SAYS.values()


def is_allowed(expression: str, allowed: frozenset[str]) -> bool:
    """Tell whether one of the choices asks for nothing but what is allowed.

    Examples
    --------
    >>> is_allowed("MIT OR GPL-3.0-only", frozenset({"MIT"}))
    True
    >>> is_allowed("MIT AND GPL-3.0-only", frozenset({"MIT"}))
    False
    """
    choices = [choice.split(" AND ") for choice in expression.split(" OR ")]
    return any(all(part.strip() in allowed for part in parts) for parts in choices)


def refused() -> list[str]:
    """Name each package with a licence that its use does not allow."""
    return [
        f"{name} ({use.lock}.txt): {found}"
        for use, packages in by_use().items()
        for name, found in packages.items()
        if not is_allowed(found, use.allowed)
    ]


def _section(use: Use, packages: dict[str, str]) -> str:
    rows = "".join(f"| {name} | {found} |\n" for name, found in packages.items())
    return f"\n## {use.title}\n\n{use.note}\n\n| Package | Licence |\n| --- | --- |\n{rows}"


def main() -> None:
    """Write the page, or say what may not be used."""
    found = refused()
    if found:
        raise SystemExit("These licences are not allowed for their use:\n  " + "\n  ".join(found))
    (DOCS / "licences.md").write_text(page(), encoding="utf-8")


if __name__ == "__main__":
    main()

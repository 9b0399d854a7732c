"""Texts to begin with: those of the core's starter folder, and two that it has none of."""

import re
from functools import lru_cache
from importlib.resources import files
from typing import Final

from fairterms_web.jobs.wording import on_a_page
from fairterms_web.terms.access import SCRIPTS

_SCRIPT: Final = """\
# A worked example that both sides agree on: figures in, amounts out, to the last digit.
title = "Say here what this example shows"

[given]
# member_months = "1,200 member-months"

[expect]
# payable = "$0.00"
"""
_OFFER: Final = """\
# Changes to the terms on the table, to be weighed together. The terms stay as they are.
title = "Our first offer"

[[change]]
clause = "the id of a clause"
term = "the name of a term"
value = "5 %"
why = "say why, in your own words"
"""
_FIGURES: Final = "scenarios/expected.toml"
SINGLE: Final = (
    "terms.toml",
    "deal.toml",
    "forecast.toml",
    "positions.toml",
    "responsibilities.toml",
    "risks.toml",
)
"""Files of which a folder holds one."""
MANY: Final = {
    "scripts": ("A test script", _SCRIPT),
    "scenarios": ("A set of figures", ""),
    "offers": ("An offer", _OFFER),
}
"""Folders of which each may hold many files: what one of them is called, and its text."""
_NAME: Final = re.compile(r"[a-z0-9][a-z0-9_-]{0,59}")


class NoSuchStart(ValueError):
    """A file that cannot be begun so; says why, for the one who tried."""


def path_for(folder: str, name: str) -> str:
    """Return the path of a new file.

    Parameters
    ----------
    folder
        One of :data:`MANY`; empty for one of :data:`SINGLE`.
    name
        Of the file, with or without its ending.

    Raises
    ------
    NoSuchStart
        When the folder is none of these, or the name is not plain.

    Examples
    --------
    >>> path_for("scripts", "minimum-met")
    'scripts/minimum-met.toml'
    """
    if not folder and name in SINGLE:
        return name
    if folder not in MANY:
        raise NoSuchStart("Choose what you want to begin.")
    plain = name.strip().lower().replace(" ", "-").removesuffix(".toml")
    if not _NAME.fullmatch(plain):
        raise NoSuchStart("Give it a short name of letters, digits and hyphens: minimum-met.")
    return f"{folder}/{plain}.toml"


@lru_cache(maxsize=len(SINGLE) + len(MANY))
def start_of(path: str) -> str:
    """Return the text a new file begins with.

    Examples
    --------
    >>> start_of("scripts/anything.toml").splitlines()[1]
    'title = "Say here what this example shows"'
    """
    folder = path.partition("/")[0] if "/" in path else ""
    if path.startswith(SCRIPTS) or folder == "offers":
        return MANY[folder][1]
    wanted = _FIGURES if folder == "scenarios" else path
    assert folder or path in SINGLE, "a path from path_for"
    place = files("fairterms.cli").joinpath("starter", *wanted.split("/"))
    return on_a_page(place.read_text(encoding="utf-8"))

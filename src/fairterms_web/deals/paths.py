"""Names of files in a deal folder: plain, relative, and the same on every machine."""

import re
import unicodedata

LONGEST = 240
DEEPEST = 6
LONGEST_NAME = 255
"""Bytes of one name that file systems store."""
_FORBIDDEN = re.compile(r'[<>:"\\|?*]')
_DEVICES = {"con", "prn", "aux", "nul"} | {f"{one}{n}" for one in ("com", "lpt") for n in range(10)}


class BadPath(ValueError):
    """A name that is not taken into a deal folder; says why, for the one who gave it."""


def safe_path(given: str) -> str:
    """Return a path inside a deal folder in its one form.

    Parameters
    ----------
    given
        Such as ``contract/01-agreement.pdf``; parts are split by "/".

    Raises
    ------
    BadPath
        When it leads out of the folder, or some machine could not store it.

    Examples
    --------
    >>> safe_path("contract/01-agreement.pdf")
    'contract/01-agreement.pdf'
    >>> safe_path("../keys")
    Traceback (most recent call last):
    ...
    fairterms_web.deals.paths.BadPath: “../keys” leads out of the folder
    """
    path = unicodedata.normalize("NFC", given)
    parts = path.split("/")
    shown = given if given.isprintable() else ascii(given)[1:-1]
    if path.startswith("/") or ".." in parts:
        raise BadPath(f"“{shown}” leads out of the folder")
    if len(path) > LONGEST or len(parts) > DEEPEST:
        raise BadPath(f"“{shown[:60]}…” is too long or too deep")
    if not all(_is_name(one) for one in parts):
        raise BadPath(f"“{shown}” is not a name every machine can store")
    return path


def _is_name(part: str) -> bool:
    if not part or part == "." or _FORBIDDEN.search(part) or part != part.strip():
        return False
    # Neither what controls a terminal nor what turns the direction of reading around.
    if any(unicodedata.category(one).startswith(("C", "Zl", "Zp")) for one in part):
        return False
    if len(part.encode()) > LONGEST_NAME:
        return False
    return not part.endswith(".") and part.partition(".")[0].lower() not in _DEVICES

"""Office files are packed folders: packed again here so that the clock leaves no trace."""

from __future__ import annotations

import io
import re
import zipfile
from typing import Final

_DAY: Final = (1980, 1, 1, 0, 0, 0)
_MODIFIED: Final = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*(</dcterms:modified>)")
_CREATED: Final = re.compile(rb"<dcterms:created[^>]*>([^<]*)</dcterms:created>")


def without_dates(packed: bytes) -> bytes:
    """Pack the parts again with one date, so that the same report gives the same bytes.

    Parameters
    ----------
    packed
        A .docx or .xlsx file.

    Returns
    -------
    bytes
        The same parts in the same order. Libraries note the moment of writing as the day it was
        modified: that becomes the day it was created.
    """
    written = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(packed)) as old,
        zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            part = old.read(name)
            if name == "docProps/core.xml":
                part = _settle(part)
            new.writestr(zipfile.ZipInfo(name, _DAY), part, zipfile.ZIP_DEFLATED)
    return written.getvalue()


def _settle(part: bytes) -> bytes:
    created = _CREATED.search(part)
    return _MODIFIED.sub(rb"\g<1>" + created[1] + rb"\g<2>", part) if created else part

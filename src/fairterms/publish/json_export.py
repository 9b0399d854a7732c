"""A report as JSON: the same value, for programs and for tests."""

from __future__ import annotations

import json
import re

from fairterms.publish.page import Report
from fairterms.publish.tree import as_tree


def render(report: Report) -> str:
    """Write a report as JSON.

    Parameters
    ----------
    report
        Any report.

    Returns
    -------
    str
        Indented JSON with a line break at the end. Keys stand in the order of the records'
        fields, so that the same report gives the same text.

    Raises
    ------
    ValueError
        If a chart holds a number that JSON does not know (infinity, not-a-number).

    Examples
    --------
    >>> from fairterms.publish.page import Prose
    >>> print(render(Report(title="Cedar", blocks=(Prose("Negotiate."),))).splitlines()[1])
      "title": "Cedar",
    """
    text = json.dumps(as_tree(report), ensure_ascii=False, indent=2, allow_nan=False)
    # Half a surrogate pair, as damaged PDF files give, cannot be written as UTF-8.
    return re.sub("[\ud800-\udfff]", lambda half: f"\\u{ord(half[0]):04x}", text) + "\n"

"""Headings, in which a whole short clause may stand: "4. Plan complies with the parity law."."""

import re

from fairterms.review.context import Reading


def say(reading: Reading, *patterns: "re.Pattern[str]") -> bool:
    """Say whether a heading holds one of the patterns; a sign of it forbids to call it absent.

    Parameters
    ----------
    reading
        The agreement.
    patterns
        What clears an absence.
    """
    titles = (section.title for document in reading.documents for section in document.sections)
    return any(pattern.search(title) for title in titles if title for pattern in patterns)

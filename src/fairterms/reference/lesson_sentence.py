"""How a report says which section of a training explains what it shows.

A report has no addresses: it is printed and sent. Where it is shown on a page that has the training
as well, these words are what leads there.
"""

import re

from fairterms.reference.lesson_links import LessonLink

EXPLAINED = re.compile(r"Explained in training (\d+), section (\d+)")
"""The words of :func:`explained` that name a training and a section, as its two groups."""


def explained(link: LessonLink | None) -> str:
    """Say in one sentence where something is explained.

    Parameters
    ----------
    link
        Of :mod:`fairterms.reference.lesson_links`; None where no training explains it.

    Returns
    -------
    str
        Empty where there is nothing to say.

    Examples
    --------
    >>> explained(LessonLink(4, "Good faith", 5, "Whistleblower protection"))
    'Explained in training 4, section 5: Whistleblower protection.'
    >>> explained(None)
    ''
    """
    if link is None:
        return ""
    end = "" if link.section_title.endswith(("?", "!", ".")) else "."
    return f"Explained in training {link.number}, section {link.section}: {link.section_title}{end}"

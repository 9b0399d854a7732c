"""The section of a clause as a reader would cite it: "3.5", "Exhibit D, D-1.2", "page 4"."""

import re

from fairterms.review.passages import Passage

_OWN_NUMBER = re.compile(r"^[ \t]*(?P<number>[A-Z]{1,2}-\d+(?:\.\d+)*)(?=[.\s])", re.MULTILINE)
_DOTTED = re.compile(r"\d+(?:\.\d+)+")


def of(passage: Passage) -> str:
    """Return the section; in an exhibit, with the number that starts its paragraph."""
    document, sentence = passage.document, passage.sentence
    if sentence.section < 0:
        return document.locator(sentence.start)
    section = document.sections[sentence.section]
    if _DOTTED.fullmatch(section.label):
        return section.label
    numbered = _OWN_NUMBER.findall(document.text, 0, sentence.start + 1)
    own = _OWN_NUMBER.match(document.text, sentence.start)
    label = own["number"] if own else (numbered[-1] if numbered else "")
    attachment = f"Exhibit {label.partition('-')[0]}"
    around = [one.label for one in document.sections if one.start <= sentence.start < one.end]
    if label and attachment in around:
        return f"{attachment}, {label}"
    return section.label or document.locator(sentence.start)

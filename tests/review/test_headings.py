"""Headings, in which a whole short clause may stand."""

import re

from fairterms.review import headings
from tests.review.conftest import Read, agreement


def test_a_clause_that_looks_like_a_heading_is_heard(read_all: Read) -> None:
    reading = read_all(agreement("Plan complies with the Mental Health Parity Act."))
    assert headings.say(reading, re.compile("Parity")) is True
    assert headings.say(reading, re.compile("Retaliation"), re.compile("Gag")) is False

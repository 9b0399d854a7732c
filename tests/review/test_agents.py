"""Whom a clause names."""

import pytest

from fairterms.review import agents
from fairterms.review.parties import Parties, Side
from tests.review.conftest import Read, agreement


@pytest.fixture
def parties(read_all: Read) -> Parties:
    return read_all(agreement()).parties


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("as determined by Plan in its discretion", Side.PLAN),
        ("as determined by Plan's Medical Director", Side.PLAN),
        ("as determined by the Health Plan", Side.PLAN),
        ("as determined by Provider", Side.GROUP),
        ("as determined by Plan and Provider", Side.BOTH),
        ("as determined by the parties", Side.BOTH),
        ("as determined by either party", Side.BOTH),
        ("as determined by the State Agency with which Plan has a contract", Side.OTHER),
        ("as determined by law, and Plan may act", Side.OTHER),
        ("as determined by to which Plan agrees", Side.UNNAMED),
        ("as determined by", Side.UNNAMED),
        ("as determined by and described in Plan's papers", Side.UNNAMED),
    ],
)
def test_whom_a_text_names_after_by(parties: Parties, text: str, side: Side) -> None:
    assert agents.after(parties, text, text.index(" by") + 3) is side


def test_the_last_name_before_a_word_and_the_first_after_it(parties: Parties) -> None:
    text = "Provider asks, and Plan answers at its discretion what Provider shall do."
    place = text.index("its")
    assert agents.before(parties, text, place) is Side.PLAN
    assert agents.first(parties, text, place) is Side.GROUP
    assert agents.before(parties, "It rains.", 9) is Side.OTHER
    assert agents.first(parties, "It rains.", 0) is Side.OTHER

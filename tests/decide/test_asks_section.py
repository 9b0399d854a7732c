"""The asks in the decision: all in the table, the first with their words."""

from pathlib import Path
from types import SimpleNamespace

from fairterms.decide.asks_section import MOST_WORDS, asks_section
from fairterms.negotiate.ask.book import draw_up
from fairterms.negotiate.ask.stake import stakes
from tests.decide.small_basis import basis_of
from tests.negotiate.ask.made_up import grounds
from tests.prepare.findings import seen
from tests.simulate.small_outlook import table_of, words_of


def test_every_ask_stands_in_the_table_and_the_first_have_their_words() -> None:
    checks = list(stakes())[: MOST_WORDS + 2]
    book = draw_up(grounds(tuple(seen(one) for one in checks), has_years=False))
    deal = SimpleNamespace(folder=Path("deals/small"))
    blocks = asks_section(basis_of(position=SimpleNamespace(asks=book), deal=deal))
    assert len(table_of(blocks, "asks-table").rows) == MOST_WORDS + 2
    words = words_of(blocks)
    assert words.count("fairterms negotiate deals/small --ask") == MOST_WORDS
    assert "The words of the other asks are in the brief: " in words

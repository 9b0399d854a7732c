"""The asks in the decision: all in the table, the first with their words."""

from pathlib import Path
from types import SimpleNamespace

from fairterms.decide.asks_section import MOST_WORDS, asks_section
from fairterms.decide.basis import Basis
from fairterms.decide.rule import Answer
from fairterms.negotiate.ask.book import AskBook, draw_up
from fairterms.negotiate.ask.stake import stakes
from tests.decide.small_basis import basis_of
from tests.negotiate.ask.made_up import grounds
from tests.prepare.findings import seen
from tests.simulate.small_outlook import table_of, words_of


def decided(book: AskBook, deal: object, answer: Answer = Answer.NEGOTIATE) -> Basis:
    decision = SimpleNamespace(answer=answer)
    return basis_of(position=SimpleNamespace(asks=book), deal=deal, decision=decision)


def test_every_ask_stands_in_the_table_and_the_first_have_their_words() -> None:
    checks = list(stakes())[: MOST_WORDS + 2]
    book = draw_up(grounds(tuple(seen(one) for one in checks), has_years=False))
    deal = SimpleNamespace(folder=Path("deals/small"), offer=None)
    blocks = asks_section(decided(book, deal))
    assert len(table_of(blocks, "asks-table").rows) == MOST_WORDS + 2
    words = words_of(blocks)
    assert words.count("fairterms negotiate deals/small --ask") == MOST_WORDS
    assert "The words of the other asks are in the brief: " in words


def test_a_price_of_changed_terms_is_worked_out_again_with_the_same_offer(tmp_path: Path) -> None:
    book = draw_up(grounds((seen("loss-cap"),), has_years=False))
    offer = SimpleNamespace(file="second.toml")
    deal = SimpleNamespace(folder=tmp_path, offer=offer)
    basis = decided(book, deal)
    again = "--with second.toml --ask loss-cap"
    assert again in words_of(asks_section(basis))
    (tmp_path / "offers").mkdir()
    (tmp_path / "offers" / "second.toml").touch()
    kept = (tmp_path / "offers" / "second.toml").as_posix()
    assert f"--with {kept} --ask loss-cap" in words_of(asks_section(basis))


def test_a_text_that_can_be_signed_needs_none_of_its_asks() -> None:
    book = draw_up(grounds((seen("loss-cap"),), has_years=False))
    deal = SimpleNamespace(folder=Path("deals/small"), offer=None)
    said = "None of these is needed to sign."
    assert said in words_of(asks_section(decided(book, deal, Answer.SIGN)))
    for answer in (Answer.NEGOTIATE, Answer.WALK_AWAY):
        assert said not in words_of(asks_section(decided(book, deal, answer)))
    empty = draw_up(grounds((), has_years=False))
    assert said not in words_of(asks_section(decided(empty, deal, Answer.SIGN)))

"""The redline strikes what is replaced, keeps what only lacks something, and adds what is new."""

from fairterms.negotiate.ask.stake import stakes
from fairterms.negotiate.brief.redline import ADVICE, KEPT, passages, redline_blocks
from fairterms.publish.blocks import Block, Bullets, Heading, Prose
from fairterms.publish.inline import Deleted, Inserted, plain
from tests.negotiate.brief.made_up import ABSENT, OFFER, ask, book, quote


def runs(blocks: list[Block], sort: type) -> list[str]:
    return [
        run.text
        for one in blocks
        if isinstance(one, Prose) and isinstance(one.words, tuple)
        for run in one.words
        if isinstance(run, sort) and isinstance(run, Deleted | Inserted)
    ]


def text(blocks: list[Block]) -> str:
    told = [plain(one.words) for one in blocks if isinstance(one, Prose)]
    told += [plain(item) for one in blocks if isinstance(one, Bullets) for item in one.items]
    return "\n".join(told)


def test_quoted_words_are_struck_and_ours_stand_beside_them_with_place_and_fallback() -> None:
    words = quote("Plan may  amend\nat will.")
    blocks = redline_blocks(book(ask("amend-unilateral", words)), {words: "8.1"})
    assert runs(blocks, Deleted) == ["Plan may amend at will."]
    assert runs(blocks, Inserted) == [OFFER]
    assert "8.1 (agreement.pdf, page 3). Amend unilateral is settled." in text(blocks)
    assert "If refused: “Plan gives notice.”" in text(blocks)


def test_a_place_without_a_section_is_cited_by_its_page() -> None:
    words = quote()
    for places in ({}, {words: "page 3"}):
        told = text(redline_blocks(book(ask("amend-unilateral", words)), places))
        assert "\nagreement.pdf, page 3. " in f"\n{told}"


def test_an_absence_is_a_new_clause() -> None:
    blocks = redline_blocks(book(ask("loss-cap", ABSENT)), {})
    assert runs(blocks, Deleted) == []
    assert runs(blocks, Inserted) == [OFFER]
    assert "New. Loss cap is settled." in text(blocks)
    assert any(isinstance(one, Heading) and one.text == "New clauses" for one in blocks)


def test_words_that_only_lack_something_stay() -> None:
    blocks = redline_blocks(book(ask("prompt-pay", quote("Plan pays."))), {})
    assert runs(blocks, Deleted) == []
    assert "Plan pays. Both parties sign a change." in text(blocks)


def test_one_replacement_at_a_place_is_enough_to_strike_it() -> None:
    both = book(ask("prompt-pay", quote()), ask("amend-unilateral", quote()))
    blocks = redline_blocks(both, {})
    assert runs(blocks, Deleted) == ["Plan may do so."]
    assert runs(blocks, Inserted) == [OFFER, OFFER]


def test_advice_is_not_written_into_the_contract() -> None:
    blocks = redline_blocks(book(ask("slogan-rhetoric", quote("Better care."))), {})
    assert runs(blocks, Inserted) == runs(blocks, Deleted) == []
    assert f"To put right: {OFFER}" in text(blocks)


def test_no_words_are_struck_twice() -> None:
    inner, outer = quote("may", 5), quote("Plan may do so.")
    elsewhere = quote("Plan may do so.", 500, page=9)
    found, added = passages(
        book(ask("one", inner), ask("two", outer), ask("three", elsewhere), ask("four", inner))
    )
    assert [(one.quote, [each.id for each in one.asks]) for one in found] == [
        (outer, ["one", "two", "four"]),
        (elsewhere, ["three"]),
    ]
    assert added == ()


def test_places_come_in_the_order_of_the_text() -> None:
    late, early = quote("Late.", 900), quote("Early.", 10)
    found, _ = passages(book(ask("first-to-ask", late), ask("second", early)))
    assert [one.quote for one in found] == [early, late]


def test_other_places_are_named_and_beyond_four_counted() -> None:
    places = [quote("So.", start=100 * at, page=at + 1) for at in range(8)]
    told = text(redline_blocks(book(ask("amend-unilateral", *places)), {}))
    assert "The same is said at: agreement.pdf, page 2;" in told
    assert "page 5; and 3 more." in told
    assert "page 6" not in told


def test_an_ask_without_words_is_in_no_redline() -> None:
    (_, words) = redline_blocks(book(ask("withhold-rate", wording="")), {})
    assert isinstance(words, Prose)
    assert words.words == "There are no words to offer."


def test_every_check_with_a_mark_of_its_own_is_a_check() -> None:
    assert stakes().keys() >= KEPT | ADVICE.keys()
    assert not KEPT & ADVICE.keys()

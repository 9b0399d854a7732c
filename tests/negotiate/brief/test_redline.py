"""The redline strikes what is replaced, keeps what only lacks something, and adds what is new."""

from dataclasses import replace

from fairterms.negotiate.ask.stake import stakes
from fairterms.negotiate.brief.redline import ADVICE, KEPT, SIGNS, passages, redline_blocks
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


def test_quoted_words_are_struck_and_ours_stand_beside_them_with_their_place() -> None:
    words = quote("Plan may  amend\nat will.")
    blocks = redline_blocks(book(ask("amend-unilateral", words)), {words: "8.1"})
    assert runs(blocks, Deleted) == ["Plan may amend at will."]
    assert runs(blocks, Inserted) == [OFFER]
    assert "8.1 (agreement.pdf, page 3). We ask that amend unilateral is settled." in text(blocks)


def test_what_may_be_handed_over_never_says_what_comes_second() -> None:
    asks = (ask("amend-unilateral", quote()), ask("loss-cap", ABSENT), ask("vague-term", quote()))
    told = text(redline_blocks(book(*asks), {}))
    assert all(one.fallback and one.fallback.wording not in told for one in asks)
    assert "If refused" not in told


def test_the_plan_is_spoken_to_and_not_the_group() -> None:
    ours = replace(ask("audit", quote()), what="Ask that your auditor may look, as you did.")
    new = replace(ask("list", ABSENT), what="Ask that what you rely on is listed.")
    told = text(redline_blocks(book(ours, new), {}))
    assert "We ask that our auditor may look, as we did." in told
    assert "New. We ask that what we rely on is listed." in told


def test_words_are_not_written_behind_the_foot_of_a_form() -> None:
    found, added = passages(book(ask("standard-form-signs", quote("EX-1 Page 12 of 12"))))
    assert (found, [one.id for one in added]) == ((), ["standard-form-signs"])


def test_a_place_without_a_section_is_cited_by_its_page() -> None:
    words = quote()
    for places in ({}, {words: "page 3"}):
        told = text(redline_blocks(book(ask("amend-unilateral", words)), places))
        assert "\nagreement.pdf, page 3. " in f"\n{told}"


def test_an_absence_is_a_new_clause() -> None:
    blocks = redline_blocks(book(ask("loss-cap", ABSENT)), {})
    assert runs(blocks, Deleted) == []
    assert runs(blocks, Inserted) == [OFFER]
    assert "New. We ask that loss cap is settled." in text(blocks)
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
    assert stakes().keys() >= KEPT | ADVICE.keys() | SIGNS
    assert not KEPT & ADVICE.keys()

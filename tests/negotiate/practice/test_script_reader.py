"""The script that comes with the program: seven tactics, Cedar's clauses, plain words."""

import re
from pathlib import Path

import pytest

from fairterms.contract import deal as deals
from fairterms.document import quotes
from fairterms.document.reader import read_all
from fairterms.document.school_grade import grade
from fairterms.negotiate.practice import script_reader, wording
from fairterms.negotiate.practice.script import Worth
from fairterms.negotiate.practice.script_reader import read_text
from fairterms.units.finding import TACTICS
from tests.negotiate.practice.played import CEDAR, PRICES, SCRIPT

TEXT = Path(script_reader.__file__).with_name("script.toml").read_text(encoding="utf-8")


def spoken() -> list[str]:
    """Everything that is said or explained, as a reader sees it."""
    found = list(SCRIPT.intro)
    for one in SCRIPT.rounds:
        found += [each.words for each in one.says]
        for reply in one.replies:
            found += [reply.words, reply.why, *(each.words for each in reply.answers)]
    return found


def test_each_tactic_comes_in_a_round_that_comes_always() -> None:
    always = [one.tactic for one in SCRIPT.rounds if not one.follows and one.tactic]
    assert sorted(always) == sorted(TACTICS)


def test_each_round_of_a_tactic_has_a_good_a_weak_and_a_harmful_reply() -> None:
    for one in SCRIPT.rounds:
        if one.tactic:
            assert {reply.worth for reply in one.replies} == set(Worth), one.id
            assert len(one.replies) == 3


def test_the_good_reply_does_not_always_stand_in_the_same_place() -> None:
    places = [
        [reply.worth for reply in one.replies].index(Worth.GOOD) for one in SCRIPT.rounds if one.ask
    ]
    assert set(places) == {0, 1, 2}
    assert max(places.count(one) for one in range(3)) <= 6


def test_the_last_round_offers_every_end() -> None:
    ends = [one.end for one in SCRIPT.rounds[-1].replies]
    assert set(map(str, ends)) == {"agreed", "walked away", "deferred"}


def test_every_quote_stands_in_cedars_contract_and_in_its_section() -> None:
    (document,) = read_all([CEDAR / "contract" / "01-agreement.pdf"])[0]
    for one in SCRIPT.rounds:
        found = quotes.find(document, one.quote)
        assert found, one.id
        number = one.section.split()[-1]
        before = document.text[max(0, found[0].start - 700) : found[0].end]
        assert number in before, (one.id, number)


def test_the_must_haves_that_are_left_out_are_told() -> None:
    appetite = deals.read(CEDAR).appetite
    assert appetite is not None
    needed = appetite.must_haves
    within = [one for one in needed if one in SCRIPT.asks]
    assert (len(SCRIPT.asks), len(within), len(needed) - len(within)) == (7, 2, 3)
    assert "seven points. Two of them are must-haves of Cedar." in " ".join(SCRIPT.intro)
    assert "names three more, which this practice leaves out." in " ".join(SCRIPT.intro)


def test_no_dollars_are_typed_into_the_script() -> None:
    for quoted in re.findall(r"^(?:words|says|why|intro).*$", TEXT, re.MULTILINE):
        assert "$" not in quoted


def test_every_blank_is_filled() -> None:
    assert not [text for text in spoken() if "{" in text or "}" in text]
    assert any("$120,640" in text for text in spoken())


def test_every_ask_has_its_price() -> None:
    assert set(SCRIPT.asks) == PRICES.asks.keys()


def test_the_words_are_plain() -> None:
    assert grade(" ".join(spoken())) <= 7
    assert max(grade(text) for text in spoken() if len(text.split()) > 12) <= 11.5


def test_every_section_that_is_named_stands_in_the_training() -> None:
    titles = {one.id: wording.lesson_link(SCRIPT, one).section_title for one in SCRIPT.rounds}
    assert titles["network"] == titles["limit"] == "Seven tactics and replies"
    assert titles["portal"].startswith("Better, cheaper, faster")
    assert titles["changes"].startswith("Safeguards")
    assert titles["withhold"].startswith("Interests")
    assert titles["closing"].startswith("Readiness")


def test_nobody_is_accused() -> None:
    told = " ".join(spoken()).lower()
    assert not re.findall(
        r"\b(?:lie|lies|liar|cheat\w*|fraud|bad faith|deceiv\w*|trick\w*)\b", told
    )


def test_a_round_that_follows_nothing_is_our_mistake() -> None:
    with pytest.raises(AssertionError, match="it follows a round"):
        read_text(TEXT.replace('follows = "portal"', 'follows = "nothing"'))


def test_a_tactic_that_does_not_exist_is_our_mistake() -> None:
    with pytest.raises(AssertionError, match="a tactic has its name"):
        read_text(TEXT.replace('tactic = "ratcheting"', 'tactic = "ratchet"'))
    with pytest.raises(AssertionError, match="a question has its name"):
        read_text(TEXT.replace('"gf_q11"', '"gf_q91"'))

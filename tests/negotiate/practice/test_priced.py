"""Prices of the practice: taken from the asks, kept as text, and only for the files they are of."""

import shutil
from pathlib import Path

import pytest

from fairterms.contract import deal as deals
from fairterms.decide.basis import gather
from fairterms.negotiate.ask.ask import Ask, Fallback
from fairterms.negotiate.ask.ask_price import AskPrice, Sort
from fairterms.negotiate.practice.priced import (
    Prices,
    hash_of,
    kept_prices,
    priced,
    read_text,
    text_of,
    worth,
)
from fairterms.negotiate.practice.script_reader import own_script
from fairterms.simulate.drivers.outcome import Outcome
from fairterms.simulate.results.estimate import Estimate
from tests.negotiate.practice.played import CEDAR, PRICES, SCRIPT


def dealt(folder: Path) -> Path:
    """A folder with what prices are worked out from."""
    (folder / "contract").mkdir()
    (folder / "contract" / "a.txt").write_text("We pay.")
    (folder / "terms.toml").write_text("a = 1")
    return folder


def test_the_kept_prices_are_of_the_sample_as_it_is() -> None:
    assert kept_prices().of == hash_of(CEDAR), (
        "run: fairterms practice examples/cedar --answers FILE --prices "
        "src/fairterms/negotiate/practice/prices.toml"
    )


def test_other_terms_or_another_contract_have_another_hash(tmp_path: Path) -> None:
    folder = dealt(tmp_path)
    seen = {hash_of(folder)}
    (folder / "terms.toml").write_text("a = 2")
    seen.add(hash_of(folder))
    (folder / "contract" / "a.txt").write_text("We may pay.")
    seen.add(hash_of(folder))
    (folder / "contract" / "a.txt").rename(folder / "contract" / "b.txt")
    seen.add(hash_of(folder))
    assert len(seen) == 4


def test_the_log_of_the_talks_changes_no_price(tmp_path: Path) -> None:
    folder = dealt(tmp_path)
    before = hash_of(folder)
    (folder / "log.toml").write_text("")
    assert hash_of(folder) == before


def test_prices_are_the_same_after_they_were_written() -> None:
    assert read_text(text_of(PRICES)) == PRICES
    assert text_of(read_text(text_of(PRICES))) == text_of(PRICES)


def ask(name: str) -> Ask:
    found = Outcome(Estimate(1234.5, 10.0, 32), Estimate(-5.0, 1.0), Estimate(-0.1, 0.0))
    price = AskPrice(Sort.EXPECTED, 'Says "so".', found, Estimate(7.0, 0.5))
    return Ask(name, "Ask.", "Because.", price, wording="Then.", fallback=Fallback("Else.", price))


def test_everything_about_an_ask_is_kept() -> None:
    new = priced({name: ask(name) for name in SCRIPT.asks}, own_script(), "abc")
    assert read_text(text_of(new)) == new
    one = new.asks["withhold.rate"]
    assert (one.what, one.wording, one.second) == ("Ask.", "Then.", "Else.")
    assert one.second_price == one.price


def test_an_ask_without_a_second_best_has_none() -> None:
    plain = {
        name: Ask(name, "Ask.", "Why.", AskPrice(Sort.OPEN, "", at_most=5.0))
        for name in SCRIPT.asks
    }
    one = priced(plain, own_script(), "").asks["audit-of-plan"]
    assert (one.second, one.second_price) == ("", None)
    assert worth(one.second_price) == "no price of its own"
    assert worth(one.price) == "at most $5 a year"


def test_blanks_are_filled_from_the_ask_of_the_round_alone() -> None:
    words = "It is {dollars}; else {second}"
    assert PRICES.fill(words, "withhold.rate") == "It is $120,640; else Rate 1.5 % instead of 3 %."
    assert PRICES.fill(words, "audit-of-plan").startswith("It is $127,150; else A neutral")
    assert PRICES.fill(words, "") == words


def test_what_is_no_file_of_prices_is_not_taken_for_one() -> None:
    for text in ("", "of = 3", "[[ask]]", "not toml"):
        with pytest.raises((ValueError, KeyError, TypeError)):
            read_text(text)


@pytest.mark.slow
def test_the_product_works_the_kept_prices_out_again(tmp_path: Path) -> None:
    folder = tmp_path / "cedar"
    shutil.copytree(CEDAR, folder)
    basis = gather(deals.read(folder), lambda _: None)
    asks = {one.id: one for one in basis.position.asks.asks}
    again = priced(asks, own_script(), hash_of(folder))
    assert told(again) == told(PRICES)
    assert again.of == PRICES.of


def told(prices: Prices) -> dict[str, tuple[object, ...]]:
    """What a reader sees of prices: sums to the dollar, whatever the last digits of a float."""
    return {
        name: (
            *(one.what, one.wording, one.second, one.is_must_have, worth(one.price)),
            *(round(one.price.worth(0)), worth(one.second_price)),
        )
        for name, one in prices.asks.items()
    }

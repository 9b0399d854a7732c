"""One ask alone says the same as in the brief."""

from fairterms.negotiate.ask.ask import Fallback
from fairterms.negotiate.ask.page import ask_blocks, price_words
from fairterms.negotiate.brief.ask_lines import ask_lines
from fairterms.publish.blocks import Prose
from fairterms.publish.inline import plain
from tests.negotiate.brief.made_up import ask, book, mean_price, quote

FULL = ask(
    "withhold-rate",
    quote("Plan keeps\n5 %."),
    price=mean_price(),
    fallback=Fallback("Half of it.", mean_price(500.0)),
    is_must_have=True,
    criteria=("Market: none.", "Own records: some."),
)


def test_everything_known_of_an_ask_is_said() -> None:
    assert ask_lines(FULL, 0.25) == (
        "Ask that withhold rate is settled.",
        "withhold-rate: must-have, medium. It matters.",
        f"Price. {price_words(FULL.price)}",
        "It costs the plan $800 ± $20 a year. Worth for each of its dollars: 1.09.",
        "After ± stands half the 95 % interval of the simulation.",
        "The text (agreement.pdf, page 3): “Plan keeps 5 %.”",
        "Offer: “Both parties sign a change.”",
        f"If refused: “Half of it.” {price_words(mean_price(500.0))}",
        "Where to stop: May be given up.",
        "Criterion: Market: none.",
        "Criterion: Own records: some.",
    )


def test_what_is_not_known_is_left_out() -> None:
    bare = ask("bare", wording="", fallback=None, walk_away="")
    assert ask_lines(bare, 0.25) == (
        "Ask that bare is settled.",
        "bare: medium. It matters.",
        "Price. No price in dollars. No term computes it.",
    )


def test_the_price_is_in_the_very_words_of_the_brief() -> None:
    shown = [plain(one.words) for one in ask_blocks(book(FULL), "d") if isinstance(one, Prose)]
    price = next(one for one in ask_lines(FULL, 0.25) if one.startswith("Price. "))
    assert any(one.startswith(price) for one in shown)

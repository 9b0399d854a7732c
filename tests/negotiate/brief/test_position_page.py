"""Page one holds the whole position, and what is long is cut so that it stays one page."""

from dataclasses import replace
from datetime import date

import pypdfium2
import pytest

from fairterms.negotiate.ask.ask import Fallback
from fairterms.negotiate.ask.ask_price import AskPrice, Sort
from fairterms.negotiate.ask.stake import Effort
from fairterms.negotiate.brief.material import Material, Years
from fairterms.negotiate.brief.position_page import (
    MOST_GIVEN,
    MOST_WANTED,
    concessions,
    position_blocks,
    wanted,
    worth_words,
)
from fairterms.negotiate.brief.report import brief_report
from fairterms.publish import pdf
from fairterms.publish.blocks import Block, Bullets, Callout, Heading, Numbered, PageBreak, Prose
from fairterms.publish.inline import plain
from fairterms.publish.number_blocks import Figures
from fairterms.publish.page import Report
from fairterms.simulate.drivers.outcome import Outcome
from fairterms.simulate.results.estimate import Estimate
from tests.negotiate.brief.made_up import ask, book, material, mean_price, quote

LONG = "a sentence that says in many words what could be said in few of them, and goes on, " * 5
YEARS = Years(
    2027,
    Outcome(
        Estimate(-1_134_470.0, 66_000.0), Estimate(-2_181_600.0, 90_000.0), Estimate(0.5, 0.02)
    ),
)


def words(blocks: list[Block]) -> str:
    """Join the text of page one."""
    told: list[str] = []
    for one in blocks:
        if isinstance(one, Prose):
            told.append(plain(one.words))
        if isinstance(one, Bullets | Numbered):
            told += [plain(item) for item in one.items]
        if isinstance(one, Callout):
            told += [one.title, words(list(one.blocks))]
        if isinstance(one, Figures):
            told += [f"{number.label} {number.value}" for number in one.numbers]
    return "\n".join(told)


def longest() -> Material:
    """Return the material that fills page one to its last line."""
    musts = tuple(
        replace(ask(f"must-{at}", quote(), price=mean_price(1e6), is_must_have=True), what=LONG)
        for at in range(9)
    )
    rest = tuple(
        ask(f"rest-{at}", quote(), price=mean_price(2e6), fallback=Fallback(LONG))
        for at in range(4)
    )
    return material(
        book(ask("number-line-9", is_must_have=True), *musts, *rest),
        deal=LONG,
        group="The Long Name of a Behavioral Health Partnership of Several Counties, P.C.",
        plan="The Long Name of an Example Health Plan of Several States, Incorporated",
        on_the_table=(LONG, LONG),
        reasons=(LONG, LONG, LONG),
        years=YEARS,
        where_to_stop=(LONG, LONG),
        who_agrees=(LONG,),
    )


def test_page_one_holds_all_of_the_position_whatever_is_said() -> None:
    made = longest()
    found = brief_report(made, date(2026, 11, 22))
    first = found.blocks[: len(position_blocks(made))]
    assert isinstance(first[-1], PageBreak)
    after = Heading(2, "Behind it", "behind")
    paper = pypdfium2.PdfDocument(
        pdf.render(
            Report(
                title=found.title,
                subtitle=found.subtitle,
                blocks=(*first, after),
                footer=found.footer,
                made_on=found.made_on,
            )
        )
    )
    texts = [page.get_textpage().get_text_range() for page in paper]
    paper.close()
    assert len(texts) == 2, "nothing of page one spills over"
    assert "Our position on one page" in texts[0]
    assert "We will come back" in texts[0]
    assert "Behind it" in texts[1]


def test_page_one_says_everything_that_was_asked_of_it() -> None:
    given = ask("soft-point", quote(), price=mean_price(50.0))
    told = words(
        position_blocks(
            material(
                book(ask("hard-point", quote(), is_must_have=True), given),
                years=YEARS,
                where_to_stop=("A loss beyond $9.00 ends the talks",),
                who_agrees=("Only the director",),
            )
        )
    )
    for part in (
        "On the table. A contract for 2027. What moves money: fees.",
        "Do not sign yet",
        "A must-have is missing.",
        "A year on average leaves",
        "The worst 5 % of years",
        "Chance of a loss",
        "Hard point is settled: no price in dollars.",
        "Instead of “Soft point is settled”: Plan gives notice.",
        "Where we stop. A loss beyond $9.00 ends the talks.",
        "Who may agree to what. Only the director.",
        "Interests before positions",
    ):
        assert part in told


def test_what_nobody_said_is_named_and_not_made_up() -> None:
    told = words(position_blocks(material()))
    assert "write [appetite] into deal.toml" in told
    assert "settle before you talk who may agree" in told
    assert "Nobody has said what a year may bring" in told
    assert "$" not in told


@pytest.mark.parametrize(
    ("answer", "kind", "title"),
    [
        ("sign", "answer-sign", "can sign"),
        ("negotiate", "answer-negotiate", "Do not sign yet"),
        ("walk away", "answer-walk-away", "Walk away"),
    ],
)
def test_the_answer_is_the_decisions(answer: str, kind: str, title: str) -> None:
    box = next(one for one in position_blocks(material(answer=answer)) if isinstance(one, Callout))
    assert box.kind == kind
    assert title in box.title


def test_three_to_five_asks_are_wanted_the_must_haves_first() -> None:
    def many(musts: int) -> int:
        asks = [ask(f"ask-{at}", is_must_have=at < musts) for at in range(9)]
        return len(wanted(book(*asks)))

    assert [many(musts) for musts in (0, 2, 4, 9)] == [3, 3, 4, MOST_WANTED]


def test_missing_numbers_are_one_line_of_page_one() -> None:
    asks = [ask(f"number-line-{at}", is_must_have=True) for at in (3, 4)]
    told = words(position_blocks(material(book(*asks, ask("other")))))
    assert "The 2 numbers that the contract does not give" in told
    assert "number line" not in told


def test_what_is_worth_most_is_named_even_when_it_is_no_must_have() -> None:
    musts = [ask(f"must-{at}", is_must_have=True) for at in range(5)]
    rich = ask("rich", price=mean_price(120_000.0))
    told = words(position_blocks(material(book(*musts, ask("poor", price=mean_price(5.0)), rich))))
    assert "Worth most in dollars. Rich is settled: $120,000 in a mean year." in told
    told = words(position_blocks(material(book(rich, *musts))))
    assert "Worth most" not in told, "it is among the first already"


def test_a_must_have_is_never_given() -> None:
    made = material(book(ask("must", is_must_have=True), ask("soft")))
    assert concessions(made) == ("Instead of “Soft is settled”: Plan gives notice.",)
    assert concessions(material(book(ask("must", is_must_have=True)))) == ()


def test_what_costs_the_plan_and_is_worth_little_to_the_group_is_given_first() -> None:
    asks = (
        ask("free", effort=Effort.MUCH),
        ask("dear-to-us", price=mean_price(5000.0, 1000.0)),
        ask("dear-to-them", price=mean_price(500.0, 1000.0)),
        ask("bare", fallback=None, price=mean_price(1.0, 1000.0)),
    )
    given = concessions(material(book(*asks)))
    assert [one.partition("”")[0].removeprefix("Instead of “") for one in given] == [
        "Dear to them is settled",
        "Dear to us is settled",
        "Free is settled",
    ]


def test_trades_are_given_before_fallbacks_and_lead_to_their_section() -> None:
    made = material(
        suggestions=("You give A.", "You give B.", "You give C.", "You give D."),
        trades=(Heading(2, "What can be traded", "trades"), Prose("Much.")),
    )
    assert concessions(made) == made.suggestions[:MOST_GIVEN]
    told = words(position_blocks(made))
    assert "All trades" in told
    assert "You give A." in told
    assert brief_report(made, date(2026, 11, 22)).blocks, "the link leads somewhere"


def test_worth_is_written_as_it_is_to_be_read() -> None:
    assert worth_words(mean_price(1234.0, error=1.0)) == "$1,234 in a mean year"
    used = replace(mean_price(1234.0, error=1.0), sort=Sort.IF_USED)
    assert worth_words(used) == "$1,234 a year, if it happens"
    assert worth_words(AskPrice(Sort.NOT_PRICED, "None.")) == "no price in dollars"

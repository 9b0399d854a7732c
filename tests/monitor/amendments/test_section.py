"""The part of a page on what changed after signing."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from fairterms.monitor.amendments.benefit_effect import NotSimulated, Simulated
from fairterms.monitor.amendments.change import Burden, Kind
from fairterms.monitor.amendments.notice_rule import Said
from fairterms.monitor.amendments.reader import Amendments
from fairterms.monitor.amendments.section import ChangesView, amendment_blocks
from fairterms.monitor.amendments.term_effect import Effect
from fairterms.publish import html
from fairterms.publish.blocks import Block, Bullets, Prose
from fairterms.publish.number_blocks import Chart, Figures, Table
from fairterms.publish.page import Report
from fairterms.simulate.drivers.outcome import Outcome
from fairterms.simulate.results.estimate import Estimate
from fairterms.units.period import calendar_year
from fairterms.units.quantity import parse
from tests.monitor.amendments.made_up import change, rule

ON = date(2027, 12, 31)
AGREED = change(
    id="agreed",
    kind=Kind.AMENDMENT,
    summary="One minimum",
    agreed_by="managing member",
    agreed_on=date(2027, 3, 5),
    adds=Burden(("results by severity",), Decimal(48), Decimal(0)),
    effective=date(2027, 5, 1),
)
BOOK = Amendments((change(), AGREED), (rule(notice=parse("90 days")),))


def made(view: ChangesView) -> tuple[Block, ...]:
    blocks = amendment_blocks(view)
    assert html.render(Report(title="A page", blocks=blocks))
    return blocks


def tables(blocks: tuple[Block, ...]) -> dict[str, Table]:
    return {one.anchor: one for one in blocks if isinstance(one, Table)}


def test_without_a_file_the_page_says_what_to_write() -> None:
    (_, prose) = made(ChangesView(None, ON))
    assert isinstance(prose, Prose)
    assert "amendments.toml as [[change]]" in str(prose.words)


def test_before_the_first_change_the_page_says_so() -> None:
    (_, prose) = made(ChangesView(BOOK, date(2027, 1, 1)))
    assert isinstance(prose, Prose)
    assert str(prose.words).startswith("No change had arrived by this day.")


def test_every_change_stands_with_what_stood_after_it() -> None:
    blocks = made(ChangesView(BOOK, ON))
    rows = tables(blocks)["amendments-table"].rows
    assert [row.cells[0] for row in rows] == ["Two more columns", "One minimum"]
    assert [row.cells[4] for row in rows] == ["the plan alone", "managing member, 2027-03-05"]
    assert [row.cells[6:] for row in rows] == [
        ("not known", "not known", "0 hours"),
        ("48 hours", "$0.00", "48 hours"),
    ]
    assert [row.emphasis for row in rows] == ["highlight", ""]


def test_the_growth_is_drawn_once_two_changes_have_a_known_size() -> None:
    assert not [one for one in made(ChangesView(BOOK, ON)) if isinstance(one, Chart)]
    more = change(id="more", effective=date(2027, 6, 1), adds=Burden((), Decimal(52), None))
    book = replace(BOOK, changes=(*BOOK.changes, more))
    # Not rendered here: to draw takes seconds, and the room of pages tests it.
    (chart,) = (one for one in amendment_blocks(ChangesView(book, ON)) if isinstance(one, Chart))
    assert [row.cells for row in chart.data.rows] == [
        ("2027-05-01: One minimum", "48"),
        ("2027-06-01: Two more columns", "100"),
    ]


def test_the_numbers_say_what_they_leave_out() -> None:
    (figures,) = (one for one in made(ChangesView(BOOK, ON)) if isinstance(one, Figures))
    work, _, alone = figures.numbers
    assert (work.value, work.note) == (
        "48 hours a year",
        "not counting 1 change of unknown size",
    )
    assert alone.value == "1 of 2"


def test_a_change_that_is_told_and_does_not_apply_yet_is_coming() -> None:
    blocks = made(ChangesView(BOOK, date(2027, 4, 1)))
    (bullets,) = (one for one in blocks if isinstance(one, Bullets) and len(one.items) == 2)
    assert str(bullets.items[0]).startswith("From 2027-04-30: Two more columns (policy notice")


def test_what_differs_from_a_rule_names_the_rule_and_what_it_opens() -> None:
    law = rule(id="law", notice=parse("90 days"), said=Said(law="x"), where="A law", opens="leave")
    book = replace(BOOK, rules=(*BOOK.rules, law))
    rows = tables(made(ChangesView(book, ON)))["amendments-rules"].rows
    assert [row.cells for row in rows] == [
        (
            "Two more columns",
            "Section 10.3",
            "Told 60 days ahead; the rule asks for 90 days: 30 days short.",
            "nothing is named",
        ),
        (
            "Two more columns",
            "A law (law)",
            "Told 60 days ahead; the rule asks for 90 days: 30 days short.",
            "leave",
        ),
    ]


def test_changes_that_came_as_they_should_are_said_to() -> None:
    book = Amendments((change(),), (rule(notice=parse("60 days")),))
    words = [str(one.words) for one in made(ChangesView(book, ON)) if isinstance(one, Prose)]
    assert "Every change came as the notice rules say." in words


def test_without_rules_the_page_says_what_to_write() -> None:
    words = [
        str(one.words)
        for one in made(ChangesView(replace(BOOK, rules=()), ON))
        if isinstance(one, Prose)
    ]
    assert any("as [[notice_rule]]" in one for one in words)


def test_effects_show_dollars_or_why_there_are_none() -> None:
    year = calendar_year(2027)
    effects = (
        Effect(AGREED, year, "Bad", Decimal(0), Decimal(50), "", is_whole_year=False),
        Effect(AGREED, calendar_year(2028), "Bad", None, None, "trend: is not stated."),
        Effect(change(id="other"), year, "Bad", Decimal(0), Decimal(1)),
    )
    blocks = made(ChangesView(BOOK, ON, effects=effects))
    rows = tables(blocks)["amendments-effects-table"].rows
    assert [row.cells[1:] for row in rows] == [
        ("2027 (begins within the year)", "Bad", "$0.00", "$50.00", "$50.00"),
    ]
    notes = [str(item) for one in blocks if isinstance(one, Bullets) for item in one.items]
    assert "2028: trend: is not stated." in notes
    assert any(one.startswith("Where a change begins within a year") for one in notes)


def test_where_no_year_can_be_settled_the_page_says_so() -> None:
    effects = (Effect(AGREED, calendar_year(2028), "Bad", None, None, "trend: is not stated."),)
    blocks = made(ChangesView(BOOK, ON, effects=effects))
    words = [str(one.words) for one in blocks if isinstance(one, Prose)]
    assert "No year that the changes reach can be settled." in words


def test_simulated_years_stand_beside_what_could_not_be_simulated() -> None:
    flat = Outcome(Estimate(0, 0), Estimate(0, 0), Estimate(0.1, 0))
    less = Outcome(Estimate(-1200, 0), Estimate(-3000, 0), Estimate(0.025, 0))
    found = (
        Simulated(AGREED, "6 % fewer visits.", flat, less, 512),
        NotSimulated(change(), "Nobody has said."),
    )
    blocks = made(ChangesView(BOOK, ON, simulated=found))
    (row,) = tables(blocks)["amendments-stress"].rows
    assert row.cells == ("One minimum", "6 % fewer visits.", "−$1,200", "−$3,000", "10 % → 12.5 %")
    notes = [str(item) for one in blocks if isinstance(one, Bullets) for item in one.items]
    assert "Two more columns: Nobody has said." in notes

"""The blocks on obligations, read as words."""

from datetime import date
from pathlib import Path

from fairterms.monitor.obligations import reader, schedule
from fairterms.monitor.obligations.obligation import Party
from fairterms.monitor.obligations.proposal import Proposal
from fairterms.monitor.obligations.section import obligation_blocks
from fairterms.publish.blocks import Block
from fairterms.publish.html import render
from fairterms.publish.number_blocks import Table
from fairterms.publish.page import Report
from fairterms.units.finding import QuoteEvidence
from tests.monitor.obligations.conftest import BOOK, TERM, Stand, calendars, event

JUNIPER = Path(__file__).parents[3] / "examples" / "juniper"


def _page(blocks: tuple[Block, ...]) -> str:
    return render(Report(title="Obligations", blocks=blocks))


def _table(blocks: tuple[Block, ...], caption: str) -> list[tuple[str, ...]]:
    table = next(one for one in blocks if isinstance(one, Table) and one.caption == caption)
    return [tuple(str(cell) for cell in row.cells) for row in table.rows]


def _proposal() -> Proposal:
    quote = "Plan shall send it within ten days"
    evidence = QuoteEvidence("01-agreement.pdf", 20, 0, len(quote), quote)
    return Proposal(
        *("plan_a", Party.PLAN, Party.GROUP, "Send it", "within ten days", None),
        *("Exhibit D, D-1.4", evidence, True),
    )


def test_a_deal_without_obligations_says_what_to_do(stand: Stand) -> None:
    page = _page(obligation_blocks(stand("", date(2027, 3, 1))))
    assert "No obligation is confirmed yet." in page
    assert "confirm those that are right" in page
    for words in (
        "Nothing is past its due day.",
        "Nothing falls due in the next 90 days.",
        "No obligation waits for something to happen first.",
        "Nothing has been recorded as done yet.",
        "Nothing waits to be confirmed.",
    ):
        assert words in page


def test_what_is_overdue_stands_by_side_with_what_the_contract_allows(stand: Stand) -> None:
    blocks = obligation_blocks(stand(BOOK, date(2027, 6, 25)))
    rows = _table(blocks, "What is past its due day")
    assert [row[0] for row in rows] == ["Group"] + ["Plan"] * 5
    assert rows[1][1:4] == ("Send the claims file (January 2027)", "2027-02-20", "125")
    assert rows[1][5] == "The group may ask for a meeting (D-1.2)."
    assert "in default" in rows[0][4]


def test_the_next_ninety_days_are_listed_with_their_rule(stand: Stand) -> None:
    rows = _table(obligation_blocks(stand(BOOK, date(2027, 1, 25))), "What falls due next")
    assert [row[0] for row in rows] == ["2027-02-20", "2027-03-20", "2027-04-20"]
    assert rows[0][1:] == (
        *("26", "Plan", "Send the claims file (January 2027)"),
        *("20 days after the end of each month", "D-1.2"),
    )


def test_what_waits_says_for_what(stand: Stand) -> None:
    rows = _table(obligation_blocks(stand(BOOK, date(2027, 1, 25))), "What has no due day yet")
    assert (
        "Plan",
        "Answer a notice",
        "20 days after receipt of a settlement notice",
        "not said",
    ) in rows


def test_how_each_side_kept_its_days_is_counted_alike(stand: Stand) -> None:
    told = BOOK + event("d", "claims_file", "done", "2027-02-20", key="2027-01")
    told += event("e", "quality_files", "done", "2027-05-05", key="2027-q1")
    rows = _table(obligation_blocks(stand(told, date(2027, 5, 6))), "Due days so far")
    assert rows == [
        ("Group", "0", "1", "0", "0", "0"),
        ("Plan", "1", "0", "0", "0", "2"),
        ("Both", "0", "0", "0", "0", "0"),
    ]


def test_what_is_proposed_by_the_file_and_by_the_text_is_listed(stand: Stand) -> None:
    found = stand(BOOK, date(2027, 1, 25))
    rows = _table(obligation_blocks(found, (_proposal(),)), "Proposed obligations")
    assert [row[3] for row in rows] == ["not said", "Exhibit D, D-1.4, page 20"]
    assert rows[1][0] == "Plan (check)"
    assert rows[1][2] == "“within ten days”: say from what it counts"


def test_problems_of_the_file_are_told_on_the_page(stand: Stand) -> None:
    told = BOOK + event("d", "claims_file", "done", "2027-02-20", key="January")
    assert "has no due day called" in _page(obligation_blocks(stand(told, date(2027, 5, 6))))


def test_the_page_is_the_same_for_both_sides_but_for_their_names(stand: Stand) -> None:
    swapped = BOOK.replace('"plan"', '"x"').replace('"group"', '"plan"').replace('"x"', '"group"')
    one = _table(obligation_blocks(stand(BOOK, date(2027, 6, 25))), "What is past its due day")
    two = _table(obligation_blocks(stand(swapped, date(2027, 6, 25))), "What is past its due day")
    other = {"Plan": "Group", "Group": "Plan", "Both": "Both"}
    assert sorted((other[row[0]], *row[1:]) for row in one) == sorted(two)


def test_the_example_of_juniper_tells_of_one_late_day_on_each_side() -> None:
    book = reader.read(JUNIPER)
    assert book is not None
    found = schedule.of(book, TERM, date(2028, 1, 20), calendars)
    assert found.problems == ()
    late = [one for one in found.occurrences if one.state.value == "late, then cured"]
    assert [(one.obligation.owed_by.value, one.key, str(one.due)) for one in late] == [
        ("plan", "2027-04", "2027-05-20"),
        ("group", "2027-q2", "2027-07-30"),
    ]
    assert found.overdue == ()
    assert [one.id for one in found.proposed] == ["contact_change"]
    page = _page(obligation_blocks(found))
    assert "data analyst" not in page

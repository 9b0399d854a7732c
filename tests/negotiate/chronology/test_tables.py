"""The rows of the chronology: neutral words, every fact, no suspicion."""

from datetime import date

from fairterms.correspondence.entry import Side
from fairterms.correspondence.log import Log
from fairterms.correspondence.state import standings
from fairterms.correspondence.tally import tally
from fairterms.negotiate.chronology.tables import counts, evidence, in_order, open_items
from fairterms.publish.blocks import Prose
from fairterms.publish.inline import plain
from fairterms.publish.number_blocks import Table
from tests.correspondence.made_up import DAY, entry, kept, promise, sound

HASH = "0123456789abcdef" * 4


def cells(table: Table) -> list[tuple[str, ...]]:
    return [tuple(plain(cell) for cell in row.cells) for row in table.rows]


def rows(log: Log, today: date = DAY) -> list[tuple[str, ...]]:
    return cells(in_order(log, standings(log, today)))


def test_a_row_says_when_who_what_and_what_became_of_it() -> None:
    notice = entry("got", on="2026-10-03", kind='"notice"', side='"plan"', acknowledges='"asked"')
    asked = entry(
        "asked",
        how='"call"',
        due="2026-10-15",
        due_from='"Section 6.2"',
        evidence=f'{{ file = "a.txt", sha256 = "{HASH}" }}',
    )
    assert rows(sound(asked, notice)) == [
        (
            "2026-10-01",
            "managing partner of the group, to contracting lead of the plan, by telephone",
            "asked, request: Asked for the claims. Due 2026-10-15 (Section 6.2). File: a.txt.",
            "No answer recorded, 36 days past due. Acknowledged by the plan on 2026-10-03.",
        ),
        (
            "2026-10-03",
            "managing partner of the plan, to contracting lead of the group",
            "got, notice confirming asked: Asked for the claims.",
            "On record.",
        ),
    ]


def test_what_settled_an_entry_is_named() -> None:
    log = sound(promise(), kept("2026-10-16"))
    assert rows(log)[0][3] == "Kept after the last day, 1 day past due. See sent."
    fixed = sound(entry("a"), entry("b", corrects='"a"'))
    assert rows(fixed)[0][3] == "Corrected. By b."
    assert "request correcting a: " in rows(fixed)[1][2]


def test_words_stand_as_they_were_said_and_end_once() -> None:
    quoted = entry("a", summary="", quote='"Please send them."')
    assert rows(sound(quoted))[0][2] == "a, request: “Please send them.”"
    assert rows(sound(entry("a", summary='"Asked"')))[0][2] == "a, request: Asked."


def test_a_suspicion_is_no_fact_and_is_not_shown() -> None:
    log = sound(entry("a", tactic='"ratcheting"', questions='["gf_q13"]'))
    said = str(rows(log))
    assert "ratchet" not in said
    assert "gf_q" not in said


def test_no_row_calls_a_promise_broken() -> None:
    log = sound(promise(), entry("asked", due="2026-10-15"))
    shown = [*rows(log), *cells(counts(tally(log, DAY), ("G", "P")))]
    (open_table,) = open_items(standings(log, DAY))
    assert isinstance(open_table, Table)
    said = str([*shown, *cells(open_table)]).lower()
    assert "broken" not in said
    assert "nothing recorded, 36 days past due" in said


def test_the_longest_overdue_comes_first_and_what_is_not_due_last() -> None:
    log = sound(
        entry("open"),
        promise("soon", due="2026-12-01"),
        promise("short", due="2026-11-18"),
        promise("long", due="2026-10-05"),
        promise("done"),
        kept("2026-10-05", of="done"),
    )
    (table,) = open_items(standings(log, DAY))
    assert isinstance(table, Table)
    assert [row[0] for row in cells(table)] == ["long", "short", "open", "soon"]
    assert cells(table)[2][3] == "no day named"


def test_where_nothing_is_open_a_sentence_says_so() -> None:
    (said,) = open_items(standings(sound(entry("a", kind='"notice"')), DAY))
    assert said == Prose("Nothing is open on this day.")


def test_counts_stand_under_the_name_of_their_side() -> None:
    log = sound(promise(), entry("asked", due="2026-10-15"))
    table = counts(tally(log, DAY), ("Made-up Group", "Made-up Plan"))
    assert [column.title for column in table.columns] == ["Count", "Made-up Group", "Made-up Plan"]
    by_name = {row[0]: row[1:] for row in cells(table)[:7]}
    assert by_name["Promises made"] == ("0", "1")
    assert by_name["– nothing recorded"] == ("0", "1")
    assert by_name["Requests put to it"] == ("0", "1")
    assert tally(log, DAY)[Side.PLAN].asked_count == 1


def test_parts_of_a_count_add_up_to_it() -> None:
    log = sound(
        promise("a"),
        promise("b", due="2026-12-01"),
        promise("c") + "withdrawn = 2026-10-02\n",
        entry("q"),
        entry("r", withdrawn="2026-10-02"),
    )
    values = [int(row[2]) for row in cells(counts(tally(log, DAY), ("G", "P")))[:12]]
    assert values[0] == sum(values[1:6]) == 3
    assert values[6] == sum(values[7:12]) == 2


def test_the_median_is_shown_with_its_count() -> None:
    answer = entry("x", on="2026-10-04", kind='"answer"', side='"plan"', replies_to='"q"')
    table = counts(tally(sound(entry("q"), answer), DAY), ("G", "P"))
    (row,) = [row for row in cells(table) if row[0] == "Median days to answer"]
    assert row[1:] == ("none answered", "3 (of 1)")


def test_a_file_is_listed_once_with_all_it_shows() -> None:
    shown = f'{{ file = "a.txt", sha256 = "{HASH}" }}'
    log = sound(entry("a", evidence=shown), entry("b", evidence=shown), entry("c"))
    table = evidence(standings(log, DAY))
    assert table is not None
    assert cells(table) == [("a.txt", "a, b", HASH)]
    assert evidence(standings(sound(entry("c")), DAY)) is None

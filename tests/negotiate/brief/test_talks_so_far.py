"""The brief shows what is open, late or not kept, the longest overdue first."""

from datetime import date

from fairterms.negotiate.brief.talks_so_far import talk_blocks
from fairterms.publish.blocks import Prose
from fairterms.publish.inline import plain
from fairterms.publish.number_blocks import Table
from tests.correspondence.made_up import DAY, entry, kept, promise, sound

LOG = sound(
    promise("soon", due="2026-12-01"),
    promise("late_one"),
    kept("2026-10-19", of="late_one"),
    entry("asked", due="2026-10-12"),
    promise("broken_one", due="2026-10-15"),
    promise("good_one", due="2026-10-20"),
    kept("2026-10-18", name="sent_two", of="good_one"),
)


def test_only_what_is_open_late_or_not_kept_is_shown_in_order_of_urgency() -> None:
    _, words, table = talk_blocks(LOG, DAY, "deals/made-up")
    assert isinstance(table, Table)
    assert [(plain(row.cells[0]), row.cells[1], row.cells[3]) for row in table.rows] == [
        ("asked", "group", "unanswered, 39 days past due"),
        ("broken_one", "plan", "broken, 36 days past due"),
        ("late_one", "plan", "late, 4 days past due"),
        ("soon", "plan", "pending, 11 days left"),
    ]
    assert isinstance(words, Prose)
    assert plain(words.words) == (
        "As of 2026-11-20, of 7 entries: 1 open, 2 past the last day, 1 kept late. The whole "
        "chronology: fairterms log deals/made-up"
    )


def test_a_log_is_looked_at_on_the_day_named() -> None:
    _, words, *_ = talk_blocks(LOG, date(2026, 10, 5), "deal")
    assert isinstance(words, Prose)
    assert "5 open, 0 past the last day" in plain(words.words)


def test_without_a_log_it_says_how_to_begin_one() -> None:
    for log in (None, sound("")):
        _, words = talk_blocks(log, DAY, "deal")
        assert isinstance(words, Prose)
        assert "fairterms log DEAL" in plain(words.words)


def test_the_command_for_the_chronology_takes_no_offer() -> None:
    _, words, *_ = talk_blocks(LOG, DAY, "deals/made-up --with offers/second.toml")
    assert isinstance(words, Prose)
    assert plain(words.words).endswith(" fairterms log deals/made-up")

"""Corrections, replies and days of a whole log."""

from datetime import date

from tests.correspondence.made_up import entry, kept, promise, sound


def test_entries_stand_by_date_and_then_as_the_file_has_them() -> None:
    log = sound(entry("c", on="2026-10-02"), entry("b"), entry("a"))
    assert [one.id for one in log.entries] == ["b", "a", "c"]
    assert log.last_day == date(2026, 10, 2)


def test_a_correction_stands_in_place_of_what_it_corrects_even_twice_over() -> None:
    log = sound(entry("a"), entry("b", corrects='"a"'), entry("c", corrects='"b"'))
    assert [one.id for one in log.current] == ["c"]
    assert log.newest("a") == "c"
    named = log.named("a")
    assert named is not None
    assert named.id == "c"
    assert log.named("z") is None


def test_a_reply_to_what_was_corrected_counts_for_the_correction() -> None:
    log = sound(
        promise(), kept("2026-10-09"), entry("fixed", **{**as_promise(), "corrects": '"promise"'})
    )
    fixed = log.named("fixed")
    assert fixed is not None
    assert [one.id for one in log.replies(fixed)] == ["sent"]


def as_promise() -> dict[str, str]:
    return {"kind": '"promise"', "side": '"plan"', "due": "2026-10-20"}


def test_a_later_entry_of_the_other_side_acknowledges() -> None:
    notice = entry(
        "got_it", on="2026-10-05", kind='"notice"', side='"plan"', acknowledges='"asked"'
    )
    log = sound(entry("asked", acknowledged="2026-10-07"), notice)
    asked = log.named("asked")
    assert asked is not None
    assert log.acknowledged(asked) == date(2026, 10, 5)
    assert log.withdrawn(asked) is None


def test_up_to_a_day_nothing_later_is_known() -> None:
    log = sound(
        entry("asked", acknowledged="2026-10-07", withdrawn="2026-10-09"),
        entry("later", on="2026-10-08"),
    )
    early = log.up_to(date(2026, 10, 7))
    (asked,) = early.entries
    assert (asked.acknowledged, asked.withdrawn) == (date(2026, 10, 7), None)
    assert len(log.up_to(date(2026, 10, 8)).entries) == 2


def test_an_empty_log_has_no_last_day() -> None:
    assert sound("").last_day is None

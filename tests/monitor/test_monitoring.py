"""A deal as it stood on a day: the made-up year, month by month, and a deal without anything."""

from datetime import date
from pathlib import Path

import pytest

from fairterms.monitor.indicators.indicator import State
from fairterms.monitor.indicators.standing import stand
from fairterms.monitor.meetings.agenda import Topic
from fairterms.monitor.monitoring import Monitored, NoTerms, days_owed, monitor
from fairterms.monitor.page import page
from fairterms.publish.structure import everything
from tests.decide.small_basis import small_folder

JUNIPER = Path(__file__).parents[2] / "examples" / "juniper"
ENDS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
MONTHS = [date(2027, month, day) for month, day in enumerate(ENDS, start=1)]


def seen(on: date) -> Monitored:
    return monitor(JUNIPER, on, has_forecast=False)


def state(found: Monitored, name: str) -> State:
    (one,) = (each for each in found.watchlist.indicators if each.id == name)
    return stand(one, found.watchlist.samples, found.on).state


def words(found: Monitored) -> str:
    return "\n".join(str(one) for one in everything(page(found, own_room=True).blocks))


def test_a_deal_with_nothing_but_terms_says_what_to_begin_with(tmp_path: Path) -> None:
    told: list[str] = []
    found = monitor(small_folder(tmp_path / "deal"), date(2027, 2, 1), told.append)
    assert found.problems == ()
    assert found.year is None
    assert found.schedule.occurrences == ()
    said = words(found)
    assert "No obligation is confirmed yet" in said
    assert "No change has been written down" in said
    assert told[0] == "Reading the terms"


def test_terms_with_mistakes_stop_it(tmp_path: Path) -> None:
    folder = small_folder(tmp_path / "deal")
    (folder / "terms.toml").write_text("[contract]\n")
    with pytest.raises(NoTerms) as refused:
        monitor(folder, date(2027, 2, 1))
    assert refused.value.problems


@pytest.mark.slow
def test_without_the_library_the_page_says_why_there_is_no_forecast(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(__import__("sys").modules, "chainladder", None)
    found = monitor(JUNIPER, date(2027, 2, 28))
    assert found.course is None
    assert "chainladder" in found.why_no_course
    assert "There is no forecast yet" in words(found)


def test_days_owed_are_the_groups_own_and_still_to_come() -> None:
    found = list(days_owed(JUNIPER, "Juniper", date(2027, 3, 1)))
    assert {one.deal for one in found} == {"Juniper"}
    assert min(one.due for one in found) >= date(2027, 3, 1)
    assert any("quality files" in one.obligation for one in found)
    assert not any("Care Coordination Fee" in one.obligation for one in found)


@pytest.mark.slow
def test_the_year_is_told_month_by_month_as_it_came() -> None:
    year = {on.month: seen(on) for on in MONTHS}
    assert all(one.problems == () for one in year.values())
    late = {m for m, one in year.items() if "claims files" in str(one.schedule.overdue)}
    # April's file was due in May and came on June 21.
    assert 5 in late
    assert 6 not in late
    # Members that were dropped in August came back in September.
    dropped = {m for m, one in year.items() if state(one, "members_dropped") is State.RED}
    assert 9 in dropped
    assert 10 not in dropped
    assert any(one.topic is Topic.RED_INDICATOR for one in year[9].agenda.items)
    changes = [
        len(one.changes.book.up_to(one.on).changes) for one in year.values() if one.changes.book
    ]
    assert changes == sorted(changes)
    assert changes[-1] > changes[0]


@pytest.mark.slow
def test_a_forecast_is_made_from_what_had_come_by_the_day() -> None:
    pytest.importorskip("chainladder", reason="the extra fairterms[reserving] is not installed")
    found = monitor(JUNIPER, date(2027, 11, 30))
    assert found.course is not None
    assert len(found.course.months) == 3
    latest = found.course.latest
    assert latest.payable.low < latest.payable.mean.value < latest.payable.high
    # October told July's payments anew, and too high before: the claims moved the forecast.
    moves = {one.sort: one.amount.value for month in found.course.months for one in month.moves}
    assert moves["claims"] != 0

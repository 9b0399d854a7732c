"""How a deal stands on a day after signing, gathered once; the page and the calendar rest on it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

from fairterms.contract import deal as deals
from fairterms.contract.clause import Contract
from fairterms.contract.deal import Deal
from fairterms.correspondence import reader as correspondence
from fairterms.document.reader import read_all
from fairterms.monitor.alignment.shared_calendar import DueDay
from fairterms.monitor.amendments import reader as amendment_reader
from fairterms.monitor.amendments.benefit_effect import simulated
from fairterms.monitor.amendments.section import ChangesView
from fairterms.monitor.amendments.shortfall import BusinessDays, judge
from fairterms.monitor.amendments.term_effect import effects
from fairterms.monitor.calendar.business_calendar import of_state
from fairterms.monitor.indicators import watchlist as watchlists
from fairterms.monitor.indicators.indicator import State as Sign
from fairterms.monitor.indicators.standing import stand
from fairterms.monitor.indicators.watchlist import Watchlist
from fairterms.monitor.meetings import due as meetings_due
from fairterms.monitor.meetings import open_points
from fairterms.monitor.meetings import reader as meeting_reader
from fairterms.monitor.meetings.agenda import Agenda, OpenItem, Topic, agenda
from fairterms.monitor.meetings.due import MeetingsDue
from fairterms.monitor.meetings.reader import Meetings
from fairterms.monitor.obligations import reader as obligation_reader
from fairterms.monitor.obligations import schedule as schedules
from fairterms.monitor.obligations.book import Book
from fairterms.monitor.obligations.obligation import Party
from fairterms.monitor.obligations.proposal import Proposal, propose
from fairterms.monitor.obligations.schedule import Schedule
from fairterms.monitor.year_end import reader as year_reader
from fairterms.monitor.year_end.course import Course, course
from fairterms.monitor.year_end.prior import Prior, prior_years
from fairterms.monitor.year_end.year_to_date import YearToDate
from fairterms.payment.loading import load
from fairterms.review.reviewed import look_at
from fairterms.simulate.forecast.declaration_reader import read as read_declaration
from fairterms.units.period import Period, calendar_year
from fairterms.units.problem import Problem
from fairterms.units.refusal import Refusal

Tell = Callable[[str], None]
ENOUGH = 3
"""Forecasts a page compares: those of the last months that are over."""


@dataclass(frozen=True)
class Monitored:
    """A deal after signing, as of a day.

    Attributes
    ----------
    on
        The day; what was received or said after it is left out.
    schedule, proposals
        The due days of confirmed obligations, and what the text proposes beyond them.
    watchlist
        The indicators with their values.
    year, course, why_no_course
        What came in of the year, its forecasts, and why there are none.
    changes
        What was changed after signing.
    meetings, due, agenda
        Joint meetings, whether one is due, and what it should speak of.
    problems
        Of every file, in the order they were read.
    """

    deal: Deal
    contract: Contract
    on: date
    schedule: Schedule
    proposals: tuple[Proposal, ...]
    watchlist: Watchlist
    changes: ChangesView
    meetings: Meetings | None
    due: MeetingsDue
    agenda: Agenda
    year: YearToDate | None = None
    course: Course | None = None
    why_no_course: str = ""
    problems: tuple[Problem, ...] = ()


class NoTerms(Exception):
    """The deal's terms are missing or have problems; nothing can be watched without them."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("; ".join(one.what for one in problems))
        self.problems = problems


def monitor(
    folder: Path, on: date, tell: Tell = lambda _stage: None, *, has_forecast: bool = True
) -> Monitored:
    """Look at a deal as it stands on a day.

    Parameters
    ----------
    folder
        The deal folder.
    on
        The day.
    tell
        Told each stage as it begins.
    has_forecast
        Whether the end of the year is forecast too, which takes longest.

    Raises
    ------
    NoTerms
        When there are no payment terms without mistakes.
    Refusal
        When the holidays of the state cannot be looked up.
    """
    tell("Reading the terms")
    deal, loaded = deals.read(folder), load(folder / "terms.toml")
    contract = loaded.contract
    if contract is None or loaded.mistakes:
        raise NoTerms(tuple(loaded.mistakes or loaded.problems))
    tell("Reading the contract")
    documents, _ = read_all(deal.documents)
    reading = look_at(documents).reading if documents else None
    tell("Counting the days")
    book = obligation_reader.read(folder) or Book()
    schedule = schedules.of(book, contract.period, on)
    tell("Looking at indicators, changes and meetings")
    watchlist = watchlists.read(folder)
    changes = _changes(deal, contract, on, business_days(book, contract))
    meetings = meeting_reader.read(folder)
    due = meetings_due.due(meetings or Meetings(), contract.period, on)
    found = Monitored(
        deal,
        contract,
        on,
        schedule,
        propose(reading) if reading else (),
        watchlist,
        changes,
        meetings,
        due,
        Agenda(on, due.next_by, ()),
        problems=_problems(book, watchlist, changes, meetings),
    )
    found = replace(found, agenda=_agenda(found))
    return _with_year(found, tell) if has_forecast else found


def business_days(book: Book, contract: Contract) -> BusinessDays | None:
    """Return what counts the business days after one day up to another; None where none is told.

    Parameters
    ----------
    book
        Its obligations say whose holidays count; nothing is counted where they differ.
    contract
        The years that are asked about are its own.
    """
    names = {one.calendar for one in book.obligations}
    if len(names) != 1:
        return None
    calendar = of_state(names.pop(), contract.starts.year - 1, contract.ends.year + 1)

    def count(first: date, last: date) -> int:
        days = range(1, (last - first).days + 1)
        return sum(calendar.is_open(first + timedelta(days=number)) for number in days)

    return count


def _changes(
    deal: Deal, contract: Contract, on: date, business: BusinessDays | None
) -> ChangesView:
    book = amendment_reader.read(deal.folder, contract)
    if book is None:
        return ChangesView(None, on)
    moved = tuple(
        one
        for change in book.up_to(on).changes
        for one in effects(contract, change, deal.scenarios)
    )
    return ChangesView(book, on, judge(book.changes, book.rules, business), moved)


def _problems(
    book: Book, watchlist: Watchlist, changes: ChangesView, meetings: Meetings | None
) -> tuple[Problem, ...]:
    of_changes = changes.book.problems if changes.book else ()
    of_meetings = meetings.problems if meetings else ()
    return (*book.problems, *watchlist.problems, *of_changes, *of_meetings)


def _agenda(found: Monitored) -> Agenda:
    items = tuple(_open_items(found))
    has_subgroups = (found.deal.folder / "outcomes.toml").exists()
    book = found.meetings or Meetings()
    return agenda(items, book, found.on, found.due.next_by, has_subgroups=has_subgroups)


def _open_items(found: Monitored) -> Iterator[OpenItem]:
    """Give what other parts of the deal have open for the next joint meeting."""
    for one in found.schedule.overdue:
        words = f"{one.obligation.what} was due on {one.due}"
        yield OpenItem(Topic.OVERDUE_DUTY, words, one.due, "obligations.toml")
    for indicator in found.watchlist.indicators:
        standing = stand(indicator, found.watchlist.samples, found.on)
        if standing.state is Sign.RED:
            yield OpenItem(
                Topic.RED_INDICATOR, f"{indicator.meaning} is red", None, "indicators.toml"
            )
    if found.changes.book is not None:
        yield from open_points.from_amendments(found.changes.book, found.on)
    log = correspondence.read(found.deal.folder)
    if log is not None:
        yield from open_points.from_log(log, found.on)


def _with_year(found: Monitored, tell: Tell) -> Monitored:
    """Forecast how the year will end, from what had come in by the day."""
    year = year_reader.read(found.deal.folder)
    if year is None:
        return found
    if year.problems:
        return replace(
            found, year=year, why_no_course="", problems=(*found.problems, *year.problems)
        )
    days = year.days(found.on)[-ENOUGH:]
    if not days:
        return replace(found, year=year, why_no_course="nothing of the year had come by this day")
    declared = read_declaration(found.deal.folder)
    if declared is None or declared.problems:
        return replace(found, year=year, why_no_course="forecast.toml is missing or has problems")
    try:
        tell("Simulating the year as it looked before")
        prior = prior_years(found.deal, found.contract, declared, _period(found, year))
        found = replace(found, changes=_with_benefits(found, prior))
        return replace(found, year=year, course=course(prior, year, days, tell=tell))
    except Refusal as refusal:
        return replace(found, year=year, why_no_course=refusal.sentences)


def _with_benefits(found: Monitored, prior: Prior) -> ChangesView:
    """Simulate what changes of a benefit do to the year."""
    if found.changes.book is None:
        return found.changes
    known = found.changes.book.up_to(found.on).changes
    told = tuple(simulated(found.deal, prior.plan, one, prior.past) for one in known if one.benefit)
    return replace(found.changes, simulated=told)


def _period(found: Monitored, year: YearToDate) -> Period:
    whole, term = calendar_year(year.year), found.contract.period
    return Period(max(whole.first, term.first), min(whole.last, term.last))


def days_owed(folder: Path, name: str, on: date) -> Iterator[DueDay]:
    """Give the days on which a deal still wants something of the group.

    Parameters
    ----------
    folder
        The deal folder.
    name
        What the deal is called beside others.
    on
        The day.
    """
    book, contract = obligation_reader.read(folder), load(folder / "terms.toml").contract
    if book is None or contract is None:
        return
    for one in schedules.of(book, contract.period, on).open:
        if one.due is not None and one.due >= on and one.obligation.owed_by is not Party.PLAN:
            yield DueDay(name, one.obligation.what, one.due)

"""What the page of capacity rests on: numbers beside the records, and how years are simulated."""

from fairterms.publish.blocks import Block, Bullets
from fairterms.publish.number_blocks import Column, Row, Table
from fairterms.simulate.capacity import wording
from fairterms.simulate.capacity.forecast import CapacityForecast
from fairterms.simulate.capacity.practice import Counted
from fairterms.simulate.capacity.study import CapacityStudy

_HOW = (
    "People who ask come by chance, more in some weeks, months and years.",
    "Clinicians leave, are hired and are away by chance; a vacant post gives no visits.",
    "Whoever waits may find care elsewhere; whoever misses a first visit may come a week later.",
    (
        "A person also needs a place that fits in hour, language and kind of help; more clinicians "
        "do not shorten that wait here, though in life they may."
    ),
    "Patients of a clinician who leaves are taken to stay with the group.",
)


def basis_blocks(found: CapacityStudy) -> list[Block]:
    """Show declared and observed numbers, and say how a year is simulated."""
    return [_beside(found), Bullets((*_HOW, _counted(found.forecast)))]


def _beside(found: CapacityStudy) -> Table:
    columns = (
        Column("Number"),
        Column("Unit"),
        Column("Declared", "right"),
        Column("In the records", "right"),
    )
    rows = tuple(
        Row(
            (
                one.entry.meaning[:1].upper() + one.entry.meaning[1:],
                str(one.entry.unit),
                "from the records"
                if one.declared is None
                else wording.number(one.declared, one.entry.unit),
                wording.number(one.observed, one.entry.unit),
            )
        )
        for one in found.beside
    )
    caption = "What is declared, beside the records"
    return Table(caption, columns, rows, _seen(found), anchor="capacity-beside")


def _seen(found: CapacityStudy) -> str:
    observed = found.observed
    if observed is None:
        return "There are no visits on record."
    words = (
        f"The records hold visits from {observed.first_day} to {observed.last_day}; "
        f"{wording.people(observed.people)} people asked in {observed.weeks} whole weeks, and "
        f"{wording.people(observed.episodes)} courses of care ended. Whoever asked and never came "
        "leaves no trace in visits, and a plan's patients alone may stand there."
    )
    window = found.forecast.practice.first_visit.window
    within = observed.share_within(window)
    if within is not None:
        words += f" Of those seen, {wording.percent(within)} came within {window} business days."
    if observed.third_next_days is not None:
        third = wording.days(observed.third_next_days)
        words += f" A clinician's third open place was {third} business days away."
    return words


def _counted(year: CapacityForecast) -> str:
    practice = year.practice
    first, asks = practice.first_visit, practice.requests
    words = (
        "The visit itself must be in time: who goes elsewhere or misses it is not."
        if first.counted is Counted.SEEN
        else "An offer in time counts, whether the visit then takes place or not."
    )
    return (
        f"{words} All who ask are counted; {wording.percent(asks.of_this_plan)} of them are this "
        "contract's."
    )

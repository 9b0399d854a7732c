"""The words in which the practice speaks of replies, results, tactics and dollars."""

from collections.abc import Mapping
from types import MappingProxyType

from fairterms.negotiate.ask.ask_price import Sort
from fairterms.negotiate.practice.priced import PricedAsk, worth
from fairterms.negotiate.practice.score import SUMMED, Point
from fairterms.negotiate.practice.script import End, Result, Round, Script, Worth
from fairterms.reference.lesson import lessons
from fairterms.reference.lesson_links import LessonLink
from fairterms.simulate.page.wording import dollars
from fairterms.units.finding import TACTICS

DID: Mapping[Worth, str] = MappingProxyType(
    {
        Worth.GOOD: "This held the point.",
        Worth.WEAK: "This left the point open.",
        Worth.HARMFUL: "This gave the point away.",
    }
)
"""What a reply did."""
ENDED: Mapping[End, str] = MappingProxyType(
    {
        End.AGREED: "The talks ended with a signature.",
        End.WALKED_AWAY: "The talks ended without a contract.",
        End.DEFERRED: "The talks will go on another day.",
    }
)
"""How the talks ended."""
JUDGED: Mapping[Worth, str] = MappingProxyType(
    {
        Worth.GOOD: "A sound end.",
        Worth.WEAK: "A better end was at hand.",
        Worth.HARMFUL: "This end costs the group.",
    }
)
"""What the way of ending did."""
NOT_ADDED = (
    "What comes in a mean year and work that is paid add up. The other prices do not, because "
    "several points may protect the same dollars; the largest is shown."
)
NOT_INTENT = "A tactic is a sign. It never shows what anyone intended."
_ALSO = ((Sort.IF_USED, "if it happens"), (Sort.OPEN, "at most"))


def tactic_name(tactic: str) -> str:
    """Return a tactic in words.

    Examples
    --------
    >>> tactic_name("take_it_or_leave_it")
    'Take it or leave it'
    """
    return tactic.replace("_", " ").capitalize()


def tactic_words(tactic: str) -> str:
    """Return a tactic with what it is."""
    return f"{tactic_name(tactic)}: {TACTICS[tactic]}"


def seen_words(one: Round, named: str) -> str:
    """Say which tactic was to be seen in a round, and whether it was named."""
    shown = " or ".join(tactic_name(each) for each in one.tactics)
    if not named:
        return f"The sign to see: {shown}. You named none."
    if named in one.tactics:
        return f"You saw it: {tactic_name(named)}."
    return f"The sign to see: {shown}. You named: {tactic_name(named)}."


def lesson_link(script: Script, one: Round) -> LessonLink:
    """Return the section of the training that explains a round."""
    (lesson,) = (each for each in lessons() if each.number == script.lesson)
    section = one.lesson_section or script.lesson_section
    return LessonLink(lesson.number, lesson.title, section, lesson.sections[section - 1])


def lesson_words(script: Script, one: Round) -> str:
    """Say where a round is explained."""
    found = lesson_link(script, one)
    return f"training {found.number}, section {found.section}, “{found.section_title}”"


def stands_words(point: Point, script: Script) -> str:
    """Return what the text says of a point as it stands."""
    match point.result:
        case Result.AGREED:
            return point.ask.wording
        case Result.HALF:
            return point.ask.second
        case Result.SAID:
            return "As the draft has it; something kind was said."
        case _:
            return f"As the draft has it: “{script.issue(point.ask.id).quote}”"


def worth_of(point: Point) -> str:
    """Return what a point brings as it stands, or what is missing."""
    ask: PricedAsk = point.ask
    if point.result is Result.AGREED:
        return worth(ask.price)
    if point.result is Result.HALF:
        return worth(ask.second_price)
    return f"not kept: {worth(ask.price)}"


def sum_words(found: Mapping[Sort, float]) -> tuple[str, str]:
    """Return dollars a year that add up, and beside them what does not.

    Examples
    --------
    >>> sum_words({Sort.WORK: 200.0, Sort.EXPECTED: 1000.0, Sort.OPEN: 50.0})
    ('$1,200', 'and at most $50')
    >>> sum_words({})
    ('$0', '')
    """
    main = dollars(sum(found.get(one, 0.0) for one in SUMMED))
    more = [f"{words} {dollars(found[sort])}" for sort, words in _ALSO if sort in found]
    return main, f"and {', '.join(more)}" if more else ""

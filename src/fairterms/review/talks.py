"""What the log of the talks shows, as lines that a scorecard can quote; always a sign, no proof."""

from collections.abc import Callable, Iterable
from datetime import date

from fairterms.correspondence.entry import ASKS, Kind, Side, Topic
from fairterms.correspondence.state import Standing, State, standings
from fairterms.correspondence.tally import SideTally, tally
from fairterms.review.scorecard import Answer, Line, Material, Reply
from fairterms.units.finding import AbsenceEvidence, Evidence, WorksheetEvidence

NO_LOG = "No log of requests and promises is kept in what was given"
LONGEST = 160
"""Letters of an entry that are shown in a line."""

_STEP = "log, "
_GONE = (State.WITHDRAWN, State.CORRECTED)


def day_of(material: Material) -> date | None:
    """Return the day on which the log is looked at; None where there is no log, or it is empty."""
    return (material.today or material.log.last_day) if material.log else None


def stood(material: Material) -> tuple[Standing, ...]:
    """Return what the log shows by its day, without what was withdrawn or corrected."""
    day = day_of(material)
    if material.log is None or day is None:
        return ()
    return tuple(one for one in standings(material.log, day) if one.state not in _GONE)


def of_side(material: Material, side: Side) -> SideTally | None:
    """Return one side's counts; None where there is no log, or it is empty."""
    day = day_of(material)
    return None if material.log is None or day is None else tally(material.log, day)[side]


def up_to(material: Material) -> str:
    """Name the log with its day: ``"The log up to 2026-11-20"``."""
    return f"The log up to {day_of(material)}"


def lines(found: Iterable[Standing]) -> tuple[Evidence, ...]:
    """Return entries as lines to show: when, who, what, and what became of it."""
    return tuple(_line(one) for one in found)


def _line(one: Standing) -> WorksheetEvidence:
    entry = one.entry
    became = "" if one.state is State.RECORDED else f" ({one.words})"
    said = entry.said
    if len(said) > LONGEST:
        said = f"{said[:LONGEST].rsplit(' ', 1)[0]} …{'”' if entry.is_quote else ''}"
    step = f"{_STEP}{entry.on}, {entry.by} of the {entry.side}"
    return WorksheetEvidence(step, f"{entry.kind}{became}: {said}")


def is_of_log(evidence: Evidence) -> bool:
    """Say whether a piece of evidence is a line of the log."""
    return isinstance(evidence, WorksheetEvidence) and evidence.step.startswith(_STEP)


def signs_of(material: Material, tactic: str) -> tuple[Standing, ...]:
    """Return the entries that are a sign of a tactic: those the group marked, and by a rule.

    Notes
    -----
    The rules: an ask of the group about the terms that was refused, for take it or leave it; a
    request for data without an answer, or a promise of data that was broken, for withheld
    information; a question about the terms without an answer, for strategic ambiguity.

    Sources
    -------
    Our choice.
    """
    is_one = _RULES.get(tactic, _never)
    return tuple(one for one in stood(material) if one.entry.tactic == tactic or is_one(one))


def refused(material: Material) -> tuple[Standing, ...]:
    """Return the group's asks about the terms that the plan refused."""
    return tuple(one for one in stood(material) if _refused_terms(one))


def conceded(material: Material) -> tuple[Standing, ...]:
    """Return what the plan conceded."""
    return tuple(
        one for one in stood(material) if _is_of_plan(one) and one.entry.kind is Kind.CONCESSION
    )


def promised(material: Material, *states: State) -> tuple[Standing, ...]:
    """Return the plan's promises in some states."""
    return tuple(one for one in stood(material) if _is_promise_of_plan(one) and one.state in states)


def unanswered_data(material: Material) -> tuple[Standing, ...]:
    """Return the group's requests for data whose last day passed without an answer."""
    return tuple(one for one in stood(material) if _is_silent(one, Topic.DATA))


def hear(material: Material, question: str, answer: Answer) -> Answer:
    """Add to an answer from the text what the log shows about its question.

    Parameters
    ----------
    material
        The agreement and the log.
    question
        Of :data:`fairterms.units.finding.QUESTIONS`.
    answer
        What the text shows.

    Notes
    -----
    What the text says in words stands. Where it is silent or unclear, the plan's last word in the
    talks counts: refused or broken is no; promised or conceded is unclear, because it is not in the
    text. A request without an answer is shown, and changes nothing.

    Sources
    -------
    Our choice.
    """
    told = _about(material, question)
    good = [one for one in told if _is_good(one)]
    bad = [one for one in told if _is_bad(one)]
    if not good and not bad:
        return _silent(material, answer)
    reply, why = _reply(answer, good, bad)
    return Answer(
        reply,
        f"{answer.because} {why}",
        (*answer.evidence_for, *lines(good)),
        (*answer.evidence_against, *lines(bad)),
    )


def beside(material: Material, line: Line) -> Line:
    """Show the log beside a question that the text alone answers; the reply stays as it is."""
    answer = line.answer
    if any(map(is_of_log, (*answer.evidence_for, *answer.evidence_against))):
        return line
    told = _about(material, line.question.id)
    good = lines(one for one in told if _is_good(one))
    bad = lines(one for one in told if _is_bad(one))
    if not good and not bad:
        return line
    shown = (*answer.evidence_for, *good), (*answer.evidence_against, *bad)
    return Line(line.question, Answer(answer.reply, f"{answer.because} {_BESIDE}", *shown))


def _silent(material: Material, answer: Answer) -> Answer:
    if answer.reply is not Reply.UNCLEAR:
        return answer
    none = f"{NO_LOG}, so the text alone is judged"
    why = none if material.log is None else "The log of the talks says nothing of it"
    because = f"{answer.because} {why}."
    return Answer(answer.reply, because, answer.evidence_for, answer.evidence_against)


def _reply(answer: Answer, good: list[Standing], bad: list[Standing]) -> tuple[Reply, str]:
    refusals = [one for one in bad if one.state is not State.UNANSWERED]
    offers = [one for one in good if one.state not in (State.KEPT, State.LATE)]
    if answer.reply is Reply.YES:
        return Reply.YES, _CONTRARY if bad else _SAME
    if answer.reply is Reply.NO and not all(map(_is_absence, answer.evidence_against)):
        return Reply.NO, _BESIDE
    if offers and max(map(_said, offers)) >= max(map(_said, refusals), default=date.min):
        return Reply.UNCLEAR, _OFFERED
    if refusals:
        return Reply.NO, _REFUSED
    return answer.reply, _WAITING if bad else _BESIDE


_CONTRARY = "The log of the talks shows a sign to the contrary."
_SAME = "The log of the talks shows the same."
_BESIDE = "The log of the talks is shown beside it."
_OFFERED = (
    "In the talks the plan promised or conceded it, the log says; have it written into the text."
)
_REFUSED = "In the talks the plan refused it, or let a promise of it lapse, the log says: a sign."
_WAITING = "A request about it is without an answer, the log says."


def _about(material: Material, question: str) -> list[Standing]:
    """Return the entries that speak to a question, by their own mark or by that of the reply."""
    return [
        one
        for one in stood(material)
        if question in one.entry.questions
        or (one.settled_by is not None and question in one.settled_by.questions)
    ]


def _said(one: Standing) -> date:
    """Return the day of the plan's word: of its refusal, of its lapse, or of its promise."""
    if one.state is State.REFUSED and one.settled_by:
        return one.settled_by.on
    return one.entry.due or one.entry.on if one.state is State.BROKEN else one.entry.on


def _is_absence(evidence: Evidence) -> bool:
    return isinstance(evidence, AbsenceEvidence)


def _is_good(one: Standing) -> bool:
    if _is_of_plan(one) and one.entry.kind is Kind.CONCESSION:
        return True
    return _is_promise_of_plan(one) and one.state in (State.KEPT, State.LATE, State.PENDING)


def _is_bad(one: Standing) -> bool:
    if _is_ask_of_group(one):
        return one.state in (State.REFUSED, State.UNANSWERED)
    return _is_promise_of_plan(one) and one.state is State.BROKEN


def _is_of_plan(one: Standing) -> bool:
    return one.entry.side is Side.PLAN


def _is_promise_of_plan(one: Standing) -> bool:
    return _is_of_plan(one) and one.entry.kind is Kind.PROMISE


def _is_ask_of_group(one: Standing) -> bool:
    return one.entry.side is Side.GROUP and one.entry.kind in ASKS


def _is_silent(one: Standing, about: Topic) -> bool:
    is_open = one.state is State.UNANSWERED and one.entry.about is about
    return is_open and _is_ask_of_group(one)


def _refused_terms(one: Standing) -> bool:
    is_refused = _is_ask_of_group(one) and one.state is State.REFUSED
    return is_refused and (one.entry.kind is Kind.OFFER or one.entry.about is Topic.TERMS)


def _withheld(one: Standing) -> bool:
    is_broken = _is_promise_of_plan(one) and one.state is State.BROKEN
    return _is_silent(one, Topic.DATA) or (is_broken and one.entry.about is Topic.DATA)


def _ambiguous(one: Standing) -> bool:
    return _is_silent(one, Topic.TERMS)


def _never(_one: Standing) -> bool:
    return False


_RULES: dict[str, Callable[[Standing], bool]] = {
    "take_it_or_leave_it": _refused_terms,
    "withheld_information": _withheld,
    "strategic_ambiguity": _ambiguous,
}

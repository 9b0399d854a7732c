"""The practice negotiation: played, taken back, begun again, taken away."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import NoReverseMatch, reverse

from fairterms.negotiate.practice import answers, talk_log
from fairterms.negotiate.practice import page as pages
from fairterms.negotiate.practice.priced import kept_prices, worth
from fairterms.negotiate.practice.script import Worth
from fairterms.negotiate.practice.talk import Turn
from fairterms.negotiate.practice.wording import lesson_link, lesson_words, seen_words
from fairterms.publish import pdf
from fairterms.reference.lesson_links import LessonLink
from fairterms.review import scorecard_section
from fairterms_web.practice import access, actions
from fairterms_web.practice.access import Played
from fairterms_web.practice.forms import AnswerForm
from fairterms_web.rooms.downloads import download
from fairterms_web.rooms.entered import Entered
from fairterms_web.rooms.pages import show
from fairterms_web.rooms.policy import in_room
from fairterms_web.rooms.roles import READ, REMARK


@dataclass(frozen=True)
class Told:
    """One answer as the debrief tells it.

    Attributes
    ----------
    turn
        What was played.
    number
        Which round it was, from 1.
    did, tactic, stronger
        What it did; the tactic that was to be seen, and a stronger reply, both empty for none.
    lesson, lesson_url
        The section that explains it, and its address; empty where it has none.
    """

    turn: Turn
    number: int
    did: str
    tactic: str
    stronger: str
    lesson: str
    lesson_url: str


@in_room(READ, post=REMARK)
def page(request: HttpRequest, by: Entered) -> HttpResponse:
    """Show the practice; take an answer, where one was sent."""
    played = access.played(by)
    now = played.talk.next
    form = AnswerForm(request.POST or None, now) if now else None
    if request.method == "POST":
        if form is None or request.POST.get("round") != form.initial["round"]:
            messages.error(request, "The talks have gone on meanwhile. Here is where they are.")
            return _to_the_table(by)
        if form.is_valid():
            return _answered(request, by, form)
    told = {**_told(played), "form": form}
    status = 422 if form is not None and form.errors else 200
    return show(request, by, "practice/page.html", told, status=status)


@in_room(None, post=REMARK)
def back(request: HttpRequest, by: Entered) -> HttpResponse:
    """Take the last answer back."""
    try:
        actions.take_back(by=by, shown=request.POST.get("round", ""))
    except actions.Elsewhere as wrong:
        messages.error(request, str(wrong))
    else:
        messages.success(request, "Taken back. You may answer that round again.")
    return _to_the_table(by)


@in_room(None, post=REMARK)
def again(request: HttpRequest, by: Entered) -> HttpResponse:
    """Begin again."""
    actions.begin_again(by=by)
    messages.success(request, "The talks begin again.")
    return _to_the_table(by)


@in_room(READ)
def scorecards(request: HttpRequest, by: Entered) -> HttpResponse:
    """Show the whole scorecards of the sample's contract with the practice log."""
    seen = access.played(by).material
    told = {"blocks": scorecard_section.blocks(seen) if seen else None}
    return show(request, by, "practice/scorecards.html", told)


@in_room(READ)
def take(request: HttpRequest, by: Entered, name: str) -> HttpResponse:
    """Give a file to take away."""
    if name not in TAKEN:
        raise Http404
    played = access.played(by)
    file, _, make = TAKEN[name]
    content = make(played)
    if content is None:
        raise Http404
    return download(content, file)


def _log(played: Played) -> bytes:
    return talk_log.log_text(played.talk).encode()


def _answers(played: Played) -> bytes:
    return answers.write(one.choice for one in played.talk.turns).encode()


def _debrief(played: Played) -> bytes | None:
    if played.cards is None or not played.talk.turns:
        return None
    return pdf.render(pages.debrief(played.talk, played.score, played.cards, played.log))


TAKEN: dict[str, tuple[str, str, Callable[[Played], bytes | None]]] = {
    "log": ("practice-log.toml", "The practice log (log.toml of a folder of its own)", _log),
    "answers": ("answers.toml", "Your answers, to play them again", _answers),
    "debrief": ("debrief.pdf", "What each answer did (PDF)", _debrief),
}
"""What may be taken away: the file's name, what it is, and what makes it."""


def _answered(request: HttpRequest, by: Entered, form: AnswerForm) -> HttpResponse:
    try:
        actions.answer(by=by, choice=form.choice)
    except actions.Elsewhere as wrong:
        messages.error(request, str(wrong))
    return _to_the_table(by)


def _to_the_table(by: Entered) -> HttpResponse:
    return redirect(f"{reverse('practice:page', args=[by.room.id])}#table")


def _told(played: Played) -> dict[str, object]:
    talk, found = played.talk, played.score
    last = talk.turns[-1] if talk.turns else None
    now = talk.next
    told: dict[str, object] = {
        "talk": talk,
        "last": last,
        "now": now,
        "number": len(talk.turns) + 1,
        "terms": pages.term_blocks(talk, found),
        "score": pages.score_blocks(talk, found),
        "log": pages.log_blocks(played.log),
        "taken": {name: words for name, (_, words, _) in TAKEN.items()},
    }
    if now is not None and now.ask:
        told["at_stake"] = worth(kept_prices().asks[now.ask].price)
    if talk.turns and played.cards is not None:
        told["cards"] = pages.card_blocks(played.cards)
    if talk.end is not None:
        told |= {"ended": pages.end_words(talk, found), "debrief": list(_debriefed(played))}
    return told


def _debriefed(played: Played) -> Iterator[Told]:
    talk = played.talk
    for number, turn in enumerate(talk.turns, start=1):
        one = turn.round
        is_weaker = bool(one.tactic) and turn.reply.worth is not Worth.GOOD
        yield Told(
            turn,
            number,
            pages.what_it_did(turn, talk, played.score),
            seen_words(one, turn.choice.tactic) if one.tactic else "",
            one.best.words if is_weaker else "",
            lesson_words(talk.script, one),
            _lesson_url(lesson_link(talk.script, one)),
        )


def _lesson_url(link: LessonLink) -> str:
    """Return the address of a section of a training; empty where trainings have none."""
    try:
        return f"{reverse('learn:lesson', args=[link.number])}#{link.anchor}"
    except NoReverseMatch:
        return ""

"""Numbers to move and what they do; worksheet, two versions, offers, long runs, forecast."""

from collections.abc import Callable, Mapping
from functools import wraps
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from fairterms.decide.trial_run.run import TrialRun
from fairterms.units.refusal import Refusal
from fairterms_web.jobs import access as work
from fairterms_web.jobs.kinds import years as years_kind
from fairterms_web.jobs.made import simulate as made
from fairterms_web.jobs.models import Job, State
from fairterms_web.rooms.downloads import download
from fairterms_web.rooms.entered import Entered
from fairterms_web.rooms.pages import show
from fairterms_web.rooms.policy import in_room
from fairterms_web.rooms.roles import READ, WRITE
from fairterms_web.simulate import actions, answers, comparing, past, worksheets
from fairterms_web.simulate.access import Opened, in_words
from fairterms_web.simulate.asked import Asked, asked, deal_of, has_fields, sent_with
from fairterms_web.simulate.forms import OfferForm
from fairterms_web.simulate.moves import NAME
from fairterms_web.simulate.shelf import Overtaken
from fairterms_web.simulate.sliders import groups

MOST_LISTED = 10
"""Long runs that are listed."""
TAKEN = {
    "pdf": ("forecast.pdf", "The forecast as PDF"),
    "xlsx": ("forecast.xlsx", "The forecast as Excel workbook"),
}
OfDeal = Callable[[HttpRequest, Entered, Asked], HttpResponse]


def of_deal(view: OfDeal) -> Callable[[HttpRequest, Entered], HttpResponse]:
    """Give a view the deal of the room, ready; where it is not, show why and what to do."""

    @wraps(view)
    def readied(request: HttpRequest, by: Entered) -> HttpResponse:
        try:
            found = deal_of(request, by)
        except Refusal as refusal:
            was_asked = bool(sent_with(request).get("year") or sent_with(request).getlist(NAME))
            told = {"refused": refusal, "crumbs": ()}
            return show(request, by, "simulate/waiting.html", told, 422 if was_asked else 200)
        if found.ready is None:
            return _waiting(request, by, found)
        return view(request, by, asked(request, found.ready))

    return readied


@in_room(READ)
@of_deal
def page(request: HttpRequest, by: Entered, one: Asked) -> HttpResponse:
    """Show the sliders and what the moved ones do."""
    if has_fields(request.GET) and one.is_sound:
        # Sent without scripts: the address is to say what was moved, and nothing else.
        return redirect(f"{request.path}?{one.query()}")
    work_out = answers.unhurried if request.GET.get("more") else answers.first
    told, status = _answer(by, one, work_out)
    typed = {name: text for name, text in request.GET.items() if isinstance(text, str)}
    told |= {
        "groups": groups(one.known, one.moves.settings, typed, one.wrong),
        "choices": years_kind.CHOICES,
        "years": one.ready.years,
        "period": one.ready.prepared.period.first.year,
    }
    return show(request, by, "simulate/page.html", told, status)


@in_room(None, post=READ)
@of_deal
def run(request: HttpRequest, by: Entered, one: Asked) -> HttpResponse:
    """Answer a moved slider with the part of the page that changes."""
    told, status = _answer(by, one, answers.first)
    return _part(request, by, one, told, status)


@in_room(READ)
@of_deal
def refine(request: HttpRequest, by: Entered, one: Asked) -> HttpResponse:
    """Answer with more years; without scripts, on the whole page."""
    if not request.headers.get("HX-Request"):
        page = reverse("simulate:page", args=[by.room.id])
        return redirect(f"{page}?{one.moves.query(year=one.year, more='1')}")
    try:
        told, status = _answer(by, one, answers.surer)
    except Overtaken:
        return HttpResponse(status=204)
    return _part(request, by, one, told, status)


@in_room(READ)
@of_deal
def worksheet(request: HttpRequest, by: Entered, one: Asked) -> HttpResponse:
    """Show a worksheet in which every number opens its explanation."""
    of = request.GET.get("of", "")
    told: dict[str, object] = {
        "asked": one,
        "of": of,
        "refused": one.refused,
        "crumbs": _crumbs(by, "Worksheet"),
    }
    try:
        case, told["sheet"] = worksheets.sheet(one, of)
        told["choices"] = worksheets.choices(case)
    except Refusal as refusal:
        told["refused"] = in_words(refusal)
    return show(request, by, "simulate/worksheet.html", told, 422 if told["refused"] else 200)


@in_room(READ)
@of_deal
def compare(request: HttpRequest, by: Entered, one: Asked) -> HttpResponse:
    """Set two versions of the terms against each other."""
    chosen = {name: request.GET.get(name, "") for name in ("first", "second")}
    told: dict[str, object] = {
        "versions": comparing.versions(by),
        "chosen": chosen,
        "year": one.year,
        "refused": one.refused,
        "crumbs": _crumbs(by, "Two versions"),
    }
    if all(chosen.values()):
        texts = [comparing.text_of(by, version) for version in chosen.values()]
        try:
            told["blocks_shown"] = comparing.blocks(one.ready, *texts)
        except Refusal as refusal:
            told["refused"] = in_words(refusal)
    return show(request, by, "simulate/compare.html", told, 422 if told["refused"] else 200)


@in_room(WRITE, post=WRITE)
@of_deal
def keep(request: HttpRequest, by: Entered, one: Asked) -> HttpResponse:
    """Keep the moved terms as an offer in the folder."""
    form = OfferForm(request.POST if request.method == "POST" else None)
    refused = one.refused
    if request.method == "POST" and form.is_valid() and one.is_sound:
        try:
            path = actions.keep_offer(by=by, asked=one, **form.cleaned_data)
        except Refusal as refusal:
            refused = in_words(refusal)
        else:
            messages.success(request, f"Kept as {path}. It can be weighed against the deal.")
            return redirect(_page_of(by, one))
    told = {
        "asked": one,
        "form": form,
        "refused": refused,
        "sliders": _moved(one),
        "crumbs": _crumbs(by, "Keep as an offer"),
    }
    return show(request, by, "simulate/keep.html", told, 422 if refused or form.errors else 200)


@in_room(None, post=WRITE)
@of_deal
def longer(request: HttpRequest, by: Entered, one: Asked) -> HttpResponse:
    """Ask for many years of what was moved."""
    number = request.POST.get("years", "")
    if number not in years_kind.CHOICES or not one.is_sound:
        raise Http404
    job = actions.ask_years(by=by, asked=one, years=number)
    return redirect("simulate:years", room_id=by.room.id, job_id=job.id)


@in_room(READ)
def long_runs(request: HttpRequest, by: Entered) -> HttpResponse:
    """List the long runs of a room."""
    rows = [(_words(one), one) for one in work.jobs_of(by, "years")[:MOST_LISTED]]
    told = {"runs": rows, "crumbs": _crumbs(by, "Long runs")}
    return show(request, by, "simulate/long_runs.html", told)


@in_room(READ)
def years(request: HttpRequest, by: Entered, job_id: str) -> HttpResponse:
    """Show a long run, or how far it is."""
    job = work.job_of(by, job_id)
    if job.kind != "years":
        raise Http404
    told: dict[str, object] = {
        "job": job,
        "title": _words(job),
        "percent": work.percent(job),
        "back": reverse("simulate:long_runs", args=[by.room.id]),
        "set_as": _query_of(job),
        "crumbs": _crumbs(by, "A long run"),
    }
    if job.state == State.DONE:
        told["html"] = work.part_of(by, job, years_kind.PAGE).decode()
    return show(request, by, "simulate/years.html", told)


@in_room(READ)
def forecast(request: HttpRequest, by: Entered) -> HttpResponse:
    """Show the whole forecast of the last decision."""
    standing = work.standing(by, "decision")
    parts = work.parts_of(by, standing.shown, [made.PAGE]) if standing.shown else {}
    told = {
        "standing": standing,
        "back": request.path,
        "html": parts.get(made.PAGE, b"").decode(),
        "taken": TAKEN,
        "crumbs": _crumbs(by, "The whole forecast"),
    }
    return show(request, by, "simulate/forecast.html", told)


@in_room(READ)
def take(request: HttpRequest, by: Entered, name: str) -> HttpResponse:
    """Give the forecast in a form to take away."""
    standing = work.standing(by, "decision")
    if name not in TAKEN or standing.shown is None:
        raise Http404
    file, _ = TAKEN[name]
    return download(work.part_of(by, standing.shown, file), file)


def _answer(
    by: Entered, one: Asked, work_out: Callable[[Entered, Asked], TrialRun]
) -> tuple[dict[str, Any], int]:
    """Work out an answer; where what was asked cannot be, say why."""
    refused = one.refused
    if one.is_sound:
        try:
            return {**answers.told(by, one, work_out(by, one))}, 200
        except Refusal as refusal:
            refused = refusal
    wrong = [(one.known[name], words) for name, words in one.wrong.items()]
    return {**answers.told(by, one), "refused": refused, "wrong": wrong}, 422


def _part(
    request: HttpRequest, by: Entered, one: Asked, told: Mapping[str, Any], status: int
) -> HttpResponse:
    shown = {"room": by.room, "may": {"write": by.may(WRITE)}, "choices": years_kind.CHOICES}
    response = render(request, "simulate/result.html", {**shown, **told}, status=status)
    if status == 200 and request.method == "POST":
        response["HX-Push-Url"] = _page_of(by, one)
    return response


def _page_of(by: Entered, one: Asked) -> str:
    return f"{reverse('simulate:page', args=[by.room.id])}?{one.query()}"


def _waiting(request: HttpRequest, by: Entered, found: Opened) -> HttpResponse:
    told: dict[str, object] = {"has_terms": found.has_terms}
    if found.has_terms:
        told |= {"standing": work.standing(by, past.KIND), "kind": past.KIND}
        told["back"] = reverse("simulate:page", args=[by.room.id])
    return show(request, by, "simulate/waiting.html", told)


def _moved(one: Asked) -> list[tuple[str, str, str, bool]]:
    """List what was moved: what, from where, to where, and whether it is a term."""
    return [
        (
            f"{slider.section}: {slider.title}",
            slider.written(slider.now),
            slider.written(at),
            slider.kind.name == "TERM",
        )
        for name, at in one.moves.settings.items()
        if at != (slider := one.known[name]).now
    ]


def _words(job: Job) -> str:
    told = job.arguments
    moved = len(told.get("set", "").split())
    what = f"{moved} moved number{'s' if moved > 1 else ''}" if moved else "the deal as it stands"
    return f"{int(told['years']):,} years of {told['year']}, {what}"


def _query_of(job: Job) -> str:
    told = job.arguments
    return urlencode(
        [*((NAME, one) for one in told.get("set", "").split()), ("year", told["year"])]
    )


def _crumbs(by: Entered, last: str) -> tuple[tuple[str, str], ...]:
    return (("Simulate", reverse("simulate:page", args=[by.room.id])), (last, ""))

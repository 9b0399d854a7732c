"""Findings beside the text, and what is decided about them."""

from collections.abc import Sequence

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from fairterms_web.jobs import access as work
from fairterms_web.jobs import actions as working
from fairterms_web.jobs.models import Job, State
from fairterms_web.read import access, actions
from fairterms_web.read.access import Marked
from fairterms_web.read.cards import card, cards
from fairterms_web.read.models import Decision
from fairterms_web.rooms.downloads import download
from fairterms_web.rooms.entered import Entered
from fairterms_web.rooms.pages import show
from fairterms_web.rooms.policy import in_room
from fairterms_web.rooms.roles import READ, REMARK, WRITE

SEVERITIES = ("critical", "high", "medium", "low")
PARTS = {
    "scorecards": "Good faith, adhesion and tactics",
    "clauses": "Clauses",
    "outside": "Documents outside the contract",
    "language": "How hard it is to read",
}
TAKEN = {
    "questions": ("questions.docx", "A letter of questions to the plan"),
    "findings": ("findings.csv", "The findings as a table"),
}


@in_room(READ)
def page(request: HttpRequest, by: Entered) -> HttpResponse:
    """Show findings beside the text, filtered as asked."""
    standing = work.standing(by, "review")
    told: dict[str, object] = {"standing": standing, "back": request.path}
    if standing.shown is not None:
        reviewed = access.reviewed(by, standing.shown)
        chosen = {name: request.GET.get(name, "") for name in ("severity", "status", "decision")}
        told |= {
            "reviewed": reviewed,
            "cards": list(cards(request, by, _filtered(reviewed.findings, chosen))),
            "chosen": chosen,
            "severities": SEVERITIES,
            "decisions": Decision.choices,
            "parts": PARTS,
            "taken": {name: words for name, (_, words) in TAKEN.items()},
        }
    return show(request, by, "read/page.html", told)


@in_room(READ, post=REMARK)
def finding(request: HttpRequest, by: Entered, key: str) -> HttpResponse:
    """Show one finding; decide about it, or say something, where that was sent."""
    found = _finding(by, key)
    problem = _change(request, by, key) if request.method == "POST" else ""
    if request.method == "POST" and not problem and not request.headers.get("HX-Request"):
        return redirect(f"{reverse('read:page', args=[by.room.id])}#finding-{found.number}")
    one, may_remark = access.marked(by, found), by.may(REMARK)
    html = card(request, one, request.path, may_remark=may_remark, problem=problem)
    return HttpResponse(html, status=422 if problem else 200)


@in_room(READ)
def part(request: HttpRequest, by: Entered, name: str) -> HttpResponse:
    """Show another part of what the reading found."""
    standing = work.standing(by, "review")
    if name not in PARTS or standing.shown is None:
        raise Http404
    html = work.part_of(by, standing.shown, f"{name}.html").decode()
    told = {"title": PARTS[name], "html": html, "standing": standing}
    return show(request, by, "read/part.html", told)


@in_room(READ)
def take(request: HttpRequest, by: Entered, name: str) -> HttpResponse:
    """Give a file to take away."""
    standing = work.standing(by, "review")
    if name not in TAKEN or standing.shown is None:
        raise Http404
    file, _ = TAKEN[name]
    return download(work.part_of(by, standing.shown, file), file)


@in_room(READ, post=WRITE)
def compare(request: HttpRequest, by: Entered) -> HttpResponse:
    """Choose two versions of the contract, and compare them."""
    versions = access.contract_versions(by)
    known = {one.id for one in versions}
    chosen = {side: request.POST.get(side, "") for side in ("old", "new")}
    problem = ""
    if request.method == "POST":
        if set(chosen.values()) <= known and chosen["old"] != chosen["new"]:
            job = working.ask(by=by, kind="comparison", arguments=chosen)
            return redirect("read:changes", room_id=by.room.id, job_id=job.id)
        problem = "Choose an older and a newer version."
    told = {
        "versions": versions,
        "chosen": chosen,
        "problem": problem,
        "earlier": work.jobs_of(by, "comparison")[:10],
    }
    return show(request, by, "read/compare.html", told, status=422 if problem else 200)


@in_room(READ)
def changes(request: HttpRequest, by: Entered, job_id: str) -> HttpResponse:
    """Show what changed between two versions."""
    job = _comparison(by, job_id)
    is_done = job.state == State.DONE
    told = {
        "job": job,
        "percent": work.percent(job),
        "html": work.part_of(by, job, "changes.html").decode() if is_done else "",
    }
    return show(request, by, "read/changes.html", told)


@in_room(READ)
def redline(request: HttpRequest, by: Entered, job_id: str) -> HttpResponse:
    """Give the newer version with its changes tracked."""
    job = _comparison(by, job_id)
    return download(work.part_of(by, job, "redline.docx"), "redline.docx")


def _comparison(by: Entered, job_id: str) -> Job:
    job = work.job_of(by, job_id)
    if job.kind != "comparison":
        raise Http404
    return job


def _change(request: HttpRequest, by: Entered, key: str) -> str:
    """Do what was sent; return what is wrong with it, or nothing."""
    try:
        if "text" in request.POST:
            actions.remark(by=by, finding=key, text=request.POST["text"])
            return ""
        decision = request.POST.get("decision", "")
        if decision not in Decision.values:
            return "Choose what you decide."
        reason = request.POST.get("reason", "")
        actions.decide(by=by, finding=key, decision=Decision(decision), reason=reason)
    except actions.NeedsReason as problem:
        return str(problem)
    return ""


def _finding(by: Entered, key: str) -> Marked:
    """Return a finding; what was decided and said about it is looked up when it is shown."""
    reading = work.shown(by, "review")
    found = access.unmarked(by, reading, key) if reading is not None else None
    if found is None:
        raise Http404
    return found


def _filtered(findings: Sequence[Marked], chosen: dict[str, str]) -> list[Marked]:
    return [
        one
        for one in findings
        if chosen["severity"] in {"", one.record["severity"]}
        and chosen["status"] in {"", one.record["status"]}
        and chosen["decision"] in {"", one.decision}
    ]

"""Findings beside the text, and what is decided about them."""

from collections.abc import Sequence

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from fairterms_web.jobs import access as work
from fairterms_web.read import access, actions
from fairterms_web.read.access import Marked
from fairterms_web.read.models import Decision
from fairterms_web.rooms.downloads import download
from fairterms_web.rooms.entered import Entered
from fairterms_web.rooms.pages import show
from fairterms_web.rooms.policy import in_room
from fairterms_web.rooms.roles import READ, REMARK

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
            "findings": _filtered(reviewed.findings, chosen),
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
    if request.method == "POST" and not problem:
        if not request.headers.get("HX-Request"):
            return redirect(f"{reverse('read:page', args=[by.room.id])}#finding-{found.number}")
        found = _finding(by, key)
    told = {"one": found, "room": by.room, "problem": problem, "may": {"remark": by.may(REMARK)}}
    status = 422 if problem else 200
    return render(request, "read/finding.html", told, status=status)


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
    standing = work.standing(by, "review")
    if standing.shown is None:
        raise Http404
    found = [one for one in access.reviewed(by, standing.shown).findings if one.key == key]
    if not found:
        raise Http404
    return found[0]


def _filtered(findings: Sequence[Marked], chosen: dict[str, str]) -> list[Marked]:
    return [
        one
        for one in findings
        if chosen["severity"] in {"", one.record["severity"]}
        and chosen["status"] in {"", one.record["status"]}
        and chosen["decision"] in {"", one.decision}
    ]

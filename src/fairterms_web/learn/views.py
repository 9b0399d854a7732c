"""Trainings and quizzes for everybody, certificates, and what a room has to learn from."""

from random import randrange
from urllib.parse import urlsplit

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme

from fairterms.reference.lesson import lessons
from fairterms.reference.quiz import draw, score
from fairterms.units.problem import Problem
from fairterms_web.learn import access, actions, answers, lesson_page
from fairterms_web.learn.forms import MOST_SEEDS, Code, OnCertificate, Quiz, Seed
from fairterms_web.learn.printing import NO_CREDIT, SHOWS, printed
from fairterms_web.learn.subject import FINAL, Subject
from fairterms_web.rooms.downloads import download
from fairterms_web.rooms.entered import Entered
from fairterms_web.rooms.pages import crumbs, show
from fairterms_web.rooms.policy import actor_of, anyone, in_room, signed_in
from fairterms_web.rooms.roles import READ, WRITE

ASKED = 12
"""Questions of a quiz about a group's own course, if it has so many."""


@anyone()
def index(request: HttpRequest) -> HttpResponse:
    """Show the trainings; to who signed in, how far they are."""
    person = actor_of(request).person
    told = {
        "trainings": lessons(),
        "progress": access.progress_of(person) if person else [],
        "form": Code(),
        "final": FINAL,
    }
    return render(request, "learn/index.html", told)


@anyone()
def lesson(request: HttpRequest, number: int) -> HttpResponse:
    """Show a training."""
    found = access.lesson_of(number)
    told = {
        "lesson": found,
        "html": lesson_page.html_of_lesson(number),
        "explained": lesson_page.explained_by(number),
        "others": lessons(),
        "back": _room_before(request),
    }
    return render(request, "learn/lesson.html", told)


@anyone()
def patients(request: HttpRequest) -> HttpResponse:
    """Show the page that explains value-based care to patients."""
    title, html = lesson_page.page_for_patients()
    return render(request, "learn/patients.html", {"title": title, "html": html})


@signed_in(post=True)
def quiz(request: HttpRequest, about: str) -> HttpResponse:
    """Ask the questions of a training, or of all; explain every answer once they were sent."""
    subject = access.subject_of(about)
    if request.method == "POST":
        return _answered(request, subject)
    return _asked(request, subject, randrange(MOST_SEEDS))  # noqa: S311 - no secret hangs on it


def _asked(request: HttpRequest, subject: Subject, seed: int, status: int = 200) -> HttpResponse:
    form = Quiz(initial={"seed": seed}, asked=subject.drawn(seed))
    return render(request, "learn/quiz.html", {"subject": subject, "form": form}, status=status)


def _answered(request: HttpRequest, subject: Subject) -> HttpResponse:
    sent = Seed(request.POST)
    if not sent.is_valid():
        # Without it nobody can tell which questions were asked: others are asked instead.
        # Which questions, no secret.
        return _asked(request, subject, randrange(MOST_SEEDS), status=422)  # noqa: S311
    seed = sent.cleaned_data["seed"]
    asked = subject.drawn(seed)
    form = Quiz(request.POST, asked=asked)
    if not form.is_valid():
        told = {"subject": subject, "form": form}
        return render(request, "learn/quiz.html", told, status=422)
    kept = actions.keep_answers(
        person=str(request.user.pk), subject=subject, seed=seed, given=form.given
    )
    told = {
        "subject": subject,
        "kept": kept,
        "answers": answers.explained(asked, form.given),
        "again": subject.places_missed(asked, form.given),
        "final": FINAL,
    }
    return render(request, "learn/answered.html", told)


@signed_in(post=True)
def certify(request: HttpRequest, answered_id: str) -> HttpResponse:
    """Ask for the name on a certificate, and make it."""
    person = str(request.user.pk)
    answered = access.answered_of(person, answered_id)
    if hasattr(answered, "certificate"):
        return redirect("learn:certificate", code=answered.certificate.code)
    form = OnCertificate(request.POST or None, initial={"name": getattr(request.user, "name", "")})
    if request.method == "POST" and form.is_valid():
        name = form.cleaned_data["name"]
        made = actions.certify(person=person, answered_id=answered_id, name=name)
        return redirect("learn:certificate", code=made.code)
    told = {"form": form, "answered": answered, "subject": access.subject_of(answered.about)}
    return render(request, "learn/certify.html", told, status=422 if form.errors else 200)


@anyone()
def certificate(request: HttpRequest, code: str) -> HttpResponse:
    """Show a certificate to whoever has its code; say where a code is unknown."""
    found = access.certificate(code)
    told = {
        "certificate": found,
        "code": code,
        "address": request.build_absolute_uri(request.path),
        "shows": SHOWS,
        "no_credit": NO_CREDIT,
        "form": Code(),
    }
    answer = render(request, "learn/certificate.html", told, status=200 if found else 404)
    # It names a person: who has the code may see it, and nobody comes upon it by searching.
    answer["X-Robots-Tag"] = "noindex"
    return answer


@anyone()
def certificate_pdf(request: HttpRequest, code: str) -> HttpResponse:
    """Give a certificate for print."""
    found = access.certificate(code)
    if found is None:
        raise Http404
    address = request.build_absolute_uri(request.path.removesuffix("pdf/"))
    return download(printed(found, address), f"certificate-{found.code}.pdf", "application/pdf")


@anyone()
def find(request: HttpRequest) -> HttpResponse:
    """Lead to the certificate of a code that somebody typed."""
    form = Code(request.GET)
    typed = request.GET.get("code", "").lower()
    # A letter that no code has is left out: the page of the rest says that it is no certificate's.
    plain = "".join(one for one in typed if one.isascii() and one.isalnum())
    if form.is_valid():
        groups = "-".join(plain[at : at + 4] for at in range(0, len(plain), 4))
        return redirect("learn:certificate", code=groups or "none")
    return redirect("learn:index")


@in_room(READ)
def page(request: HttpRequest, by: Entered) -> HttpResponse:
    """Show what there is to learn for the deal of a room."""
    own = access.courses_of(by)
    told = {
        "progress": access.progress_of(by.actor.person),
        "in_deal": access.in_deal(by),
        "is_read": access.is_read(by),
        "own": own,
        "problems": [(_place(one), one) for one in own.problems] if by.may(WRITE) else [],
        "final": FINAL,
    }
    return show(request, by, "learn/page.html", told)


@in_room(READ)
def course(request: HttpRequest, by: Entered, name: str) -> HttpResponse:
    """Show a course of the room."""
    found = access.course_of(by, name)
    told = {
        "course": found,
        "html": lesson_page.html_of_course(found),
        "crumbs": crumbs(by, found.title, ("Learn", "learn:page")),
    }
    return show(request, by, "learn/course.html", told)


@in_room(READ)
def course_quiz(request: HttpRequest, by: Entered, name: str) -> HttpResponse:
    """Ask the questions of a course of the room; its answers are explained and not kept."""
    found = access.course_of(by, name)
    if not found.questions:
        raise Http404
    sent = Seed(request.GET)
    # Which questions, no secret.
    seed = sent.cleaned_data["seed"] if sent.is_valid() else randrange(MOST_SEEDS)  # noqa: S311
    asked = draw(found, seed, ASKED)
    is_sent = sent.is_valid()
    form = Quiz(request.GET if is_sent else None, initial={"seed": seed}, asked=asked)
    told = {
        "course": found,
        "form": form,
        "crumbs": crumbs(by, f"Questions: {found.title}", ("Learn", "learn:page")),
    }
    if is_sent and form.is_valid():
        told["answers"] = answers.explained(asked, form.given)
        told["score"] = score(found, asked, form.given)
    status = 422 if is_sent and form.errors else 200
    return show(request, by, "learn/course_quiz.html", told, status=status)


def _place(problem: Problem) -> str:
    return f"{problem.file}, line {problem.line}" if problem.line else problem.file


def _room_before(request: HttpRequest) -> str:
    """Return the page of a room from which somebody came here; empty where it was another."""
    before = request.headers.get("Referer", "")
    is_own = url_has_allowed_host_and_scheme(
        before, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    path = urlsplit(before).path
    return path if is_own and path.startswith("/rooms/") else ""

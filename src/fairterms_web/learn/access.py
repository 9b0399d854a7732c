"""What a person has learned, certificates by their code, and what a room has to learn from."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from django.http import Http404

from fairterms.reference.course import FOLDER, SUFFIXES, Course, Courses, read_files
from fairterms.reference.lesson import Lesson, lessons
from fairterms.reference.lesson_links import lesson_for_check
from fairterms_web.deals import access as files
from fairterms_web.jobs import access as work
from fairterms_web.learn.lesson_page import TITLES
from fairterms_web.learn.models import Answered, Certificate
from fairterms_web.learn.subject import Subject, subjects
from fairterms_web.rooms.entered import Entered
from fairterms_web.rooms.pages import place_url


@dataclass(frozen=True)
class Progress:
    """How far a person is with one subject.

    Attributes
    ----------
    subject
        The training, or the final assessment.
    best
        Their best answers; None where they have answered nothing.
    certificate
        The code of the last certificate; empty where there is none.
    """

    subject: Subject
    best: Answered | None
    certificate: str


@dataclass(frozen=True)
class InDeal:
    """What a training has to do with a deal.

    Attributes
    ----------
    lesson
        The training.
    findings
        What was found in this contract and is explained here: title, anchor of the section, count.
    pages
        Pages of this room that it explains: title and address.
    """

    lesson: Lesson
    findings: tuple[tuple[str, str, int], ...]
    pages: tuple[tuple[str, str], ...]


def progress_of(person: str) -> list[Progress]:
    """Return how far a person is, in the order of the subjects."""
    rows = Answered.objects.filter(person_id=person).select_related("certificate")
    answered: dict[str, list[Answered]] = {}
    for row in rows.order_by("is_passed", "right", "answered_at"):
        answered.setdefault(row.about, []).append(row)
    return [_progress(one, answered.get(about, ())) for about, one in subjects().items()]


def _progress(subject: Subject, rows: Sequence[Answered]) -> Progress:
    codes = [row.certificate.code for row in rows if hasattr(row, "certificate")]
    return Progress(subject, rows[-1] if rows else None, codes[-1] if codes else "")


def subject_of(about: str) -> Subject:
    """Return what can be asked about under a name of an address."""
    found = subjects().get(about)
    if found is None:
        raise Http404
    return found


def lesson_of(number: int) -> Lesson:
    """Return a training by its number."""
    found = next((one for one in lessons() if one.number == number), None)
    if found is None:
        raise Http404
    return found


def answered_of(person: str, answered_id: str) -> Answered:
    """Return what a person answered and passed; what others answered is not there."""
    rows = Answered.objects.filter(person_id=person, is_passed=True).select_related("certificate")
    found = rows.filter(pk=answered_id).first()
    if found is None:
        raise Http404
    return found


def certificate(code: str) -> Certificate | None:
    """Return a certificate by its code; None where there is none.

    The code itself is the right to see it: who prints a certificate shows it to others.
    """
    plain = code.strip().lower()
    return Certificate.objects.filter(pk=plain).first()


def courses_of(by: Entered) -> Courses:
    """Return the courses among the files of a room."""
    paths = [one.path for one in files.listed(by) if _is_of_course(PurePosixPath(one.path))]
    kept = files.contents_of(by, paths)
    return read_files({PurePosixPath(path).name: content for path, content in kept})


def _is_of_course(path: PurePosixPath) -> bool:
    return str(path.parent) == FOLDER and path.suffix in SUFFIXES


def course_of(by: Entered, name: str) -> Course:
    """Return a course of a room by its name."""
    found = courses_of(by).named(name)
    if found is None:
        raise Http404
    return found


def in_deal(by: Entered) -> list[InDeal]:
    """Return what each training has to do with the deal of a room."""
    found = _findings(by)
    return [InDeal(one, _of_lesson(one, found), _pages(one, by)) for one in lessons()]


def is_read(by: Entered) -> bool:
    """Tell whether the contract of a room was read."""
    return work.shown(by, "review") is not None


def _findings(by: Entered) -> Mapping[str, tuple[str, int]]:
    """Return title and count of what was found, by the check that found it."""
    job = work.shown(by, "review")
    if job is None:
        return {}
    found: dict[str, tuple[str, int]] = {}
    for one in json.loads(work.part_of(by, job, "findings.json"))["findings"]:
        # A title ends with what distinguishes one sighting: the word, the document.
        title = str(one.get("title") or one["check"].replace("-", " ")).partition(": ")[0]
        found[one["check"]] = (title, found.get(one["check"], ("", 0))[1] + 1)
    return found


def _of_lesson(
    lesson: Lesson, found: Mapping[str, tuple[str, int]]
) -> tuple[tuple[str, str, int], ...]:
    links = ((lesson_for_check(check), told) for check, told in found.items())
    return tuple(
        (title, link.anchor, count)
        for link, (title, count) in links
        if link is not None and link.number == lesson.number
    )


def _pages(lesson: Lesson, by: Entered) -> tuple[tuple[str, str], ...]:
    named = ((TITLES[place], place_url(by, place)) for place in lesson.explains.pages)
    return tuple((title, url) for title, url in named if url)

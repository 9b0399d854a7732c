"""Everybody can read; who signed in can answer; a certificate is shown to whoever has its code."""

import json
import re
from typing import TYPE_CHECKING

import pytest
from django.contrib.auth import get_user_model
from django.db import transaction
from django.test import Client
from django.urls import reverse

from fairterms.reference.assessment import QUESTIONS
from fairterms.reference.lesson import for_patients, lessons
from fairterms.reference.quiz import Asked
from fairterms_web import identifiers
from fairterms_web.deals.actions import save_files
from fairterms_web.jobs import access as work
from fairterms_web.jobs.models import Job, Part, State
from fairterms_web.learn import lesson_page
from fairterms_web.learn.actions import certify, keep_answers
from fairterms_web.learn.models import Answered, Certificate
from fairterms_web.learn.printing import IN_FULL
from fairterms_web.learn.subject import subjects
from fairterms_web.vault.keyring import keyring
from tests.reference.test_course import TEXT, question
from tests.web.cast import Cast
from tests.web.queries.questions import counted

if TYPE_CHECKING:
    from django.test.client import _MonkeyPatchedWSGIResponse as Answer

SEED = 7
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def quick_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave the drawings out, which take a second each; they are looked at elsewhere."""
    monkeypatch.setattr(lesson_page, "figures", dict)
    lesson_page.html_of_lesson.cache_clear()


@pytest.fixture
def owner(cast: Cast) -> Client:
    return cast.client("owner")


def sent(about: str = "1", wrong: int = 0, seed: int = SEED) -> dict[str, int]:
    """The form of a quiz, with so many wrong answers."""
    asked = subjects()[about].drawn(seed)
    return {"seed": seed, **chosen(asked, wrong)}


def chosen(asked: tuple[Asked, ...], wrong: int) -> dict[str, int]:
    return {
        f"answer_{one.question.id}": (one.right + (number < wrong)) % 4
        for number, one in enumerate(asked)
    }


def words(answer: "Answer") -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", answer.content.decode()).split())


def passed(person: str, about: str = "1") -> Answered:
    subject = subjects()[about]
    given = {one.question.id: one.right for one in subject.drawn(SEED)}
    return keep_answers(person=person, subject=subject, seed=SEED, given=given).answered


def test_a_stranger_reads_the_list_and_a_training() -> None:
    client = Client()
    listed = client.get("/learn/")
    assert all(one.title in words(listed) for one in lessons())
    assert "Not answered yet" not in words(listed)
    read = client.get("/learn/4/")
    assert read.status_code == 200
    assert 'id="section-5"' in read.content.decode()
    assert "Findings about: patient talk, retaliation protection." in words(read)
    assert client.get("/learn/6/").status_code == 404
    assert client.get("/learn/1/quiz/").status_code == 302


def test_the_page_for_patients_is_open_to_everybody() -> None:
    answer = Client().get("/learn/patients/")
    assert for_patients().partition("\n")[0].removeprefix("# ") in words(answer)
    assert b'href="/learn/patients/"' in Client().get("/learn/").content


def test_a_word_of_the_field_is_explained_where_it_stands_first() -> None:
    html = Client().get("/learn/1/").content.decode()
    meaning = "Part of pay kept back until conditions are met."
    assert html.count('href="/look/words/#word-withhold"') == 1
    assert f'data-meaning="{meaning}"' in html


def test_a_training_leads_back_to_the_room_one_came_from() -> None:
    def led_back(before: str) -> bool:
        return (
            b"Back to where you were"
            in Client().get("/learn/1/", headers={"referer": before}).content
        )

    assert led_back("http://testserver/rooms/0123/read/")
    assert not led_back("http://testserver/learn/")
    assert not led_back("http://elsewhere.example/rooms/0123/read/")
    assert not led_back("")


def test_a_quiz_asks_twelve_questions_of_the_training(owner: Client) -> None:
    answer = owner.get("/learn/2/quiz/")
    fields = re.findall(r'name="answer_(t2_q\d+)"', answer.content.decode())
    assert len(set(fields)) == 12
    assert len(fields) == 48
    assert (
        len(set(re.findall(r'name="answer_', owner.get("/learn/final/quiz/").content.decode())))
        == 1
    )


def test_every_answer_is_explained_and_what_was_missed_is_linked(owner: Client) -> None:
    answer = owner.post("/learn/1/quiz/", sent(wrong=2))
    said = words(answer)
    assert "10 of 12 right." in said
    asked = subjects()["1"].drawn(SEED)
    assert all(one.question.because.split()[0] in said for one in asked)
    assert said.count("Better:") == 2
    linked = re.findall(r"/learn/1/#section-(\d)", answer.content.decode())
    assert linked == [str(one) for one in sorted({one.question.section for one in asked[:2]})]
    assert "Get the certificate" in said


@pytest.mark.slow
def test_the_final_assessment_names_the_training_of_what_was_missed(owner: Client) -> None:
    answer = owner.post("/learn/final/quiz/", sent("final", wrong=1))
    assert f"{QUESTIONS - 1} of {QUESTIONS} right." in words(answer)
    assert re.search(r'href="/learn/1/#section-\d">1\. ', answer.content.decode())


def test_too_few_right_answers_pass_nothing(owner: Client) -> None:
    said = words(owner.post("/learn/1/quiz/", sent(wrong=4)))
    assert "8 of 12 right." in said
    assert "Get the certificate" not in said
    assert not Answered.objects.get().is_passed


def test_the_same_questions_count_once(owner: Client) -> None:
    owner.post("/learn/1/quiz/", sent(wrong=12))
    said = words(owner.post("/learn/1/quiz/", sent()))
    assert "You answered these questions before" in said
    assert "The first answers count: 0 of 12 right." in said
    assert "Get the certificate" not in said
    assert Answered.objects.get().right == 0
    assert "Get the certificate" in words(owner.post("/learn/1/quiz/", sent(seed=8)))


def test_an_answer_that_is_missing_is_asked_for_and_the_others_are_kept(owner: Client) -> None:
    form = sent()
    first, *_, last = (name for name in form if name != "seed")
    answer = owner.post("/learn/1/quiz/", {**form, first: ""})
    assert answer.status_code == 422
    assert "Choose one of the answers." in words(answer)
    html = answer.content.decode()
    place = html.index(f'name="{last}" value="{form[last]}"')
    assert "checked" in html[place : html.index(">", place)]
    assert not Answered.objects.exists()


@pytest.mark.slow
@pytest.mark.parametrize("seed", ["", "-1", "x", str(2**31)])
def test_a_form_without_its_seed_asks_anew(owner: Client, seed: str) -> None:
    answer = owner.post("/learn/1/quiz/", {**sent(), "seed": seed})
    assert answer.status_code == 422
    assert not Answered.objects.exists()


def test_a_place_that_no_answer_has_is_refused(owner: Client) -> None:
    form = sent()
    last = list(form)[-1]
    assert owner.post("/learn/1/quiz/", {**form, last: 4}).status_code == 422


def test_a_certificate_bears_the_name_that_was_written(cast: Cast, owner: Client) -> None:
    row = passed(cast.people["owner"].id)
    assert owner.get(f"/learn/passed/{row.id}/").status_code == 200
    assert owner.post(f"/learn/passed/{row.id}/", {"name": " \t "}).status_code == 422
    answer = owner.post(f"/learn/passed/{row.id}/", {"name": " Quinn  Sample <b>"})
    made = Certificate.objects.get()
    assert answer.headers["Location"] == f"/learn/certificates/{made.code}/"
    said = words(Client().get(f"/learn/certificates/{made.code}/"))
    wanted = (
        *("Quinn Sample &lt;b&gt;", "1.5 hours", "12 of 12 answers right", made.code),
        *("Foundations of healthy contracting", "It is genuine."),
    )
    assert [one for one in wanted if one not in said] == []


def test_a_certificate_is_made_once(cast: Cast, owner: Client) -> None:
    row = passed(cast.people["owner"].id)
    first = certify(person=cast.people["owner"].id, answered_id=row.id, name="Quinn Sample")
    answer = owner.post(f"/learn/passed/{row.id}/", {"name": "Somebody Else"})
    assert answer.headers["Location"].endswith(f"{first.code}/")
    assert Certificate.objects.get().name == "Quinn Sample"


def test_what_others_passed_is_not_there(cast: Cast) -> None:
    row = passed(cast.people["owner"].id)
    other = cast.client("teammate")
    for ask in (other.get, other.post):
        assert ask(f"/learn/passed/{row.id}/", {"name": "Other"}).status_code == 404
    assert not Certificate.objects.exists()


def test_what_was_not_passed_gives_no_certificate(cast: Cast, owner: Client) -> None:
    owner.post("/learn/1/quiz/", sent(wrong=12))
    row = Answered.objects.get()
    assert owner.post(f"/learn/passed/{row.id}/", {"name": "Q"}).status_code == 404
    assert not Certificate.objects.exists()


def test_an_unknown_code_is_said_to_be_unknown() -> None:
    answer = Client().get("/learn/certificates/0000-0000/")
    assert answer.status_code == 404
    assert "No certificate has this code" in words(answer)
    assert Client().get("/learn/certificates/0000-0000/pdf/").status_code == 404


def test_a_code_is_found_as_it_is_typed(cast: Cast) -> None:
    person = cast.people["owner"].id
    made = certify(person=person, answered_id=passed(person).id, name="Quinn Sample")
    typed = made.code.upper().replace("-", " ")
    answer = Client().get("/learn/certificates/", {"code": f" {typed} "})
    assert answer.headers["Location"] == f"/learn/certificates/{made.code}/"
    for nothing in ("", "!", "é"):
        answer = Client().get("/learn/certificates/", {"code": nothing})
        assert answer.status_code == 302
        assert made.code not in answer.headers["Location"]


@pytest.mark.slow
def test_a_certificate_goes_with_the_account_and_names_nobody_to_search_engines(cast: Cast) -> None:
    person = get_user_model().objects.create_user("quinn@example.org")
    made = certify(person=person.id, answered_id=passed(person.id).id, name="Quinn Sample")
    address = f"/learn/certificates/{made.code}/"
    assert Client().get(address).headers["X-Robots-Tag"] == "noindex"
    assert b"quinn@example.org" not in Client().get(address).content
    person.delete()
    assert Client().get(address).status_code == 404


@pytest.mark.slow
def test_a_certificate_is_printed_with_name_hours_and_code(cast: Cast) -> None:
    person = cast.people["owner"].id
    made = certify(person=person, answered_id=passed(person, "final").id, name="Quinn Sample")
    answer = Client().get(f"/learn/certificates/{made.code}/pdf/")
    assert answer.headers["Content-Type"] == "application/pdf"
    said = text_of(answer.content)
    wanted = (
        "Quinn Sample",
        "7.25 hours",
        made.code,
        f"http://testserver/learn/certificates/{made.code}/",
    )
    assert [one for one in wanted if one.replace(" ", "") not in said] == []


@pytest.mark.slow
def test_a_print_that_lacks_signs_of_the_name_says_where_it_stands_in_full(cast: Cast) -> None:
    person = cast.people["owner"].id
    name = "\u674e\u5c0f\u9f8d"
    made = certify(person=person, answered_id=passed(person, "final").id, name=name)
    address = f"/learn/certificates/{made.code}/"
    assert IN_FULL.replace(" ", "") in text_of(Client().get(f"{address}pdf/").content)
    assert name in Client().get(address).content.decode()


def text_of(content: bytes) -> str:
    import pypdfium2  # noqa: PLC0415 - heavy, and for one test

    document = pypdfium2.PdfDocument(content)
    try:
        found = "".join(page.get_textpage().get_text_range() for page in document)
        return "".join(found.split()).replace("\ufffe", "-")
    finally:
        document.close()


@pytest.mark.slow
def test_progress_is_ones_own(cast: Cast, owner: Client) -> None:
    passed(cast.people["owner"].id)
    owner.post("/learn/2/quiz/", sent("2", wrong=12))
    said = words(owner.get("/learn/"))
    assert "Passed with 12 of 12 right." in said
    assert "Not passed yet: 0 of 12 right." in said
    assert said.count("Not answered yet.") == 4
    assert words(cast.client("teammate").get("/learn/")).count("Not answered yet.") == 6


def room(cast: Cast, rest: str = "") -> str:
    return f"/rooms/{cast.rooms['group'].id}/learn/{rest}"


def test_a_room_shows_what_there_is_to_learn_for_its_deal(cast: Cast, owner: Client) -> None:
    said = owner.get(room(cast)).content.decode()
    assert "Nobody has read the contract here yet." in said
    assert f"/rooms/{cast.rooms['group'].id}/negotiate/" in said
    assert "No course of your own yet" in said


def read_once(cast: Cast, *findings: dict[str, str]) -> None:
    """Let the contract of the group's room be read, with these findings."""
    with cast.acting_in("group") as by, transaction.atomic():
        made_from = work.state_for(by, "review")
        job = Job(room=by.room, kind="review", state=State.DONE, made_from=made_from)
        job.asked_by = by.actor.person
        job.save(force_insert=True)
        row, content = identifiers.new(), json.dumps({"findings": findings}).encode()
        body = work.sealed(row, keyring(by), content)
        Part(id=row, room=by.room, job=job, name="findings.json", body=body).save(force_insert=True)


def test_findings_stand_beside_the_training_that_explains_them(cast: Cast, owner: Client) -> None:
    cap, gag = "No cap on losses", "Gag or free speech"
    read_once(
        cast,
        {"check": "loss-cap", "title": cap},
        {"check": "patient-talk", "title": f"{gag}: patients"},
        {"check": "patient-talk", "title": f"{gag}: clinicians"},
        {"check": "of-our-own", "title": "Something else"},
    )
    answer = owner.get(room(cast))
    html = answer.content.decode()
    assert f'<a href="/learn/1/#section-5">{cap}</a></li>' in html
    assert f'<a href="/learn/4/#section-5">{gag}</a>, 2 times</li>' in html
    assert "Something else" not in html
    assert words(answer).count("No finding in this contract leads here.") == 3


def test_a_page_of_learning_asks_little_of_the_database(cast: Cast, owner: Client) -> None:
    read_once(cast, {"check": "loss-cap", "title": "No cap on losses"})
    put(cast, intake_md=TEXT, intake_toml=question(1))
    passed(cast.people["owner"].id)
    for address in (room(cast), room(cast, "own/intake/"), "/learn/", "/learn/1/quiz/"):
        status, asked = counted(owner, address)
        assert status == 200
        assert asked <= 15, address


def put(cast: Cast, **files: str) -> None:
    with cast.acting_in("group") as by:
        kept = {f"lessons/{name.replace('_', '.')}": text.encode() for name, text in files.items()}
        save_files(by=by, files=kept, note="made up")


def test_a_course_of_the_room_is_listed_read_and_asked(cast: Cast, owner: Client) -> None:
    put(cast, intake_md=TEXT + "\n<script>alert(1)</script>\n", intake_toml=question(1))
    said = words(owner.get(room(cast)))
    assert "Our intake" in said
    assert "2 things to mend in the courses" in said
    assert "intake.md, line 13" in said
    shown = owner.get(room(cast, "own/intake/")).content.decode()
    assert "Fill it in." in shown
    assert "<script>alert" not in shown
    assert "&lt;script&gt;alert" in shown
    assert "What is asked, 1?" in words(owner.get(room(cast, "own/intake/quiz/")))


@pytest.mark.slow
def test_answers_to_a_course_of_the_room_are_explained_and_not_kept(
    cast: Cast, owner: Client
) -> None:
    put(cast, intake_md=TEXT, intake_toml=question(1))
    address = room(cast, "own/intake/quiz/")
    found = {
        place: words(owner.get(address, {"seed": 3, "answer_q1": place})) for place in range(4)
    }
    assert sorted("1 of 1 right." in one for one in found.values()) == [False, False, False, True]
    assert all("It is so." in one for one in found.values())
    assert owner.get(address, {"seed": 3}).status_code == 422
    assert not Answered.objects.exists()


def test_who_may_not_write_is_not_told_what_to_mend(cast: Cast) -> None:
    put(cast, intake_md=TEXT)
    assert "to mend in the courses" not in words(cast.client("viewer").get(room(cast)))


@pytest.mark.slow
def test_a_course_without_questions_asks_nothing(cast: Cast, owner: Client) -> None:
    put(cast, intake_md=TEXT)
    assert b"Answer questions" not in owner.get(room(cast, "own/intake/")).content
    assert owner.get(room(cast, "own/intake/quiz/")).status_code == 404
    assert owner.get(room(cast, "own/other/")).status_code == 404


@pytest.mark.slow
def test_a_file_deeper_down_is_no_course(cast: Cast, owner: Client) -> None:
    with cast.acting_in("group") as by:
        save_files(by=by, files={"lessons/drafts/intake.md": TEXT.encode()}, note="made up")
    assert b"No course of your own yet" in owner.get(room(cast)).content


@pytest.mark.parametrize("typed", ["äöü", "abcd-efgh-ä", "????"])
def test_who_types_what_no_certificate_has_is_told_so(owner: Client, typed: str) -> None:
    answer = owner.get(reverse("learn:find"), {"code": typed}, follow=True)
    assert answer.status_code == 404
    assert "learn/certificate" in answer.redirect_chain[-1][0]

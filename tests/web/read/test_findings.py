"""Findings beside the text, and what is decided about them."""

import json

import pytest
from django.urls import reverse

from fairterms_web.jobs import access as work
from fairterms_web.read import access, actions
from fairterms_web.read.models import Decision
from tests.web.cast import Cast
from tests.web.jobs.made_up_work import done, put_kind, yields


def record(number: int, **more: str) -> dict[str, object]:
    """A finding as a reading writes it."""
    evidence = {"kind": "quote", "document": "01.txt", "text": f"words {number}"}
    told = {"severity": "high", "status": "finding", **more}
    html = f'<h3 id="finding-{number}">Finding {number}</h3>'
    return {"check": "notice", "evidence": evidence, "html": html, **told}


RECORDS = [record(1), record(2, severity="low"), record(3, status="unclear")]
KEYS = [access.key_of(one) for one in RECORDS]
SUMMARY = {"findings": RECORDS, "gaps": ["Page 3 is a picture."], "cautions": [], "documents": []}
PARTS = {
    "findings.json": json.dumps(SUMMARY).encode(),
    "text.html": b"<p>The text.</p>",
    "scorecards.html": b"<p>Twelve of twenty.</p>",
    "questions.docx": b"a letter",
    "findings.csv": b"a table",
}


@pytest.fixture(autouse=True)
def read_once(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    """The contract of the group's room was read."""
    done(cast.entered("owner", "group"), put_kind(monkeypatch, yields(PARTS), "review"))


def url(cast: Cast, name: str, *more: str) -> str:
    """An address of the group's room."""
    return reverse(f"read:{name}", args=[cast.rooms["group"].id, *more])


def shown(cast: Cast, **asked: str) -> str:
    """The page as its owner sees it."""
    answered = cast.client("owner").get(url(cast, "page"), asked)
    assert answered.status_code == 200
    return answered.content.decode()


def sent(cast: Cast, key: str, who: str = "owner", **what: str) -> int:
    """The status with which a finding answers something sent."""
    return cast.client(who).post(url(cast, "finding", key), what).status_code


def test_findings_stand_beside_the_text_with_what_was_not_read(cast: Cast) -> None:
    told = shown(cast)
    assert "3 of 3 findings" in told
    assert "The text." in told
    assert "Page 3 is a picture." in told


@pytest.mark.parametrize(
    ("asked", "left"),
    [
        ({"severity": "high"}, [1, 3]),
        ({"severity": "low"}, [2]),
        ({"status": "unclear"}, [3]),
        ({"decision": "accepted"}, []),
        ({"decision": "open", "severity": "high", "status": "finding"}, [1]),
    ],
)
def test_only_what_was_asked_for_is_shown(
    cast: Cast, asked: dict[str, str], left: list[int]
) -> None:
    told = shown(cast, **asked)
    assert [n for n in (1, 2, 3) if f'id="finding-{n}"' in told] == left


def test_a_finding_is_set_aside_with_a_reason_or_not_at_all(cast: Cast) -> None:
    assert sent(cast, KEYS[0], decision="dismissed") == 422
    assert sent(cast, KEYS[0], decision="dismissed", reason="We agreed on it.") == 302
    assert "We agreed on it." in shown(cast, decision="dismissed")
    assert sent(cast, KEYS[0], decision="open") == 302
    assert "We agreed on it." not in shown(cast)


def test_a_decision_nobody_offers_is_not_taken(cast: Cast) -> None:
    assert sent(cast, KEYS[0], decision="settled") == 422


def test_who_only_reads_decides_nothing(cast: Cast) -> None:
    assert sent(cast, KEYS[0], "viewer", decision="accepted") == 403
    assert sent(cast, KEYS[0], "clinician", decision="accepted") == 302


def test_what_is_said_is_kept_in_order_and_shown_as_words(cast: Cast) -> None:
    sent(cast, KEYS[1], text="First.")
    sent(cast, KEYS[1], "clinician", text="<b>Second</b>.")
    told = shown(cast)
    assert told.index("First.") < told.index("&lt;b&gt;Second&lt;/b&gt;.")
    assert sent(cast, KEYS[1], text="  ") == 422


def test_a_finding_that_is_not_there_is_not_decided_about(cast: Cast) -> None:
    assert sent(cast, "0" * 24, decision="accepted") == 404
    with cast.acting_in("group") as by:
        assert access.remarks_of(by) == {}


def test_decisions_outlive_another_reading(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    with cast.acting_in("group") as by:
        actions.decide(by=by, finding=KEYS[2], decision=Decision.ACCEPTED)
    turned = {**SUMMARY, "findings": list(reversed(RECORDS))}
    parts = {**PARTS, "findings.json": json.dumps(turned).encode()}
    done(cast.entered("owner", "group"), put_kind(monkeypatch, yields(parts), "review"))
    with cast.acting_in("group") as by:
        standing = work.standing(by, "review")
        assert standing.shown is not None
        found = access.reviewed(by, standing.shown).findings
    assert [one.decision for one in found] == ["accepted", "open", "open"]


def test_parts_and_letters_are_there_once_made(cast: Cast) -> None:
    client = cast.client("owner")
    assert "Twelve of twenty." in client.get(url(cast, "part", "scorecards")).content.decode()
    letter = client.get(url(cast, "take", "questions"))
    assert letter["Content-Disposition"].startswith("attachment;")
    assert client.get(url(cast, "take", "notes")).status_code == 404
    assert client.get(url(cast, "part", "notes")).status_code == 404


def test_findings_on_the_same_words_are_decided_about_one_by_one(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    twice = {**SUMMARY, "findings": [RECORDS[0], RECORDS[0], RECORDS[1]]}
    parts = {**PARTS, "findings.json": json.dumps(twice).encode()}
    done(cast.entered("owner", "group"), put_kind(monkeypatch, yields(parts), "review"))
    second = access.key_of(RECORDS[0], 1)
    assert sent(cast, second, decision="accepted") == 302
    with cast.acting_in("group") as by:
        standing = work.standing(by, "review")
        assert standing.shown is not None
        found = access.reviewed(by, standing.shown).findings
    assert [one.decision for one in found] == ["open", "accepted", "open"]


def test_two_findings_have_one_name_only_where_check_and_words_are_the_same() -> None:
    assert len({access.key_of(one) for one in [*RECORDS, record(1)]}) == 3

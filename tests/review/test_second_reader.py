"""A second reader may point to passages, and no more."""

import json
from typing import Any

import pytest

from fairterms.publish.blocks import Prose, Quote
from fairterms.publish.inline import plain
from fairterms.review import second_section
from fairterms.review.endpoint import Endpoint
from fairterms.review.features import Features
from fairterms.review.reading import CHECKS, findings_of
from fairterms.review.second_reader import NoAnswer, SecondReading, read
from fairterms.units.finding import Finding
from tests.review.conftest import OPENING, Read
from tests.review.stub_reader import Reply, content, serving, slow

TEXT = OPENING + (
    "1. Change. Plan may amend this Agreement at any time without consent.\n"
    "2. Visits. The parties meet on the second Tuesday of each quarter in Bend.\n"
)
MEETS = "The parties meet on the second Tuesday of each quarter"


def said(
    read_all: Read, answer: bytes | int | Reply, unread: int = 0, seconds: float = 10.0
) -> tuple[SecondReading, tuple[Finding, ...]]:
    """Read with a stub that gives the same answer to every part."""
    reading = read_all(TEXT, features=Features(), unread=unread)
    found = findings_of(reading)

    def reply(request: dict[str, Any]) -> bytes | int:
        return answer(request) if callable(answer) else answer

    with serving(reply) as (address, _):
        endpoint = Endpoint(address, "stub", seconds)
        result = read(reading.documents, found, list(CHECKS.values()), endpoint.ask)
    assert findings_of(reading) == found, "no finding changes"
    return result, found


def proposal(check: str = "meeting-cadence", quote: str = MEETS) -> dict[str, str]:
    return {"check": check, "quote": quote, "why": "It says when they meet."}


def test_a_verified_passage_becomes_a_proposal(read_all: Read) -> None:
    result, _ = said(read_all, content({"proposals": [proposal()]}))
    (one,) = result.proposals
    assert one.quote.text == MEETS
    assert one.why == "It says when they meet."
    assert (result.agreed, result.invented, result.unknown, result.failures) == (0, 0, 0, ())


def test_an_answer_in_a_code_fence_is_read(read_all: Read) -> None:
    answer = content("Here you are:\n```json\n" + json.dumps({"proposals": [proposal()]}) + "\n```")
    assert len(said(read_all, answer)[0].proposals) == 1


@pytest.mark.parametrize(
    "quote",
    [
        "The parties meet on the second Wednesday of each quarter",
        "Plan may not amend this Agreement at any time",
        "Provider shall pay a million dollars to Plan at once",
    ],
)
def test_an_invented_quotation_is_dropped_and_counted(read_all: Read, quote: str) -> None:
    result, _ = said(read_all, content({"proposals": [proposal(quote=quote)]}))
    assert result.proposals == ()
    assert result.invented == 1


def test_what_a_finding_quotes_already_is_no_news(read_all: Read) -> None:
    quote = "Plan may amend this Agreement at any time"
    answer = content({"proposals": [proposal("amend-unilateral", quote)]})
    result, _ = said(read_all, answer)
    assert (result.proposals, result.agreed) == ((), 1)


def test_what_was_unclear_becomes_a_question_and_stays_unclear(read_all: Read) -> None:
    answer = content({"proposals": [proposal("dispute-process")]})
    result, found = said(read_all, answer, unread=1)
    (one,) = result.proposals
    assert one.settles_unclear
    (unclear,) = [finding for finding in found if finding.check == "dispute-process"]
    assert unclear.unclear_because


@pytest.mark.parametrize(
    "item",
    [
        proposal("no-such-check"),
        proposal(quote="too short"),
        {"check": "meeting-cadence"},
        {"check": "meeting-cadence", "quote": 7, "why": ""},
        "a sentence",
        None,
        [],
    ],
)
def test_an_incomplete_proposal_is_counted(read_all: Read, item: Any) -> None:
    result, _ = said(read_all, content({"proposals": [item]}))
    assert (result.proposals, result.unknown) == ((), 1)


@pytest.mark.parametrize(
    ("answer", "why"),
    [
        (content("I think the contract is fine."), "was not JSON"),
        (content({"findings": []}), "no list of proposals"),
        (content([1, 2]), "no list of proposals"),
        (content({"proposals": [proposal()]})[:-30], "does not follow the protocol"),
        (b"<html>", "does not follow the protocol"),
        (b"", "does not follow the protocol"),
        (b'{"choices": []}', "does not follow the protocol"),
        (b'{"choices": [{"message": {"content": null}}]}', "holds no text"),
        (500, "refused (HTTP 500)"),
        (302, "refused (HTTP 302)"),
    ],
)
def test_a_malformed_answer_is_a_failure_with_its_reason(
    read_all: Read, answer: Any, why: str
) -> None:
    result, _ = said(read_all, answer)
    assert result.proposals == ()
    assert len(result.failures) == result.parts == 1
    assert why in result.failures[0]


def test_a_slow_reader_is_not_waited_for(read_all: Read) -> None:
    result, _ = said(read_all, slow(content({"proposals": [proposal()]}), 1.0), seconds=0.1)
    assert "no answer within 0.1 seconds" in result.failures[0]


def test_a_flood_of_proposals_is_cut(read_all: Read) -> None:
    answer = content({"proposals": [proposal("no-such-check")] * 500})
    assert said(read_all, answer)[0].unknown == 40


def test_the_reader_gets_the_text_and_the_checks_and_no_finding(
    read_all: Read, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FAIRTERMS_SECOND_READER_KEY", "made-up")
    reading = read_all(TEXT, features=Features())
    with serving(lambda _request: content({"proposals": []})) as (address, requests):
        ask = Endpoint(address, "stub").ask
        read(reading.documents, findings_of(reading), list(CHECKS.values()), ask)
    (request,) = requests
    assert request["_path"] == "/v1/chat/completions"
    assert request["_key"] == "Bearer made-up"
    assert MEETS in request["messages"][1]["content"]
    assert "meeting-cadence" in request["messages"][0]["content"]
    assert "critical" not in json.dumps(request["messages"])


def test_nobody_there_is_said(read_all: Read) -> None:
    with pytest.raises(NoAnswer, match="cannot be reached"):
        Endpoint("http://127.0.0.1:9/v1", "stub", 2).ask("", "")


@pytest.mark.parametrize(
    ("address", "model", "why"),
    [
        ("localhost:8080", "m", "no address"),
        ("ftp://host/v1", "m", "no address"),
        ("http://example.org/v1", "m", "unencrypted"),
        ("https://example.org/v1", "", "name the model too"),
    ],
)
def test_an_endpoint_that_cannot_be_used_says_why(address: str, model: str, why: str) -> None:
    with pytest.raises(ValueError, match=why):
        Endpoint(address, model)


def test_the_page_shows_questions_and_counts(read_all: Read) -> None:
    answer = {"proposals": [proposal(), proposal(quote="Words that stand nowhere at all here")]}
    result, _ = said(read_all, content(answer))
    checks = {check.id: check for check in CHECKS.values()}
    shown = second_section.blocks(result, "Model stub at 127.0.0.1", checks)
    told = " ".join(plain(block.words) for block in shown if isinstance(block, Prose))
    assert "1 quotations that do not stand in the document were dropped" in told
    assert "changed no finding" in told
    assert [block.text for block in shown if isinstance(block, Quote)] == [MEETS]
    assert second_section.as_record(result)["invented"] == 1

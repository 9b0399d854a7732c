"""Tokens: made for a purpose, shown once, ended by day, by hand, and with their owner's rights."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from io import BytesIO
from typing import TYPE_CHECKING
from unittest.mock import patch

import pytest
from django.http import HttpRequest

from fairterms_web.api import access, actions, uploads
from fairterms_web.api.actions import CannotMake, Wanted
from fairterms_web.api.models import AccessToken
from fairterms_web.ledgers.access import rows
from fairterms_web.rooms.models import Grant
from fairterms_web.rooms.roles import READ, WRITE

if TYPE_CHECKING:
    from tests.web.api.program import Program
    from tests.web.cast import Cast

NOW = datetime.now(UTC)


def wanted(cast: "Cast", **changed: object) -> Wanted:
    """A token for the group's files."""
    told: dict[str, object] = {
        "purpose": "nightly copy",
        "rooms": frozenset({cast.rooms["group"].id}),
        "capabilities": frozenset({WRITE}),
        "until": NOW + timedelta(days=30),
    }
    return Wanted(**{**told, **changed})  # type: ignore[arg-type] # as above


def test_a_token_is_shown_once_and_kept_as_a_hash(cast: "Cast") -> None:
    browser = cast.client("owner")
    sent = {
        "purpose": "nightly copy",
        "rooms": [cast.rooms["group"].id],
        "may": ["write"],
        "until": f"{NOW + timedelta(days=30):%F}",
    }
    page = browser.post("/account/tokens/new/", sent)
    (token,) = AccessToken.objects.all()
    secret = page.context["secret"]
    assert secret in page.content.decode()
    assert secret not in browser.get("/account/tokens/").content.decode()
    assert token.token_hash == access.hash_of(secret) != secret
    answer = browser.get("/api/v1/rooms", headers={"Authorization": f"Bearer {secret}"})
    assert (answer.json()["count"], answer.json()["items"][0]["may"]) == (1, ["read", "write"])
    with cast.acting_in("group") as by:
        assert rows(by).latest("sequence").kind == "token.made"


def test_what_is_wrong_with_a_token_is_told_on_its_form(cast: "Cast") -> None:
    browser = cast.client("owner")
    sent = {"purpose": "p", "rooms": [cast.rooms["plan"].id], "until": "2020-01-01"}
    assert browser.post("/account/tokens/new/", sent).status_code == 422
    sent["rooms"] = [cast.rooms["group"].id]
    page = browser.post("/account/tokens/new/", sent)
    assert (page.status_code, "has passed already" in page.content.decode()) == (422, True)
    assert AccessToken.objects.count() == 0


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"purpose": " "}, "what for"),
        ({"rooms": frozenset()}, "at least one room"),
        ({"rooms": frozenset({"0" * 32})}, "may enter yourself"),
        ({"rooms": frozenset(str(one) for one in range(21))}, "at most 20"),
        ({"until": NOW - timedelta(days=1)}, "passed already"),
        ({"until": NOW + timedelta(days=400)}, "a year at most"),
    ],
)
def test_a_token_is_refused_with_a_reason(
    cast: "Cast", changed: dict[str, object], words: str
) -> None:
    with pytest.raises(CannotMake, match=words):
        actions.make(person=cast.people["owner"].id, wanted=wanted(cast, **changed))


def test_nobody_has_more_than_twenty_tokens(cast: "Cast") -> None:
    person = cast.people["owner"].id
    with patch.object(actions, "MOST_TOKENS", 1):
        token, _ = actions.make(person=person, wanted=wanted(cast))
        with pytest.raises(CannotMake, match="Revoke one"):
            actions.make(person=person, wanted=wanted(cast))
        actions.revoke(person=person, token_id=token.id)
        actions.make(person=person, wanted=wanted(cast))


def test_a_revoked_token_opens_nothing(program: "Callable[..., Program]") -> None:
    owner = program("owner", "group")
    assert owner.token is not None
    where = f"/account/tokens/{owner.token.id}/revoke/"
    assert owner.cast.client("teammate").post(where).status_code == 404
    assert owner.get("/rooms").status_code == 200
    assert owner.cast.client("owner").post(where).status_code == 302
    assert owner.get("/rooms").status_code == 401
    with owner.cast.acting_in("group") as by:
        assert rows(by).latest("sequence").kind == "token.revoked"


def test_a_token_ends_on_its_day_and_with_its_owner(program: "Callable[..., Program]") -> None:
    owner = program("owner", "group")
    row = AccessToken.objects.filter(pk=owner.token.pk)  # type: ignore[union-attr] # made above
    row.update(ends_at=NOW)
    assert owner.get("/rooms").status_code == 401
    row.update(ends_at=NOW + timedelta(days=1))
    assert owner.get("/rooms").json()["count"] == 1
    Grant.objects.filter(person=owner.cast.people["owner"], room=owner.cast.rooms["group"]).update(
        revoked_at=NOW
    )
    assert owner.get("/rooms").json()["count"] == 0
    person = owner.cast.people["owner"]
    person.is_active = False
    person.save()
    assert owner.get("/rooms").status_code == 401


def test_a_token_that_ends_while_a_file_arrives_changes_nothing(
    program: "Callable[..., Program]",
) -> None:
    owner = program("owner", "group", may="write")

    def slowly(request: HttpRequest, media: str) -> bytes:
        AccessToken.objects.update(ends_at=datetime.now(UTC))
        return uploads.body_of(request, media)

    with patch("fairterms_web.api.policy.body_of", slowly):
        answer = owner.ask("PUT", "/rooms/{group}/file?path=notes.txt", b"Too late.")
    assert answer.status_code == 401
    AccessToken.objects.update(ends_at=NOW + timedelta(days=1))
    content = owner.get("/rooms/{group}/file?path=notes.txt").content
    assert content == b"What the group room thinks."


def test_a_token_is_counted_by_the_minute(program: "Callable[..., Program]") -> None:
    owner, other = program("owner", "group"), program("owner", "joint")
    with patch.object(access, "CALLS_A_MINUTE", 2):
        row = AccessToken.objects.filter(pk=owner.token.pk)  # type: ignore[union-attr] # made above
        assert owner.get("/rooms").status_code == 200
        row.update(calls=2, minute=int(datetime.now(UTC).timestamp()) // 60 + 0)
        waits = [owner.get("/rooms") for _ in range(3)]
        refused = [one for one in waits if one.status_code == 429]
        assert refused
        assert 1 <= int(refused[0]["Retry-After"]) <= 60
        assert other.get("/rooms").status_code == 200
        row.update(minute=1)
        assert owner.get("/rooms").status_code == 200
    assert row.get().last_used_on is not None


def test_more_than_is_taken_is_not_read(settings: object) -> None:
    settings.MOST_UPLOADED = 10  # type: ignore[attr-defined] # Django's
    request = HttpRequest()
    request.content_type = "application/zip"
    request._stream = BytesIO(b"x" * 11)
    request._read_started = False  # type: ignore[attr-defined] # as a server sets it
    with pytest.raises(uploads.TooLarge):
        uploads.body_of(request, "application/zip")


def test_reading_is_always_among_what_a_token_may(cast: "Cast") -> None:
    token, _ = actions.make(
        person=cast.people["owner"].id, wanted=wanted(cast, capabilities=frozenset())
    )
    assert token.capabilities == [READ]

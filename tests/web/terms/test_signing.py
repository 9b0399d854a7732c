"""The pages on which terms are signed and put before the other side."""

import io
import re
import zipfile

import pytest
from django.test import Client

from fairterms_web.deals.access import content_of, copies_of
from fairterms_web.rooms.entered import Entered
from fairterms_web.rooms.walls import acting
from fairterms_web.terms.models import TermsSignature
from tests.web.cast import Cast
from tests.web.terms.table import (
    BOTH,
    DEARER,
    DEARER_SCRIPT,
    PATH,
    TERMS,
    lay,
    page,
    sign,
    url,
    version_in,
)

BAD = "<script>alert(1)</script>"


@pytest.fixture
def joint(cast: Cast) -> Entered:
    """The joint room, with terms and a script on its table."""
    by = cast.entered("owner", "joint")
    lay(by, BOTH)
    return by


@pytest.fixture
def own(cast: Cast) -> Entered:
    """The group's room, with dearer terms."""
    by = cast.entered("owner", "group")
    lay(by, {"terms.toml": DEARER, PATH: DEARER_SCRIPT})
    return by


@pytest.fixture
def client(cast: Cast) -> Client:
    """The browser of the group's owner."""
    return cast.client("owner")


def shown(client: Client, own: Entered) -> dict[str, str]:
    """What the form of an offer sends back."""
    told = page(client, own, "offer")
    return {
        name: re.findall(rf'name="{name}" value="([0-9a-f]{{64}})"', told)[0]
        for name in ("seen", "over")
    }


def test_both_sides_sign_from_the_page(cast: Cast, client: Client, joint: Entered) -> None:
    told = page(client, joint, "signing")
    assert "For Larch Group I agree" in told
    assert told.count("not signed") == 2
    version = re.findall(r'name="version" value="(sha256:[0-9a-f]{64})"', told)[0]
    sent = {"version": version, "read": "yes"}
    assert client.post(url(joint, "signing"), sent).status_code == 302
    told = page(client, joint, "signing")
    assert "Signed. It stands" in told
    assert "owner@example.org (Owner)" in told
    assert 'name="version"' not in told
    plan = cast.client("other party")
    assert "For Tamarack Plan I agree" in page(plan, joint, "signing")
    plan.post(url(joint, "signing"), sent)
    told = page(plan, joint, "signing")
    assert "Both sides signed these terms and scripts." in told
    assert "Write it into the scripts" in told


def test_without_reading_the_words_nothing_is_signed(client: Client, joint: Entered) -> None:
    answered = client.post(url(joint, "signing"), {"version": version_in(joint)})
    assert answered.status_code == 422
    assert "Say that you have read the words" in answered.content.decode()
    answered = client.post(url(joint, "signing"), {"version": "sha256:0", "read": "yes"})
    assert answered.status_code == 422
    assert "Nothing was signed" in answered.content.decode()
    with acting(joint.actor):
        assert not TermsSignature.objects.within(joint).exists()


def test_a_change_after_the_signing_is_told_with_what_differs(
    cast: Cast, client: Client, joint: Entered
) -> None:
    sign(cast, "owner")
    sign(cast, "other party")
    lay(joint, {"terms.toml": DEARER, PATH: DEARER_SCRIPT})
    told = page(client, joint, "signing")
    assert "Changed since it was signed" in told
    assert "fee: rate was $2.00 PMPM, and is now $3.00 PMPM." in told
    assert f"{PATH}: changed" in told
    assert "Signatures that hold no more" in told
    assert "Agreed</p>" not in told
    lay(joint, BOTH)
    assert "changed and changed back" in page(client, joint, "signing")


def test_failing_scripts_and_mistakes_are_told_and_offer_no_signing(
    client: Client, joint: Entered
) -> None:
    lay(joint, {"terms.toml": DEARER})
    told = page(client, joint, "signing")
    assert "These scripts fail, so nobody can sign: A hundred months." in told
    assert 'name="version"' not in told
    lay(joint, {"terms.toml": "a = 1\n"})
    assert "The terms have a mistake" in page(client, joint, "signing")


def test_an_empty_table_says_what_to_do(cast: Cast, client: Client) -> None:
    assert "There are no terms on the table yet" in page(
        client, cast.entered("owner", "joint"), "signing"
    )
    assert "Write terms.toml first." in page(client, cast.entered("owner", "group"), "offer")


def test_a_private_room_leads_to_the_table_and_signs_nothing(
    client: Client, own: Entered, joint: Entered
) -> None:
    told = page(client, own, "signing")
    assert url(joint, "signing") in told
    assert url(own, "offer") in told
    assert 'name="version"' not in told
    sent = {"version": version_in(own), "read": "yes"}
    assert client.post(url(own, "signing"), sent).status_code == 404


def test_one_who_reads_along_sees_who_signed_and_cannot_sign(cast: Cast, joint: Entered) -> None:
    auditor = cast.client("auditor")
    told = page(auditor, joint, "signing")
    assert 'name="version"' not in told
    sent = {"version": version_in(joint), "read": "yes"}
    assert auditor.post(url(joint, "signing"), sent).status_code == 403


def test_terms_are_put_on_the_table_as_they_were_shown(
    client: Client, own: Entered, joint: Entered
) -> None:
    told = page(client, own, "offer")
    assert "fee: rate was $2.00 PMPM, and is now $3.00 PMPM." in told
    assert "another version" in told
    sent = {**shown(client, own), "as": "table"}
    answered = client.post(url(own, "offer"), sent)
    assert answered.headers["Location"] == url(joint, "signing")
    with acting(joint.actor):
        assert content_of(joint, "terms.toml") == DEARER.encode()
        assert content_of(joint, PATH) == DEARER_SCRIPT.encode()


@pytest.mark.parametrize("kind", ["table", "copy"])
def test_nothing_is_given_when_either_side_changed_a_file_meanwhile(
    cast: Cast, client: Client, own: Entered, joint: Entered, kind: str
) -> None:
    sent = {**shown(client, own), "as": kind, "why": "to look at"}
    lay(own, {PATH: f"# new\n{DEARER_SCRIPT}"})
    assert client.post(url(own, "offer"), sent).status_code == 409
    sent = {**shown(client, own), "as": kind, "why": "to look at"}
    lay(cast.entered("other party", "joint"), {"terms.toml": TERMS.replace("$2.00", "$2.10")})
    assert client.post(url(own, "offer"), sent).status_code == 409
    assert client.post(url(own, "offer"), {"as": kind}).status_code == 409
    with acting(joint.actor):
        assert b"$2.10" in content_of(joint, "terms.toml")
        assert not copies_of(joint)


def test_an_offer_is_a_sealed_copy_with_a_reason(
    client: Client, own: Entered, joint: Entered
) -> None:
    sent = {**shown(client, own), "as": "copy"}
    assert client.post(url(own, "offer"), {**sent, "why": " "}).status_code == 422
    answered = client.post(url(own, "offer"), {**sent, "why": "our second offer"})
    assert answered.status_code == 302
    with acting(joint.actor):
        (copy,) = copies_of(joint)
        assert content_of(joint, "terms.toml") == TERMS.encode()
    assert copy.why == "our second offer"
    assert copy.id in answered.headers["Location"]


def test_agreed_scripts_can_be_taken_and_written(
    cast: Cast, client: Client, joint: Entered
) -> None:
    assert client.get(url(joint, "take")).status_code == 302
    assert client.post(url(joint, "fill")).status_code == 422
    sign(cast, "owner")
    sign(cast, "other party")
    taken = client.get(url(joint, "take"))
    assert taken.headers["Content-Disposition"].startswith("attachment")
    with zipfile.ZipFile(io.BytesIO(taken.content)) as archive:
        assert archive.namelist() == [PATH]
        assert b"agreed = { terms = " in archive.read(PATH)
    assert client.post(url(joint, "fill")).status_code == 302
    told = page(client, joint, "signing")
    assert "1 script says now that both sides agreed." in told
    assert "Both sides signed" in told
    assert "Not agreed by both sides yet" not in page(client, joint)


def test_elsewhere_the_agreed_scripts_are_not_to_be_had(client: Client, own: Entered) -> None:
    answered = client.get(url(own, "take"))
    assert answered.headers["Location"] == url(own, "signing")
    assert client.post(url(own, "fill")).status_code == 422


def test_what_terms_and_scripts_say_is_shown_as_text_and_never_run(
    cast: Cast, client: Client, joint: Entered
) -> None:
    text = TERMS.replace('"fee"', f'"fee"\ntitle = "{BAD}"')
    lay(joint, {"terms.toml": text, PATH: BOTH[PATH].replace("A hundred months", BAD)})
    sign(cast, "owner")
    assert BAD not in page(client, joint, "signing")
    lay(joint, {"terms.toml": text.replace(BAD, f"{BAD}2").replace("$2.00", "$3.00")})
    assert BAD not in page(client, joint, "signing")
    own = cast.entered("owner", "group")
    lay(own, {"terms.toml": text})
    assert BAD not in page(client, own, "offer")

"""A second step: codes of a telephone, passkeys, codes on paper; their secrets lie sealed."""

import base64
import json
import re
import time
from typing import TYPE_CHECKING

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.test import Client

from fairterms_web.people.adapter import SecondStep
from fairterms_web.people.models import Attempts, Person, SignedIn
from fairterms_web.vault.box import Unopened
from tests.web.people.authenticator import Passkey
from tests.web.people.browsers import PASSWORD

if TYPE_CHECKING:
    from django.test.client import _MonkeyPatchedWSGIResponse as Answer

pytestmark = pytest.mark.django_db
TOTP, PASSKEYS = "/accounts/2fa/totp/activate/", "/accounts/2fa/webauthn/"


def code(secret: str, step: int = 0) -> str:
    return str(format_hotp_value(hotp_value(secret, int(time.time()) // 30 + step)))


@pytest.fixture(autouse=True)
def sure(browser: Client) -> None:
    """The person has just shown once more that it is them."""
    assert browser.get(TOTP).status_code == 302, "else nothing is changed"
    browser.post("/accounts/reauthenticate/", {"password": PASSWORD})


def add_codes(browser: Client) -> str:
    """Set codes up in a browser; return their secret."""
    secret = str(browser.get(TOTP).context["form"].secret)
    answer = browser.post(TOTP, {"code": code(secret)})
    assert answer.status_code == 302
    return secret


def enter(client: Client) -> "Answer":
    return client.post("/accounts/login/", {"login": "ann@example.org", "password": PASSWORD})


def is_in(client: Client) -> bool:
    return client.get("/account/").status_code == 200


def challenge_of(options: dict[str, object]) -> str:
    public = options["publicKey"]
    assert isinstance(public, dict)
    return str(public["challenge"])


def add_passkey(browser: Client, passkey: Passkey) -> None:
    page = browser.get(f"{PASSKEYS}add/").content.decode()
    found = re.search(r'<script id="js_data"[^>]*>(.*?)</script>', page)
    assert found is not None
    challenge = challenge_of(json.loads(found[1])["creation_options"])
    sent = {
        "name": "Telephone",
        "passwordless": "on",
        "credential": json.dumps(passkey.register(challenge)),
    }
    answer = browser.post(f"{PASSKEYS}add/", sent)
    assert answer.status_code == 302, answer.content.decode()


def test_the_secret_of_a_telephone_lies_sealed(browser: Client) -> None:
    secret = add_codes(browser)
    kept = str(list(Authenticator.objects.values_list("data")))
    assert secret not in kept
    assert json.dumps(secret) not in kept
    (row,) = Authenticator.objects.filter(type=Authenticator.Type.TOTP)
    assert SecondStep().decrypt(row.data["secret"]) == secret


def test_a_session_keeps_the_new_secret_sealed(browser: Client) -> None:
    secret = str(browser.get(TOTP).context["form"].secret)
    for row in SignedIn.objects.all():
        assert secret.encode() not in base64.b64decode(row.session_data)
    assert browser.session["mfa.totp.secret"] == secret


def test_a_session_that_was_changed_is_over(browser: Client) -> None:
    row = SignedIn.objects.get(session_key=browser.session.session_key)
    row.session_data = row.session_data[:-6] + "AAAAA="
    row.save()
    assert not is_in(browser)


def test_a_sealed_secret_opens_nowhere_else() -> None:
    sealed = SecondStep().encrypt("made up")
    assert SecondStep().encrypt("made up") != sealed
    with pytest.raises(Unopened):
        SecondStep().decrypt(sealed[:-8] + "AAAAAAA=")


def test_a_password_alone_is_no_longer_enough(browser: Client) -> None:
    secret = add_codes(browser)
    client = Client()
    assert enter(client).headers["Location"] == "/accounts/2fa/authenticate/"
    assert not is_in(client)
    client.post("/accounts/2fa/authenticate/", {"code": "000000"})
    assert not is_in(client)
    Attempts.objects.all().delete()
    client.post("/accounts/2fa/authenticate/", {"code": code(secret)})
    assert is_in(client)


def test_a_code_works_once(browser: Client) -> None:
    secret = add_codes(browser)
    Attempts.objects.all().delete()
    used = code(secret)
    for expected in (True, False):
        client = Client()
        enter(client)
        client.post("/accounts/2fa/authenticate/", {"code": used})
        assert is_in(client) == expected


def test_a_code_on_paper_lets_in_once(browser: Client) -> None:
    add_codes(browser)
    row = Authenticator.objects.get(type=Authenticator.Type.RECOVERY_CODES)
    paper = row.wrap().get_unused_codes()
    assert len(paper) == 10
    assert not [one for one in paper if one in str(row.data)]
    for expected in (True, False):
        client = Client()
        enter(client)
        client.post("/accounts/2fa/authenticate/", {"code": paper[0]})
        assert is_in(client) == expected


def test_codes_are_not_guessed(browser: Client) -> None:
    secret = add_codes(browser)
    Attempts.objects.all().delete()
    client = Client()
    enter(client)
    for _ in range(5):
        client.post("/accounts/2fa/authenticate/", {"code": "000000"})
    client.post("/accounts/2fa/authenticate/", {"code": code(secret)})
    assert not is_in(client)


def test_a_passkey_lets_in_without_a_password(browser: Client, person: Person) -> None:
    passkey = Passkey()
    add_passkey(browser, passkey)
    client = Client()
    asked = client.get(f"{PASSKEYS}login/", headers={"accept": "application/json"}).json()
    challenge = challenge_of(asked["request_options"])
    answer = passkey.sign(challenge, str(person.pk).encode())
    client.post(f"{PASSKEYS}login/", {"credential": json.dumps(answer)})
    assert is_in(client)


def test_the_passkey_of_another_lets_nobody_in(browser: Client, person: Person) -> None:
    add_passkey(browser, Passkey())
    client, strange = Client(), Passkey()
    asked = client.get(f"{PASSKEYS}login/", headers={"accept": "application/json"}).json()
    answer = strange.sign(challenge_of(asked["request_options"]), str(person.pk).encode())
    client.post(f"{PASSKEYS}login/", {"credential": json.dumps(answer)})
    assert not is_in(client)


def test_an_answer_to_an_older_question_lets_nobody_in(browser: Client, person: Person) -> None:
    passkey = Passkey()
    add_passkey(browser, passkey)
    client = Client()
    asked = client.get(f"{PASSKEYS}login/", headers={"accept": "application/json"}).json()
    answer = passkey.sign(challenge_of(asked["request_options"]), str(person.pk).encode())
    client.get(f"{PASSKEYS}login/", headers={"accept": "application/json"})
    client.post(f"{PASSKEYS}login/", {"credential": json.dumps(answer)})
    assert not is_in(client)

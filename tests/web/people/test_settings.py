"""What the environment says comes out as settings; with https, cookies go by nothing else."""

import os
import runpy
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import fairterms_web

FILE = Path(fairterms_web.__file__).parent / "settings.py"
Read = Callable[..., dict[str, Any]]


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Read:
    def settings(**said: str) -> dict[str, Any]:
        for name in [one for one in os.environ if one.startswith("FAIRTERMS_")]:
            monkeypatch.delenv(name)
        monkeypatch.setenv("FAIRTERMS_HOME", str(tmp_path))
        for name, value in said.items():
            monkeypatch.setenv(f"FAIRTERMS_{name}", value)
        return runpy.run_path(str(FILE))

    return settings


def test_with_https_every_cookie_is_bound_to_it_and_to_this_host(read: Read) -> None:
    found = read(HTTPS="1")
    assert found["SESSION_COOKIE_NAME"] == "__Host-sessionid"
    assert found["CSRF_COOKIE_NAME"] == "__Host-csrftoken"
    assert found["SESSION_COOKIE_SECURE"]
    assert found["CSRF_COOKIE_SECURE"]
    assert found["SECURE_SSL_REDIRECT"]
    assert found["SECURE_HSTS_SECONDS"] == 31_536_000
    assert not found["MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN"]


def test_on_a_laptop_http_is_enough(read: Read) -> None:
    found = read()
    assert found["SESSION_COOKIE_NAME"] == "sessionid"
    assert not found["SESSION_COOKIE_SECURE"]
    assert found["SECURE_HSTS_SECONDS"] == 0


def test_the_door_is_closed_unless_it_is_opened(read: Read) -> None:
    assert read()["OPEN_FOR_SIGNUP"] is False
    found = read(OPEN_SIGNUP="1")
    assert (found["OPEN_FOR_SIGNUP"], found["ACCOUNT_EMAIL_VERIFICATION"]) == (True, "mandatory")


def test_forms_lead_nowhere_but_to_the_organisation(read: Read) -> None:
    def leads(found: dict[str, Any]) -> list[str]:
        return list(found["CONTENT_SECURITY_POLICY"]["DIRECTIVES"]["form-action"])

    assert leads(read()) == ["'self'"]
    found = read(OIDC_CLIENT="a", OIDC_URL="https://id.example.org/realm/one")
    assert leads(found) == ["'self'", "https://id.example.org"]
    (app,) = found["SOCIALACCOUNT_PROVIDERS"]["openid_connect"]["APPS"]
    assert app["settings"] == {"server_url": "https://id.example.org/realm/one"}


def test_nothing_that_scripts_could_use_is_let_through(read: Read) -> None:
    said = read()["CONTENT_SECURITY_POLICY"]["DIRECTIVES"]
    assert said["default-src"] == ["'none'"]
    assert said["script-src"] == ["'self'"]
    assert said["style-src"] == ["'self'"]
    assert said["frame-ancestors"] == ["'none'"]


def test_behind_a_proxy_attempts_are_counted_by_who_asks(read: Read) -> None:
    assert read()["ALLAUTH_TRUSTED_PROXY_COUNT"] == 0
    assert read(HTTPS="1")["ALLAUTH_TRUSTED_PROXY_COUNT"] == 1
    assert read(HTTPS="1", PROXIES="2")["ALLAUTH_TRUSTED_PROXY_COUNT"] == 2


def test_without_a_mail_server_nothing_is_sent(read: Read) -> None:
    assert not read()["SENDS_MAIL"]
    assert read(MAIL_HOST="mail.example.org")["SENDS_MAIL"]


def test_to_read_the_settings_leaves_no_file_behind(read: Read, tmp_path: Path) -> None:
    key = read()["SECRET_KEY"]
    assert list(tmp_path.iterdir()) == []
    assert len(str(key)) == 64
    assert [one.name for one in tmp_path.iterdir()] == ["secret.key"]
    assert str(read()["SECRET_KEY"]) == str(key)


def test_a_secret_of_the_environment_is_taken_first(read: Read, tmp_path: Path) -> None:
    found = read(SECRET="made up")  # noqa: S106 - it guards nothing
    assert str(found["SECRET_KEY"]) == "made up"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.slow
def test_a_session_holds_in_another_process_and_after_a_restart(tmp_path: Path) -> None:
    def sign(words: str) -> str:
        code = f"import django; django.setup(); from django.core import signing; {words}"
        names = {
            "FAIRTERMS_HOME": str(tmp_path),
            "DJANGO_SETTINGS_MODULE": "fairterms_web.settings",
        }
        told = {**{k: v for k, v in os.environ.items() if k != "FAIRTERMS_SECRET"}, **names}
        run = [sys.executable, "-c", code]
        return subprocess.run(run, env=told, capture_output=True, text=True, check=True).stdout

    signed = sign("print(signing.dumps('made up'))").strip()
    assert sign(f"print(signing.loads({signed!r}))").strip() == "made up"

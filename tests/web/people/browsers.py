"""Browsers of made-up people."""

from django.test import Client

PASSWORD = "a long made-up password"  # noqa: S105 - it guards nothing


def signed_in(email: str = "ann@example.org", password: str = PASSWORD, name: str = "") -> Client:
    """Return a browser in which somebody has signed in by password."""
    client = Client(headers={"user-agent": name or "A made-up browser"})
    answer = client.post("/accounts/login/", {"login": email, "password": password})
    assert answer.status_code == 302, "signed in"
    return client

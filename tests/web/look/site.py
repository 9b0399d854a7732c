"""The look's own pages on a small server of their own, with the workspace's strict CSP.

Run as a program it prints its address and serves until its input ends.
"""

import sys
import threading
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

import django
from django.conf import settings
from django.contrib.staticfiles.handlers import StaticFilesHandler
from django.core.handlers.wsgi import WSGIHandler

CSP = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
)


def set_up() -> None:
    """Configure Django for these pages alone: nothing of a database is asked for."""
    settings.configure(
        SECRET_KEY="made up",  # noqa: S106 - it guards nothing
        ALLOWED_HOSTS=["127.0.0.1", "testserver"],
        DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}},
        DEFAULT_AUTO_FIELD="django.db.models.BigAutoField",
        INSTALLED_APPS=[
            "fairterms_web.people",
            "fairterms_web.rooms",
            "fairterms_web.vault",
            "fairterms_web.ledgers",
            "fairterms_web.look",
            "django.contrib.auth",
            "django.contrib.contenttypes",
            "django.contrib.sessions",
            "django.contrib.messages",
            "django.contrib.staticfiles",
            "django.contrib.humanize",
            "allauth",
            "allauth.account",
            "allauth.mfa",
            "django_htmx",
        ],
        MIDDLEWARE=[
            "django.contrib.sessions.middleware.SessionMiddleware",
            "django.middleware.csrf.CsrfViewMiddleware",
            "django.contrib.auth.middleware.AuthenticationMiddleware",
            "django.contrib.messages.middleware.MessageMiddleware",
            "allauth.account.middleware.AccountMiddleware",
        ],
        TEMPLATES=[
            {
                "BACKEND": "django.template.backends.django.DjangoTemplates",
                "APP_DIRS": True,
                "OPTIONS": {
                    "context_processors": [
                        "django.template.context_processors.request",
                        "django.contrib.auth.context_processors.auth",
                        "django.contrib.messages.context_processors.messages",
                        "fairterms_web.look.frame.frame",
                    ]
                },
            }
        ],
        ROOT_URLCONF="tests.web.look.addresses",
        AUTH_USER_MODEL="people.Person",
        AUTHENTICATION_BACKENDS=["allauth.account.auth_backends.AuthenticationBackend"],
        ACCOUNT_USER_MODEL_USERNAME_FIELD=None,
        ACCOUNT_LOGIN_METHODS={"email"},
        ACCOUNT_SIGNUP_FIELDS=["email*", "password1*", "password2*"],
        ACCOUNT_EMAIL_VERIFICATION="none",
        MFA_SUPPORTED_TYPES=["totp", "recovery_codes", "webauthn"],
        MFA_PASSKEY_LOGIN_ENABLED=True,
        MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN=True,
        SESSION_ENGINE="django.contrib.sessions.backends.signed_cookies",
        MESSAGE_STORAGE="django.contrib.messages.storage.cookie.CookieStorage",
        STATIC_URL="/static/",
        USE_TZ=True,
        LOOK_SHOWS_PARTS=True,
    )
    django.setup()


class Silent(WSGIRequestHandler):
    """A handler that writes no line per request."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - its name above
        """Say nothing."""


def main() -> None:
    """Serve until the input ends."""
    set_up()
    inner = StaticFilesHandler(WSGIHandler())

    def with_csp(environ, start):  # type: ignore[no-untyped-def] # WSGI's own shape
        return inner(
            environ,
            lambda status, headers, *rest: start(
                status, [*headers, ("Content-Security-Policy", CSP)], *rest
            ),
        )

    server: WSGIServer = make_server("127.0.0.1", 0, with_csp, handler_class=Silent)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    sys.stdout.write(f"http://127.0.0.1:{server.server_port}\n")
    sys.stdout.flush()
    sys.stdin.read()
    server.shutdown()


if __name__ == "__main__":
    main()

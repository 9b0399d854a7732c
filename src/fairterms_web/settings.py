"""Settings of the workspace, read from the environment once.

Everything that differs between a laptop and a server is a variable named ``FAIRTERMS_...`` (and
``DATABASE_URL``); the manual's page “workspace” lists them.
"""

import os
from pathlib import Path
from urllib.parse import urlsplit

from django.utils.functional import SimpleLazyObject

from fairterms_web.database import from_url
from fairterms_web.secret_file import signing_key

PACKAGE = Path(__file__).parent
HOME = Path(os.environ.get("FAIRTERMS_HOME", "workspace")).resolve()
"""Where the database of a laptop, the keys and the backups lie."""

DEBUG = os.environ.get("FAIRTERMS_DEBUG") == "1"
IS_SECURE = os.environ.get("FAIRTERMS_HTTPS") == "1"
"""Whether browsers reach the workspace by https; then cookies go by nothing else."""
# Read when first used: settings are also loaded by tools that must leave no file behind.
SECRET_KEY = os.environ.get("FAIRTERMS_SECRET") or SimpleLazyObject(
    lambda: signing_key(HOME / "secret.key")
)
ALLOWED_HOSTS = os.environ.get("FAIRTERMS_HOSTS", "127.0.0.1,localhost,[::1],testserver").split(",")
CSRF_TRUSTED_ORIGINS = [one for one in os.environ.get("FAIRTERMS_ORIGINS", "").split(",") if one]

DATABASES = {
    "default": from_url(os.environ.get("DATABASE_URL") or f"sqlite:///{HOME / 'workspace.sqlite3'}")
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS = [
    "fairterms_web.people",
    "fairterms_web.rooms",
    "fairterms_web.vault",
    "fairterms_web.ledgers",
    "fairterms_web.safekeeping",
    "fairterms_web.deals",
    "fairterms_web.jobs",
    "fairterms_web.look",
    "fairterms_web.start",
    "fairterms_web.negotiate",
    "fairterms_web.decide",
    "fairterms_web.reconcile",
    "fairterms_web.monitor",
    "fairterms_web.audit",
    "fairterms_web.committee",
    "fairterms_web.evidence",
    "fairterms_web.ethics",
    "fairterms_web.learn",
    "fairterms_web.practice",
    "fairterms_web.outcomes",
    "fairterms_web.risks",
    "fairterms_web.read",
    "fairterms_web.terms",
    "fairterms_web.simulate",
    "fairterms_web.api",
    "django.contrib.auth",
    "django.contrib.humanize",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "django_htmx",
    "django_tasks",
    "django_tasks_db",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "fairterms_web.rooms.middleware.private_pages",
]

ROOT_URLCONF = "fairterms_web.urls"
WSGI_APPLICATION = "fairterms_web.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "fairterms_web.look.frame.frame",
            ],
        },
    }
]

# Signing in.
AUTH_USER_MODEL = "people.Person"
# One way only: with two, a known address would take twice as long to refuse as an unknown one.
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
OPEN_FOR_SIGNUP = os.environ.get("FAIRTERMS_OPEN_SIGNUP") == "1"
"""Whether strangers may make an account; else only those who were invited."""
ACCOUNT_ADAPTER = "fairterms_web.people.adapter.Adapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
# Where strangers may sign up, an answer by letter alone keeps from them which accounts exist.
ACCOUNT_EMAIL_VERIFICATION = "mandatory" if OPEN_FOR_SIGNUP else "none"
ACCOUNT_CHANGE_EMAIL = True
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_EMAIL_SUBJECT_PREFIX = "Fairterms: "
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_RATE_LIMITS = {"login_failed": "30/m/ip,5/5m/key", "login": "60/m/ip"}
ALLAUTH_TRUSTED_PROXY_COUNT = int(os.environ.get("FAIRTERMS_PROXIES", "1" if IS_SECURE else "0"))
MFA_ADAPTER = "fairterms_web.people.adapter.SecondStep"
MFA_TOTP_ISSUER = "Fairterms"
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes", "webauthn"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_ALLOW_UNVERIFIED_EMAIL = not OPEN_FOR_SIGNUP
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not IS_SECURE
SOCIALACCOUNT_ADAPTER = "fairterms_web.people.adapter.OtherSignIn"
OIDC_URL = os.environ.get("FAIRTERMS_OIDC_URL", "")
SOCIALACCOUNT_PROVIDERS = {
    "openid_connect": {
        "OAUTH_PKCE_ENABLED": True,
        "APPS": [
            {
                "provider_id": "sso",
                "name": os.environ.get("FAIRTERMS_OIDC_NAME", "Your organisation"),
                "client_id": os.environ["FAIRTERMS_OIDC_CLIENT"],
                "secret": os.environ.get("FAIRTERMS_OIDC_SECRET", ""),
                "settings": {"server_url": OIDC_URL},
            }
        ]
        if "FAIRTERMS_OIDC_CLIENT" in os.environ
        else [],
    }
}
# Attempts to sign in are counted in the database, so that every process knows all of them.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "people_attempts",
        "OPTIONS": {"MAX_ENTRIES": 100_000},
    }
}

# Sessions and cookies. A name with "__Host-" is taken by browsers over https only, from this host.
SESSION_ENGINE = "fairterms_web.people.sessions"
SESSION_COOKIE_NAME = "__Host-sessionid" if IS_SECURE else "sessionid"
CSRF_COOKIE_NAME = "__Host-csrftoken" if IS_SECURE else "csrftoken"
SESSION_COOKIE_AGE = 8 * 60 * 60
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = IS_SECURE
CSRF_COOKIE_SECURE = IS_SECURE
CSRF_COOKIE_SAMESITE = "Strict"
SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60 if IS_SECURE else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = IS_SECURE
SECURE_SSL_REDIRECT = IS_SECURE
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if IS_SECURE else None
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'none'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "img-src": ["'self'", "data:"],
        "font-src": ["'self'"],
        "connect-src": ["'self'"],
        # A browser asks this also of where a form's answer leads: to the organisation's sign-in.
        "form-action": ["'self'", *([f"https://{urlsplit(OIDC_URL).netloc}"] if OIDC_URL else [])],
        "frame-ancestors": ["'none'"],
        "base-uri": ["'none'"],
        "manifest-src": ["'self'"],
    }
}

# What is uploaded.
MOST_UPLOADED = 200 * 1024 * 1024
"""Bytes of one upload, all its files together."""
FILE_UPLOAD_HANDLERS = [
    "fairterms_web.deals.upload_limit.Limit",
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "django.core.files.uploadhandler.TemporaryFileUploadHandler",
]
DATA_UPLOAD_MAX_MEMORY_SIZE = 4 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2_000
DATA_UPLOAD_MAX_NUMBER_FILES = 400
FILE_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024

# Words, dates, files of our own.
LANGUAGE_CODE = "en-us"
# All our words are in one language; looking each of them up takes a tenth of every page.
USE_I18N = False
USE_TZ = True
TIME_ZONE = "UTC"
STATIC_URL = "/static/"
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = DEBUG
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}

# Letters. Without a mail server none is written, and links of invitations are copied by hand.
EMAIL_HOST = os.environ.get("FAIRTERMS_MAIL_HOST", "")
EMAIL_PORT = int(os.environ.get("FAIRTERMS_MAIL_PORT", "587"))
EMAIL_HOST_USER = os.environ.get("FAIRTERMS_MAIL_USER", "")
EMAIL_HOST_PASSWORD = os.environ.get("FAIRTERMS_MAIL_PASSWORD", "")
EMAIL_USE_TLS = os.environ.get("FAIRTERMS_MAIL_TLS", "1") == "1"
EMAIL_TIMEOUT = 20
DEFAULT_FROM_EMAIL = os.environ.get("FAIRTERMS_MAIL_FROM", "fairterms@localhost")
EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
SENDS_MAIL = bool(EMAIL_HOST)
"""Whether there is a mail server."""

# Long work.
TASKS = {
    "default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["default", "short"]},
}

# Nothing of a request but its route is ever logged: no body, no path, no query, no person.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "plain": {
            "()": "fairterms_web.log_lines.RouteOnly",
            "format": "%(asctime)s %(levelname)s %(name)s %(message)s",
        }
    },
    # Of who speaks up without a name not even a route is written.
    "filters": {"quiet": {"()": "fairterms_web.ethics.quiet.Quiet"}},
    "handlers": {
        "console": {
            "class": "logging.StreamHandler",
            "formatter": "plain",
            "filters": ["quiet"],
        }
    },
    "root": {"handlers": ["console"], "level": "WARNING"},
    # Django's own handlers would write the path, and mail whole pages of settings.
    "loggers": {"django": {"handlers": [], "level": "WARNING", "propagate": True}},
}

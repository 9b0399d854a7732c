"""Settings of the workspace, read from the environment once.

Everything that differs between a laptop and a server is a variable named ``FAIRTERMS_...`` (and
``DATABASE_URL``); the manual's page “workspace” lists them.
"""

import os
import secrets
from pathlib import Path

from fairterms_web.database import from_url

PACKAGE = Path(__file__).parent
HOME = Path(os.environ.get("FAIRTERMS_HOME", "workspace")).resolve()
"""Where the database of a laptop, the keys and the backups lie."""

DEBUG = os.environ.get("FAIRTERMS_DEBUG") == "1"
IS_SECURE = os.environ.get("FAIRTERMS_HTTPS") == "1"
"""Whether browsers reach the workspace by https; then cookies go by nothing else."""
SECRET_KEY = os.environ.get("FAIRTERMS_SECRET") or secrets.token_urlsafe(48)
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
    "fairterms_web.deals",
    "fairterms_web.jobs",
    "fairterms_web.look",
    "fairterms_web.start",
    "fairterms_web.negotiate",
    "fairterms_web.read",
    "fairterms_web.terms",
    "django.contrib.auth",
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
AUTHENTICATION_BACKENDS = [
    "django.contrib.auth.backends.ModelBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
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
ACCOUNT_ADAPTER = "fairterms_web.people.adapter.Adapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_PREVENT_ENUMERATION = True
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes", "webauthn"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not IS_SECURE
SOCIALACCOUNT_PROVIDERS = {
    "openid_connect": {
        "APPS": [
            {
                "provider_id": "sso",
                "name": os.environ.get("FAIRTERMS_OIDC_NAME", "Your organisation"),
                "client_id": os.environ["FAIRTERMS_OIDC_CLIENT"],
                "secret": os.environ.get("FAIRTERMS_OIDC_SECRET", ""),
                "settings": {"server_url": os.environ["FAIRTERMS_OIDC_URL"]},
            }
        ]
        if "FAIRTERMS_OIDC_CLIENT" in os.environ
        else []
    }
}

# Sessions and cookies.
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
        "form-action": ["'self'"],
        "frame-ancestors": ["'none'"],
        "base-uri": ["'none'"],
        "manifest-src": ["'self'"],
    }
}

# What is uploaded.
MOST_UPLOADED = 200 * 1024 * 1024
"""Bytes of one upload, all its files together."""
DATA_UPLOAD_MAX_MEMORY_SIZE = 4 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2_000
DATA_UPLOAD_MAX_NUMBER_FILES = 400
FILE_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024

# Words, dates, files of our own.
LANGUAGE_CODE = "en-us"
USE_I18N = True
USE_TZ = True
TIME_ZONE = "UTC"
STATIC_URL = "/static/"
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = DEBUG
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
EMAIL_BACKEND = os.environ.get(
    "FAIRTERMS_EMAIL_BACKEND", "django.core.mail.backends.console.EmailBackend"
)

# Long work.
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}

# Nothing of a request but its route is ever logged: no body, no query, no person.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "plain"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}

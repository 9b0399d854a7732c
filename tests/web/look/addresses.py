"""The addresses of the small server: the look's pages, signing in, and every way to fail."""

from django.core.exceptions import BadRequest, PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.urls import include, path


def said(request: HttpRequest) -> HttpResponse:
    """Answer a form of htmx with words to hear and a toast."""
    answer = HttpResponse('<p id="answer">Changed</p>')
    answer.headers["HX-Trigger"] = (
        '{"said": "3 findings", "toast": {"text": "Done", "undo": "/u/"}}'
    )
    return answer


def refuse(request: HttpRequest) -> HttpResponse:
    """Refuse, as a view does that finds no permission."""
    raise PermissionDenied


def misread(request: HttpRequest) -> HttpResponse:
    """Refuse, as a view does that cannot read what it was sent."""
    raise BadRequest


def break_down(request: HttpRequest) -> HttpResponse:
    """Fail, as a view with a mistake in it does."""
    raise AssertionError


urlpatterns = [
    path("look/", include("fairterms_web.look.urls")),
    path("accounts/", include("allauth.urls")),
    path("said/", said),
    path("403/", refuse),
    path("400/", misread),
    path("500/", break_down),
]

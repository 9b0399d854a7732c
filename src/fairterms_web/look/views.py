"""The look's own pages: the list of words, the choice of colours, and every part on one page."""

from __future__ import annotations

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.http import url_has_allowed_host_and_scheme

from fairterms_web.look.frame import COOKIE, THEMES
from fairterms_web.look.glossary import words
from fairterms_web.look.showcase import showcase
from fairterms_web.rooms.policy import anyone

_YEAR_IN_SECONDS = 365 * 24 * 60 * 60


@anyone()
def word_list(request: HttpRequest) -> HttpResponse:
    """Show the words of the field and what they mean."""
    return render(request, "look/words.html", {"words": words().items()})


@anyone(post=True)
def theme(request: HttpRequest) -> HttpResponse:
    """Keep the reader's choice of colours in a cookie and go back to the page before."""
    back = request.headers.get("Referer", "")
    is_own = url_has_allowed_host_and_scheme(
        back, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    answer = HttpResponseRedirect(back if is_own else "/")
    chosen = request.POST.get("theme", "")
    if chosen in THEMES:
        answer.set_cookie(
            COOKIE, chosen, max_age=_YEAR_IN_SECONDS, samesite="Lax", secure=request.is_secure()
        )
    return answer


@anyone(post=True)
def parts(request: HttpRequest) -> HttpResponse:
    """Show every part of the design system on one page, for those who build pages."""
    if not (settings.DEBUG or getattr(settings, "LOOK_SHOWS_PARTS", False)):
        raise Http404
    return render(request, "look/showcase.html", showcase(request.POST or None))

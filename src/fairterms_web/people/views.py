"""The link that lets the owner of a laptop in, and the page of one's own account."""

from django import forms
from django.contrib import messages
from django.contrib.auth import login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from fairterms_web.people.links import take
from fairterms_web.people.models import Person
from fairterms_web.people.sessions import end_others, sessions_of
from fairterms_web.rooms.policy import anyone, signed_in

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


class Name(forms.ModelForm[Person]):
    """What others call a person."""

    class Meta:
        """The field."""

        model = Person
        fields = ("name",)
        labels = {"name": "Your name"}  # noqa: RUF012 - Django's own shape
        help_texts = {"name": "Others in your rooms see it instead of your e-mail address."}  # noqa: RUF012


@anyone()
def enter(request: HttpRequest, secret: str) -> HttpResponse:
    """Let the person in for whom the link was made; it works once, and only on this machine."""
    person = take(secret) if request.META.get("REMOTE_ADDR") in {"127.0.0.1", "::1"} else None
    if person is None:
        raise Http404
    login(request, person, backend=BACKEND)
    return redirect("start:home")


@signed_in(post=True)
def account(request: HttpRequest) -> HttpResponse:
    """Show one's account: name, colours, and where one is signed in; keep a new name."""
    person = Person.objects.get(pk=request.user.pk)
    form = Name(request.POST or None, instance=person)
    if request.method == "POST" and form.is_valid():
        form.save()
        messages.success(request, "Your name was kept.")
        return redirect("people:account")
    told = {"form": form, "sessions": sessions_of(request)}
    return render(request, "people/account.html", told, status=422 if form.errors else 200)


@signed_in(post=True)
def end_sessions(request: HttpRequest) -> HttpResponse:
    """Sign out everywhere else, or in one other browser."""
    if request.method == "POST":
        count = end_others(request, request.POST.get("session", ""))
        words = "One other browser was" if count == 1 else f"{count} other browsers were"
        messages.success(request, f"{words} signed out.")
    return redirect("people:account")

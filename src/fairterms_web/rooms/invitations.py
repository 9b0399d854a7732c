"""The link of an invitation: what who opens it sees, and what happens when they accept."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from fairterms_web.people.adapter import INVITED
from fairterms_web.rooms import actions
from fairterms_web.rooms.policy import anyone
from fairterms_web.rooms.roles import ROLES


@anyone(post=True)
def invitation(request: HttpRequest, secret: str) -> HttpResponse:
    """Show an invitation to whom it was sent, or accept it.

    A link that was used, is too old, was withdrawn, or is for another account gives one and the
    same answer as one that never was.
    """
    user = request.user
    email = user.email if user.is_authenticated else ""
    row = actions.waiting(email=email, secret=secret)
    if row is None:
        return render(request, "rooms/no_invitation.html", status=404)
    if not user.is_authenticated:
        # Lets this browser make an account, for that one address.
        request.session[INVITED] = row.email
        return render(request, "rooms/invitation_of_a_stranger.html", {"here": request.path})
    if request.method == "POST":
        room = actions.accept(person=str(user.pk), email=email, secret=secret)
        request.session.pop(INVITED, None)
        messages.success(request, f"Welcome to: {room.title}.")
        return redirect("start:page", room_id=room.id)
    told = {"invitation": row, "role": ROLES[row.role].title, "into": row.room}
    return render(request, "rooms/invitation.html", told)

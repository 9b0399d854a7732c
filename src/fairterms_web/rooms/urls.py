"""Addresses of rooms: who is in them, and what is given between them."""

from django.urls import path

from fairterms_web.rooms import invitations, sealed_copies, views

app_name = "rooms"
urlpatterns = [
    path("invitations/<slug:secret>/", invitations.invitation, name="invitation"),
    path("rooms/<slug:room_id>/rooms/", views.deal, name="deal"),
    path("rooms/<slug:room_id>/open/<slug:place>/", views.open_room, name="open"),
    path("rooms/<slug:room_id>/people/", views.people, name="people"),
    path("rooms/<slug:room_id>/people/invite/<slug:place>/", views.invite, name="invite"),
    path("rooms/<slug:room_id>/people/end/<slug:grant_id>/", views.end, name="end"),
    path(
        "rooms/<slug:room_id>/people/withdraw/<slug:invitation_id>/",
        views.withdraw,
        name="withdraw",
    ),
    path("rooms/<slug:room_id>/give/", sealed_copies.give, name="give"),
    path("rooms/<slug:room_id>/take/<slug:copy_id>/", sealed_copies.take, name="take"),
    path("rooms/<slug:room_id>/copies/", sealed_copies.copies, name="copies"),
    path("rooms/<slug:room_id>/copies/<slug:copy_id>/", sealed_copies.copy, name="copy"),
    path(
        "rooms/<slug:room_id>/copies/<slug:copy_id>/<slug:file_id>/",
        sealed_copies.copied_file,
        name="copied-file",
    ),
]

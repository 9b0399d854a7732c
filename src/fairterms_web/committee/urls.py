"""Addresses of committee."""

from django.urls import path

from fairterms_web.committee import motions, views

app_name = "committee"
urlpatterns = [
    path("rooms/<slug:room_id>/committee/", views.page, name="page"),
    path("rooms/<slug:room_id>/committee/charter/", views.charter, name="charter"),
    path("rooms/<slug:room_id>/committee/seat/", views.seat, name="seat"),
    path("rooms/<slug:room_id>/committee/notice/", views.notice, name="notice"),
    path("rooms/<slug:room_id>/committee/<slug:motion_id>/", motions.page, name="motion"),
    path("rooms/<slug:room_id>/committee/<slug:motion_id>/open/", motions.open_vote, name="open"),
    path(
        "rooms/<slug:room_id>/committee/<slug:motion_id>/withdraw/",
        motions.withdraw,
        name="withdraw",
    ),
    path("rooms/<slug:room_id>/committee/<slug:motion_id>/vote/", motions.vote, name="vote"),
    path("rooms/<slug:room_id>/committee/<slug:motion_id>/close/", motions.close, name="close"),
    path(
        "rooms/<slug:room_id>/committee/<slug:motion_id>/dissent/", motions.dissent, name="dissent"
    ),
    path(
        "rooms/<slug:room_id>/committee/<slug:motion_id>/take/<slug:name>/",
        motions.take,
        name="take",
    ),
]

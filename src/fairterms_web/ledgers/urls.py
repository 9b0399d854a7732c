"""Addresses of a room's history and its ledger."""

from django.urls import path

from fairterms_web.ledgers import views

app_name = "ledgers"
urlpatterns = [
    path("rooms/<slug:room_id>/history/", views.page, name="page"),
    path("rooms/<slug:room_id>/history/ledger/", views.ledger, name="ledger"),
    path("rooms/<slug:room_id>/history/key/", views.key, name="key"),
    path("rooms/<slug:room_id>/history/note/", views.note, name="note"),
    path("rooms/<slug:room_id>/history/proof/", views.proof, name="proof"),
    path("rooms/<slug:room_id>/history/checkpoints/", views.checkpoints, name="checkpoints"),
    path("rooms/<slug:room_id>/history/checkpoints/ask/", views.ask, name="ask"),
]

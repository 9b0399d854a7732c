"""Addresses of terms."""

from django.urls import path

from fairterms_web.terms import signing, views

app_name = "terms"
urlpatterns = [
    path("rooms/<slug:room_id>/terms/", views.page, name="page"),
    path("rooms/<slug:room_id>/terms/check/", views.check, name="check"),
    path("rooms/<slug:room_id>/terms/begin/", views.begin, name="begin"),
    path("rooms/<slug:room_id>/terms/versions/", views.versions, name="versions"),
    path("rooms/<slug:room_id>/terms/cited/", views.cited, name="cited"),
    path("rooms/<slug:room_id>/terms/signing/", signing.page, name="signing"),
    path("rooms/<slug:room_id>/terms/offer/", signing.offer, name="offer"),
    path("rooms/<slug:room_id>/terms/scripts/fill/", signing.fill, name="fill"),
    path("rooms/<slug:room_id>/terms/scripts/take/", signing.take, name="take"),
]

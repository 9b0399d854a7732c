"""Addresses of outcomes."""

from django.urls import path

from fairterms_web.outcomes import views

app_name = "outcomes"
urlpatterns = [
    path("rooms/<slug:room_id>/outcomes/", views.page, name="page"),
    path("rooms/<slug:room_id>/outcomes/outside/", views.outside, name="outside"),
    path("rooms/<slug:room_id>/outcomes/take/<slug:name>/", views.take, name="take"),
]

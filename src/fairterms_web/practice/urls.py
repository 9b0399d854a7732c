"""Addresses of practice."""

from django.urls import path

from fairterms_web.practice import views

app_name = "practice"
urlpatterns = [
    path("rooms/<slug:room_id>/practice/", views.page, name="page"),
    path("rooms/<slug:room_id>/practice/back/", views.back, name="back"),
    path("rooms/<slug:room_id>/practice/again/", views.again, name="again"),
    path("rooms/<slug:room_id>/practice/scorecards/", views.scorecards, name="scorecards"),
    path("rooms/<slug:room_id>/practice/take/<slug:name>/", views.take, name="take"),
]

"""Addresses of risks."""

from django.urls import path

from fairterms_web.risks import views

app_name = "risks"
urlpatterns = [
    path("rooms/<slug:room_id>/risks/", views.page, name="page"),
    path("rooms/<slug:room_id>/risks/propose/", views.propose, name="propose"),
    path("rooms/<slug:room_id>/risks/edit/", views.edit, name="edit"),
    path("rooms/<slug:room_id>/risks/workshop/", views.workshop, name="workshop"),
    path("rooms/<slug:room_id>/risks/take/<slug:name>/", views.take, name="take"),
]

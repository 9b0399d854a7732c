"""Addresses of evidence."""

from django.urls import path

from fairterms_web.evidence import views

app_name = "evidence"
urlpatterns = [
    path("rooms/<slug:room_id>/evidence/", views.page, name="page"),
    path("rooms/<slug:room_id>/evidence/ask/", views.ask, name="ask"),
    path("rooms/<slug:room_id>/evidence/upload/", views.upload, name="upload"),
    path("rooms/<slug:room_id>/evidence/<slug:ref>/", views.one, name="one"),
    path("rooms/<slug:room_id>/evidence/<slug:ref>/content/", views.content, name="content"),
    path("rooms/<slug:room_id>/evidence/<slug:ref>/decline/", views.decline, name="decline"),
    path("rooms/<slug:room_id>/evidence/<slug:ref>/prepare/", views.prepare, name="prepare"),
    path("rooms/<slug:room_id>/evidence/<slug:ref>/approve/", views.approve, name="approve"),
    path("rooms/<slug:room_id>/evidence/<slug:ref>/sign/", views.sign, name="sign"),
    path("rooms/<slug:room_id>/evidence/<slug:ref>/read/", views.read, name="read"),
    path("rooms/<slug:room_id>/evidence/<slug:ref>/destroy/", views.destroy, name="destroy"),
]

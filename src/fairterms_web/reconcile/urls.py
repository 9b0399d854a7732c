"""Addresses of reconcile."""

from django.urls import path

from fairterms_web.reconcile import views

app_name = "reconcile"
urlpatterns = [
    path("rooms/<slug:room_id>/reconcile/", views.page, name="page"),
    path("rooms/<slug:room_id>/reconcile/upload/", views.upload, name="upload"),
    path("rooms/<slug:room_id>/reconcile/ask/", views.ask, name="ask"),
    path("rooms/<slug:room_id>/reconcile/<slug:job_id>/", views.found, name="found"),
    path("rooms/<slug:room_id>/reconcile/<slug:job_id>/take/<slug:name>/", views.take, name="take"),
]

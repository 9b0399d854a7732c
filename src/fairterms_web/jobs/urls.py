"""Addresses of long work."""

from django.urls import path

from fairterms_web.jobs import views

app_name = "jobs"
urlpatterns = [
    path("rooms/<slug:room_id>/work/", views.listing, name="listing"),
    path("rooms/<slug:room_id>/work/ask/<slug:kind>/", views.ask, name="ask"),
    path("rooms/<slug:room_id>/work/<slug:job_id>/", views.progress, name="progress"),
    path("rooms/<slug:room_id>/work/<slug:job_id>/cancel/", views.cancel, name="cancel"),
    path("rooms/<slug:room_id>/work/<slug:job_id>/again/", views.again, name="again"),
]

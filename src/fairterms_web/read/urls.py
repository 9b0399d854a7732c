"""Addresses of reading."""

from django.urls import path

from fairterms_web.read import views

app_name = "read"
urlpatterns = [
    path("rooms/<slug:room_id>/read/", views.page, name="page"),
    path("rooms/<slug:room_id>/read/finding/<slug:key>/", views.finding, name="finding"),
    path("rooms/<slug:room_id>/read/part/<slug:name>/", views.part, name="part"),
    path("rooms/<slug:room_id>/read/take/<slug:name>/", views.take, name="take"),
    path("rooms/<slug:room_id>/read/compare/", views.compare, name="compare"),
    path("rooms/<slug:room_id>/read/compare/<slug:job_id>/", views.changes, name="changes"),
    path("rooms/<slug:room_id>/read/compare/<slug:job_id>/redline/", views.redline, name="redline"),
]

"""Addresses of simulation."""

from django.urls import path

from fairterms_web.simulate import views

app_name = "simulate"
urlpatterns = [
    path("rooms/<slug:room_id>/simulate/", views.page, name="page"),
    path("rooms/<slug:room_id>/simulate/run/", views.run, name="run"),
    path("rooms/<slug:room_id>/simulate/refine/", views.refine, name="refine"),
    path("rooms/<slug:room_id>/simulate/worksheet/", views.worksheet, name="worksheet"),
    path("rooms/<slug:room_id>/simulate/compare/", views.compare, name="compare"),
    path("rooms/<slug:room_id>/simulate/keep/", views.keep, name="keep"),
    path("rooms/<slug:room_id>/simulate/longer/", views.longer, name="longer"),
    path("rooms/<slug:room_id>/simulate/years/", views.long_runs, name="long_runs"),
    path("rooms/<slug:room_id>/simulate/years/<slug:job_id>/", views.years, name="years"),
    path("rooms/<slug:room_id>/simulate/forecast/", views.forecast, name="forecast"),
    path("rooms/<slug:room_id>/simulate/forecast/<slug:name>/", views.take, name="take"),
]

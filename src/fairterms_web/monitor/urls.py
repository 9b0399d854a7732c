"""Addresses of monitor."""

from django.urls import path

from fairterms_web.monitor import views

app_name = "monitor"
urlpatterns = [
    path("rooms/<slug:room_id>/monitor/", views.page, name="page"),
    path("rooms/<slug:room_id>/monitor/look/", views.look, name="look"),
    path("rooms/<slug:room_id>/monitor/confirm/", views.confirm, name="confirm"),
    path("rooms/<slug:room_id>/monitor/record/", views.record, name="record"),
    path("rooms/<slug:room_id>/monitor/take/<slug:name>/", views.take, name="take"),
]

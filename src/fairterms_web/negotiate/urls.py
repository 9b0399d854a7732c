"""Addresses of negotiation."""

from django.urls import path

from fairterms_web.negotiate import views

app_name = "negotiate"
urlpatterns = [
    path("rooms/<slug:room_id>/negotiate/", views.page, name="page"),
    path("rooms/<slug:room_id>/negotiate/trades/", views.trades, name="trades"),
    path("rooms/<slug:room_id>/negotiate/take/<slug:name>/", views.take, name="take"),
    path("rooms/<slug:room_id>/log/", views.log, name="log"),
    path("rooms/<slug:room_id>/log/confirm/<slug:entry>/", views.confirm, name="confirm"),
    path("rooms/<slug:room_id>/log/seal/", views.seal, name="seal"),
]

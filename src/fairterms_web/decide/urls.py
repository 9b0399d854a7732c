"""Addresses of the decision."""

from django.urls import path

from fairterms_web.decide import views

app_name = "decide"
urlpatterns = [
    path("rooms/<slug:room_id>/decide/", views.page, name="page"),
    path("rooms/<slug:room_id>/decide/history/", views.history, name="history"),
    path("rooms/<slug:room_id>/decide/take/<slug:name>/", views.take, name="take"),
    path("rooms/<slug:room_id>/decide/<slug:job_id>/", views.earlier, name="earlier"),
    path(
        "rooms/<slug:room_id>/decide/<slug:job_id>/take/<slug:name>/",
        views.take_earlier,
        name="take_earlier",
    ),
]

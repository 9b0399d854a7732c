"""Addresses of audit."""

from django.urls import path

from fairterms_web.audit import views

app_name = "audit"
urlpatterns = [
    path("rooms/<slug:room_id>/audit/", views.page, name="page"),
    path("rooms/<slug:room_id>/audit/add/<slug:what>/", views.add, name="add"),
    path("rooms/<slug:room_id>/audit/review/<slug:workpaper>/", views.review, name="review"),
    path("rooms/<slug:room_id>/audit/publish/<slug:procedure>/", views.publish, name="publish"),
    path("rooms/<slug:room_id>/audit/issue/<slug:finding>/", views.issue, name="issue"),
    path("rooms/<slug:room_id>/audit/answer/<slug:finding>/", views.respond, name="respond"),
    path("rooms/<slug:room_id>/audit/take/<slug:name>/", views.take, name="take"),
]

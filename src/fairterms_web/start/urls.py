"""Addresses of the first pages."""

from django.urls import path

from fairterms_web.start import views

app_name = "start"
urlpatterns = [
    path("", views.home, name="home"),
    path("new/", views.new, name="new"),
    path("sample/", views.sample, name="sample"),
    path("rooms/<slug:room_id>/", views.page, name="page"),
    path("rooms/<slug:room_id>/files/", views.upload, name="upload"),
    path("rooms/<slug:room_id>/import/", views.import_folder, name="import"),
    path("rooms/<slug:room_id>/export/", views.export_folder, name="export"),
    path("rooms/<slug:room_id>/file/", views.file, name="file"),
    path("rooms/<slug:room_id>/file/remove/", views.remove, name="remove"),
    path("rooms/<slug:room_id>/file/back/<slug:version_id>/", views.put_back, name="put-back"),
]

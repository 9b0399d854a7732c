"""Addresses of ethics: two for whoever speaks up, the others in rooms."""

from django.urls import path

from fairterms_web.ethics import case_views, speaking_up, views

app_name = "ethics"
urlpatterns = [
    path("speak-up/<slug:code>/", speaking_up.speak_up, name="speak-up"),
    path("speak-up/<slug:code>/follow/", speaking_up.follow, name="follow"),
    path("rooms/<slug:room_id>/ethics/", views.page, name="page"),
    path("rooms/<slug:room_id>/ethics/open/", views.open_address, name="open"),
    path("rooms/<slug:room_id>/ethics/invite/", views.invite, name="invite"),
    path("rooms/<slug:room_id>/ethics/take-in/", views.take_in, name="take-in"),
    path("rooms/<slug:room_id>/ethics/<slug:report_id>/", case_views.report, name="report"),
    path("rooms/<slug:room_id>/ethics/<slug:report_id>/agree/", case_views.agree, name="agree"),
    path("rooms/<slug:room_id>/ethics/<slug:report_id>/move/", case_views.move, name="move"),
    path("rooms/<slug:room_id>/ethics/<slug:report_id>/answer/", case_views.answer, name="answer"),
    path("rooms/<slug:room_id>/ethics/<slug:report_id>/look/", case_views.look, name="look"),
]

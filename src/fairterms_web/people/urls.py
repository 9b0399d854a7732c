"""Addresses of signing in that the sign-in package does not have."""

from django.urls import path

from fairterms_web.people import views

app_name = "people"
urlpatterns = [
    path("account/", views.account, name="account"),
    path("account/sessions/", views.end_sessions, name="end-sessions"),
    path("enter/<slug:secret>/", views.enter, name="enter"),
]

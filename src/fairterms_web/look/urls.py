"""The addresses of the look's own pages."""

from django.urls import path

from fairterms_web.look import views

app_name = "look"
urlpatterns = [
    path("", views.parts, name="parts"),
    path("theme/", views.theme, name="theme"),
    path("words/", views.word_list, name="words"),
]

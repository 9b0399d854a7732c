"""Addresses of learn."""

from django.urls import path

from fairterms_web.learn import views

app_name = "learn"
urlpatterns = [
    path("learn/", views.index, name="index"),
    path("learn/<int:number>/", views.lesson, name="lesson"),
    path("learn/patients/", views.patients, name="patients"),
    path("learn/<slug:about>/quiz/", views.quiz, name="quiz"),
    path("learn/passed/<slug:answered_id>/", views.certify, name="certify"),
    path("learn/certificates/", views.find, name="find"),
    path("learn/certificates/<slug:code>/", views.certificate, name="certificate"),
    path("learn/certificates/<slug:code>/pdf/", views.certificate_pdf, name="certificate-pdf"),
    path("rooms/<slug:room_id>/learn/", views.page, name="page"),
    path("rooms/<slug:room_id>/learn/own/<str:name>/", views.course, name="course"),
    path("rooms/<slug:room_id>/learn/own/<str:name>/quiz/", views.course_quiz, name="course-quiz"),
]

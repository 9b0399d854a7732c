"""Every address of the workspace. Each view declares its policy; a test reads them from here."""

from django.urls import include, path

urlpatterns = [
    path("accounts/", include("allauth.urls")),
    path("look/", include("fairterms_web.look.urls")),
    path("", include("fairterms_web.people.urls")),
    path("", include("fairterms_web.rooms.urls")),
    path("", include("fairterms_web.start.urls")),
    path("", include("fairterms_web.jobs.urls")),
    path("", include("fairterms_web.ledgers.urls")),
    path("", include("fairterms_web.negotiate.urls")),
    path("", include("fairterms_web.decide.urls")),
    path("", include("fairterms_web.reconcile.urls")),
    path("", include("fairterms_web.monitor.urls")),
    path("", include("fairterms_web.audit.urls")),
    path("", include("fairterms_web.committee.urls")),
    path("", include("fairterms_web.evidence.urls")),
    path("", include("fairterms_web.ethics.urls")),
    path("", include("fairterms_web.learn.urls")),
    path("", include("fairterms_web.practice.urls")),
    path("", include("fairterms_web.outcomes.urls")),
    path("", include("fairterms_web.risks.urls")),
    path("", include("fairterms_web.read.urls")),
    path("", include("fairterms_web.simulate.urls")),
    path("", include("fairterms_web.terms.urls")),
    path("", include("fairterms_web.api.urls")),
]

"""Addresses of the API, of its description, and of one's own tokens."""

from django.urls import include, path

from fairterms_web.api import views
from fairterms_web.api.addresses import addresses, not_there

app_name = "api"
urlpatterns = [
    path("account/tokens/", views.tokens, name="tokens"),
    path("account/tokens/new/", views.new_token, name="new-token"),
    path("account/tokens/<slug:token_id>/revoke/", views.revoke_token, name="revoke-token"),
    path("api/v1/openapi.json", views.openapi, name="openapi"),
    path("api/v1/docs/", views.docs, name="docs"),
    path("api/v1/", include(addresses())),
    path("api/", not_there, name="not-there"),
    path("api/<path:rest>", not_there, name="nothing-there"),
]

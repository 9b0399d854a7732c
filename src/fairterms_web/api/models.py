"""Tokens by which a program acts for a person."""

from typing import ClassVar

from django.conf import settings
from django.db import models

from fairterms_web import identifiers


class AccessToken(models.Model):
    """A token for one purpose; only its hash is stored.

    It belongs to a person and names what it is narrowed to. It grants nothing: what the person may
    no longer do, the token may not do either.
    """

    id = models.CharField(primary_key=True, max_length=32, default=identifiers.new, editable=False)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    purpose = models.CharField(max_length=200)
    token_hash = models.CharField(max_length=64, unique=True)
    rooms = models.JSONField(default=list)
    capabilities = models.JSONField(default=list)
    made_at = models.DateTimeField(auto_now_add=True)
    ends_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True)
    # A day and no more: when a person works is nobody's business.
    last_used_on = models.DateField(null=True)
    minute = models.PositiveBigIntegerField(default=0)
    calls = models.PositiveIntegerField(default=0)

    class Meta:
        indexes: ClassVar = [models.Index(fields=["person", "made_at"])]

    def __str__(self) -> str:
        return self.purpose

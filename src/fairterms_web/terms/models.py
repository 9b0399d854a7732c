"""Signatures under payment terms and their test scripts."""

from typing import ClassVar

from django.db import models

from fairterms_web import identifiers
from fairterms_web.rooms.roles import Kind
from fairterms_web.rooms.walls import Walled, WalledManager

PARTIES = (Kind.GROUP, Kind.PLAN)
"""Who signs."""


class TermsSignature(Walled):
    """One party signed one version of the terms and scripts in the joint room. Never changed."""

    id = models.CharField(primary_key=True, max_length=32, default=identifiers.new, editable=False)
    party = models.CharField(max_length=16, choices=[(str(one), str(one)) for one in PARTIES])
    version = models.CharField(max_length=71)
    terms = models.CharField(max_length=71)
    # Path to the number and the hash of what was signed; the number tells what came later.
    files = models.JSONField()
    statement = models.TextField()
    signed_by = models.CharField(max_length=64)
    signed_at = models.DateTimeField(auto_now_add=True)

    objects: ClassVar = WalledManager["TermsSignature"]()

    class Meta:
        indexes: ClassVar = [models.Index(fields=["room", "signed_at"])]

    def __str__(self) -> str:
        return f"{self.party} {self.version[:15]}"

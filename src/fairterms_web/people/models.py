"""Persons, as accounts."""

from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models

from fairterms_web import identifiers


class People(BaseUserManager["Person"]):
    """Makes persons."""

    def create_user(self, email: str, password: str | None = None, **fields: Any) -> "Person":
        """Make a person.

        Parameters
        ----------
        email
            By which they sign in; capital letters do not matter.
        password
            None for those who sign in by a link, a passkey or their organisation only.
        """
        person = self.model(email=self.normalize_email(email).lower(), **fields)
        person.set_password(password)
        person.save(using=self._db)
        return person

    def get_by_natural_key(self, username: str | None) -> "Person":
        """Find a person by e-mail, whatever its capital letters."""
        return self.get(email=(username or "").lower())


class Person(AbstractBaseUser):
    """One who signs in. No rights are kept here: a right is a grant of a room."""

    id = models.CharField(primary_key=True, max_length=32, default=identifiers.new, editable=False)
    email = models.EmailField(unique=True)
    name = models.CharField(max_length=120, blank=True)
    is_active = models.BooleanField(default=True)
    joined_at = models.DateTimeField(auto_now_add=True)

    objects: ClassVar[People] = People()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"

    def __str__(self) -> str:
        return self.name or self.email

    @property
    def is_staff(self) -> bool:
        """No one is staff: who runs the machine reads no room."""
        return False


class EntryLink(models.Model):
    """A link that lets a person in once."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    secret_hash = models.CharField(max_length=64, unique=True)
    ends_at = models.DateTimeField()

    def __str__(self) -> str:
        return str(self.person_id)

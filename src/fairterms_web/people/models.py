"""Persons, as accounts; where they are signed in; and the letters they are sent."""

from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.sessions.base_session import AbstractBaseSession
from django.db import models, transaction

from fairterms_web import identifiers


class People(BaseUserManager["Person"]):
    """Makes persons."""

    def create_user(self, email: str, password: str | None = None, **fields: Any) -> "Person":
        """Make a person; whoever makes the account vouches for the address.

        Parameters
        ----------
        email
            By which they sign in; capital letters do not matter.
        password
            None for those who sign in by a link, a passkey or their organisation only.
        """
        # It refers to this model, and can be read only after it.
        from allauth.account.models import EmailAddress  # noqa: PLC0415

        person = self.model(email=self.normalize_email(email).lower(), **fields)
        person.set_password(password)
        with transaction.atomic(using=self._db):
            person.save(using=self._db)
            # The sign-in package keeps addresses in rows of its own; an address it did not know
            # would be emptied when its owner asks for a change.
            EmailAddress.objects.create(
                user=person, email=person.email, primary=True, verified=True
            )
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


class SignedIn(AbstractBaseSession):
    """A browser in which somebody works, signed in or not yet."""

    person = models.CharField(max_length=32, blank=True, db_index=True)
    browser = models.CharField(max_length=200, blank=True)
    began_at = models.DateTimeField()

    @classmethod
    def get_session_store_class(cls) -> Any:
        """Return what reads and writes these rows."""
        from fairterms_web.people.sessions import SessionStore  # noqa: PLC0415 - needs me

        return SessionStore


class Attempts(models.Model):
    """The table of the shared cache, which counts attempts to sign in for every process."""

    cache_key = models.CharField(primary_key=True, max_length=255)
    value = models.TextField()
    expires = models.DateTimeField(db_index=True)

    class Meta:
        """Named here, since the settings name it too."""

        db_table = "people_attempts"

    def __str__(self) -> str:
        return self.cache_key


class Letter(models.Model):
    """A letter that waits to be sent; what it says lies sealed, and goes when it was sent."""

    id = models.CharField(primary_key=True, max_length=32, default=identifiers.new, editable=False)
    to = models.EmailField()
    body = models.BinaryField()
    made_at = models.DateTimeField(auto_now_add=True)
    due_at = models.DateTimeField(db_index=True)
    attempts = models.PositiveIntegerField(default=0)

    def __str__(self) -> str:
        return self.id

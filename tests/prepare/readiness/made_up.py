"""Facts as a group would state them, with and without what shows them."""

from decimal import Decimal
from typing import TypeVar

from fairterms.prepare.readiness.declaration import Cover, Held
from fairterms.prepare.stated import Stated

T = TypeVar("T")


def shown(value: T) -> Stated[T]:
    return Stated(value, "readiness.toml, line 7", "a document")


def told(value: T) -> Stated[T]:
    return Stated(value, "readiness.toml, line 7")


def amount(number: str) -> Stated[Decimal]:
    return shown(Decimal(number))


def work(by: str) -> Stated[Held]:
    return shown(Held(Cover(by)))

"""Tests in this folder have Django and a database; see ``tests/web/databases/plugin.py``."""

import tempfile
from collections.abc import Iterator
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pytest_django import DjangoDbBlocker

    from tests.web.cast import Cast


def pytest_addoption(pluginmanager: pytest.PytestPluginManager) -> None:
    """Bring Django along."""
    pluginmanager.import_plugin("tests.web.databases.plugin")


@pytest.fixture(scope="session")
def django_db_setup(
    request: pytest.FixtureRequest,
    django_test_environment: None,
    django_db_modify_db_settings: None,
    django_db_blocker: "DjangoDbBlocker",
) -> Iterator[None]:
    """Make the database; on SQLite from a copy, if one was built from the same programs."""
    from django.db import connection  # noqa: PLC0415 - not before Django is set up
    from django.test.utils import setup_databases, teardown_databases  # noqa: PLC0415

    from tests.web.databases.copied import copying  # noqa: PLC0415

    is_copied = connection.vendor == "sqlite"
    around = copying(_kept(request.config)) if is_copied else nullcontext()
    with django_db_blocker.unblock(), around:
        made = setup_databases(
            verbosity=0, interactive=False, aliases={"default": []}, serialized_aliases=()
        )
    yield
    with django_db_blocker.unblock():
        teardown_databases(made, verbosity=0)


def _kept(config: pytest.Config) -> Path:
    # There is no cache with "-p no:cacheprovider", and then nothing to keep.
    cache = getattr(config, "cache", None)
    return cache.mkdir("fairterms-web") if cache else Path(tempfile.mkdtemp())


# Models are there only once Django is set up, which is after this module was read.


@pytest.fixture(scope="module")
def full_cast(django_db_setup: None, django_db_blocker: "DjangoDbBlocker") -> "Iterator[Cast]":
    """Everybody, with something to see in every room, for all tests of a module."""
    from tests.web.cast import make  # noqa: PLC0415
    from tests.web.databases.standing import standing  # noqa: PLC0415

    with standing(django_db_blocker, make) as made:
        yield made


@pytest.fixture(scope="module")
def light_cast(django_db_setup: None, django_db_blocker: "DjangoDbBlocker") -> "Iterator[Cast]":
    """Everybody, in rooms with little in them, for all tests of a module."""
    from tests.web.databases.standing import standing  # noqa: PLC0415
    from tests.web.jobs.light_cast import make_light  # noqa: PLC0415

    with standing(django_db_blocker, make_light) as made:
        yield made

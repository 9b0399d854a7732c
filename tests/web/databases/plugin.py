"""What Django and its database are to the tests of the web; the core's tests never meet them.

SQLite in memory, unless ``DATABASE_URL`` names another database, or
``FAIRTERMS_TEST_DATABASE=postgresql`` asks for a PostgreSQL of the tests' own.

pytest loads no plugin by itself here (``--disable-plugin-autoload``): pytest-django puts nine
fixtures before every test, the core's fifteen thousand included. This module is loaded when the
first folder of the web is reached, which may be after pytest has read its options; what
pytest-django would have done at that time is made up for.
"""

import os
import tempfile
from pathlib import Path

import pytest

from tests.web.databases import server

PLUGIN = "pytest_django.plugin"
SETTINGS = "fairterms_web.settings"
CHOICE = "FAIRTERMS_TEST_DATABASE"


def pytest_addoption(parser: pytest.Parser, pluginmanager: pytest.PytestPluginManager) -> None:
    """Load pytest-django; its options are known from here on."""
    pluginmanager.import_plugin(PLUGIN)


@pytest.hookimpl(tryfirst=True)
def pytest_configure(config: pytest.Config) -> None:
    """Choose the database, then let pytest-django set Django up."""
    # The process that only hands tests to workers needs neither; they inherit its environment.
    if hasattr(config, "workerinput") or not config.getoption("numprocesses", None):
        _choose_database(config)
        os.environ["DJANGO_SETTINGS_MODULE"] = SETTINGS
    _catch_up(config)


def _choose_database(config: pytest.Config) -> None:
    home = tempfile.TemporaryDirectory(prefix="fairterms-home-")
    config.add_cleanup(home.cleanup)
    os.environ["FAIRTERMS_HOME"] = home.name
    wanted = os.environ.get(CHOICE, "sqlite")
    if wanted not in {"sqlite", "postgresql"}:
        raise pytest.UsageError(f"{CHOICE} is sqlite or postgresql, not {wanted}")
    if os.environ.get("DATABASE_URL"):
        return
    if wanted == "sqlite":
        os.environ["DATABASE_URL"] = f"sqlite:///{Path(home.name) / 'workspace.sqlite3'}"
        return
    worker = os.environ.get("PYTEST_XDIST_WORKER", "alone")
    os.environ["DATABASE_URL"], leave = server.start(server.run_name(), worker)
    config.add_cleanup(leave)


def _catch_up(config: pytest.Config) -> None:
    plugin = config.pluginmanager.get_plugin(PLUGIN)
    assert plugin is not None, "loaded above"
    parser = config._parser
    for name, value in vars(parser.parse_known_args([])).items():
        if not hasattr(config.option, name):
            setattr(config.option, name, value)
    plugin.pytest_load_initial_conftests(config, parser, [])

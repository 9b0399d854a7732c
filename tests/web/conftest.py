"""Tests in this folder have Django and a database; see ``tests/web/databases/plugin.py``."""

import pytest


def pytest_addoption(pluginmanager: pytest.PytestPluginManager) -> None:
    """Bring Django along."""
    pluginmanager.import_plugin("tests.web.databases.plugin")

"""Examples in the docstrings of the web need Django; those of the core do not know it."""

from pathlib import Path

import pytest


def pytest_collect_directory(path: Path, parent: pytest.Collector) -> None:
    """Bring Django along where the web begins."""
    if path.name == "fairterms_web":
        parent.config.pluginmanager.import_plugin("tests.web.databases.plugin")

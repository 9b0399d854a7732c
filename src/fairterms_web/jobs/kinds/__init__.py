"""The kinds of long work: one module each, found by listing this folder."""

from functools import lru_cache
from importlib import import_module
from pkgutil import iter_modules

from fairterms_web.jobs.kind import Kind


@lru_cache(maxsize=1)
def kinds() -> dict[str, Kind]:
    """Return every kind of long work by its slug."""
    found = [import_module(f"{__name__}.{one.name}").KIND for one in iter_modules(__path__)]
    return {kind.slug: kind for kind in found}

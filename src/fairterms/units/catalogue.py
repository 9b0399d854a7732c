"""A folder is a registry: one module per entry, one constant in it, no second list."""

import importlib
import pkgutil
from functools import cache
from types import MappingProxyType
from typing import Any


@cache
def load(package: str, constant: str) -> MappingProxyType[str, Any]:
    """List a catalogue folder.

    Parameters
    ----------
    package
        Dotted name of the folder, for example ``"fairterms.payment.models"``.
    constant
        The name every module of it defines, for example ``"MODEL"``.

    Returns
    -------
    MappingProxyType
        Module name to the constant, in alphabetical order.
    """
    folder = importlib.import_module(package)
    names = sorted(module.name for module in pkgutil.iter_modules(folder.__path__))
    return MappingProxyType(
        {name: getattr(importlib.import_module(f"{package}.{name}"), constant) for name in names}
    )

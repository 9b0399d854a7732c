"""A folder is a registry: one module per entry, one constant in it, no second list."""

import importlib
import pkgutil
from collections.abc import Iterator, Mapping
from typing import Generic, TypeVar

Entry = TypeVar("Entry")


class Catalogue(Mapping[str, Entry], Generic[Entry]):
    """The entries of a folder, by module name; each is imported when it is first asked for.

    Parameters
    ----------
    package
        Dotted name of the folder, for example ``"fairterms.payment.models"``.
    constant
        The name every module of it defines, for example ``"MODEL"``.
    kind
        The type every constant must have.
    """

    def __init__(self, package: str, constant: str, kind: type[Entry]) -> None:
        self._package = package
        self._constant = constant
        self._kind = kind
        self._names: tuple[str, ...] = ()
        self._found: dict[str, Entry] = {}

    def __getitem__(self, name: str) -> Entry:
        if name not in self._found:
            if name not in self._listed():
                raise KeyError(name)
            module = importlib.import_module(f"{self._package}.{name}")
            entry = getattr(module, self._constant, None)
            assert isinstance(entry, self._kind), f"{module.__name__} has no {self._constant}"
            self._found[name] = entry
        return self._found[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._listed())

    def __len__(self) -> int:
        return len(self._listed())

    def _listed(self) -> tuple[str, ...]:
        """Return the module names of the folder, in alphabetical order."""
        if not self._names:
            folder = importlib.import_module(self._package)
            self._names = tuple(
                sorted(module.name for module in pkgutil.iter_modules(folder.__path__))
            )
        return self._names

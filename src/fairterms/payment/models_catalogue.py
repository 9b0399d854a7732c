"""The catalogue of payment models, found by listing the folder ``models``."""

from collections.abc import Iterator, Mapping

from fairterms.payment.model import Model
from fairterms.units.catalogue import load


class _Models(Mapping[str, Model]):
    """Name to model; the folder is listed at the first look-up, not at import."""

    def __getitem__(self, name: str) -> Model:
        model: Model = load("fairterms.payment.models", "MODEL")[name]
        return model

    def __iter__(self) -> Iterator[str]:
        return iter(load("fairterms.payment.models", "MODEL"))

    def __len__(self) -> int:
        return len(load("fairterms.payment.models", "MODEL"))


MODELS: Mapping[str, Model] = _Models()
"""Every payment model, by name."""

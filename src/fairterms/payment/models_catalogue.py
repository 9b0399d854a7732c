"""The catalogue of payment models, found by listing the folder ``models``."""

from fairterms.payment.model import Model
from fairterms.units.catalogue import Catalogue

MODELS = Catalogue("fairterms.payment.models", "MODEL", Model)
"""Every payment model, by name; a model is imported when a contract first names it."""

"""The catalogue of stresses, found by listing the folder ``stresses``."""

from fairterms.simulate.drivers.stress import Stress
from fairterms.units.catalogue import Catalogue

STRESSES = Catalogue("fairterms.simulate.drivers.stresses", "STRESS", Stress)
"""Every stress, by name."""

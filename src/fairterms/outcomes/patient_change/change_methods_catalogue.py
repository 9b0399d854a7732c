"""The catalogue of methods of judging change, found by listing the folder ``change_methods``."""

from fairterms.outcomes.patient_change.change_method import Method
from fairterms.units.catalogue import Catalogue

CHANGE_METHODS = Catalogue("fairterms.outcomes.patient_change.change_methods", "METHOD", Method)
"""Every method, by name; a method is imported when a declaration first names it."""

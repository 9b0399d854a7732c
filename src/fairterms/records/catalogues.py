"""The catalogues of this room, found by listing their folders: tables and acceptance rules."""

from fairterms.records.rule import Rule
from fairterms.records.table import Table
from fairterms.units.catalogue import Catalogue

TABLES = Catalogue("fairterms.records.tables", "TABLE", Table)
"""Every table, by name."""

RULES = Catalogue("fairterms.records.rules", "RULE", Rule)
"""Every acceptance rule, by name."""

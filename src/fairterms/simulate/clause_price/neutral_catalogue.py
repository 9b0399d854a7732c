"""The neutral values of all payment models: one module each in ``neutral``."""

from fairterms.simulate.clause_price.neutral_term import NeutralTerms
from fairterms.units.catalogue import Catalogue

NEUTRALS = Catalogue("fairterms.simulate.clause_price.neutral", "NEUTRAL", NeutralTerms)

"""The scorecards there are, and the questions of each."""

from collections.abc import Mapping

from fairterms.review.scorecard import Question
from fairterms.units.catalogue import Catalogue

GOOD_FAITH: Mapping[str, Question] = Catalogue("fairterms.review.questions", "QUESTION", Question)
"""The twenty good-faith questions, by id."""

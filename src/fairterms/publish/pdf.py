"""A report as PDF, set by Typst: tagged, with bookmarks, the same bytes every time."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from fairterms.publish import palette
from fairterms.publish.blocks import Place
from fairterms.publish.breaks import parts
from fairterms.publish.draw import draw
from fairterms.publish.drawable import drawable, undrawable
from fairterms.publish.legible import legible
from fairterms.publish.number_blocks import Chart
from fairterms.publish.page import Report, closing_blocks, phrases_of
from fairterms.publish.phrases import Phrases, place_in_words
from fairterms.publish.structure import everything, word_anchor
from fairterms.publish.tree import Tree, as_tree

_TEMPLATES = Path(__file__).parent / "templates"
_UNDATED = datetime(2000, 1, 1, tzinfo=UTC)

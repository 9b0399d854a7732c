"""The workshop as a page."""

import re

from fairterms.publish import html
from fairterms.publish.blocks import Bullets, Heading, Numbered, Prose
from fairterms.publish.inline import plain
from fairterms.publish.page import Report
from fairterms.risks.prompts.page import prompt_blocks
from fairterms.risks.prompts.sheet import PROMPTS


def test_the_steps_make_an_hour() -> None:
    hour = next(one for one in prompt_blocks() if isinstance(one, Numbered))
    minutes = [int(re.match(r"\d+", plain(step)).group()) for step in hour.items]  # type: ignore[union-attr]
    assert sum(minutes) == 60


def test_a_card_becomes_a_risk_by_cause_event_effect_and_objective() -> None:
    _, steps = [one for one in prompt_blocks() if isinstance(one, Numbered)]
    names = [plain(step).split(":")[0] for step in steps.items]
    assert names == ["Cause", "Event", "Effect", "Objective"]


def test_both_sheets_are_shown_with_every_question() -> None:
    shown = [item for one in prompt_blocks() if isinstance(one, Bullets) for item in one.items]
    asked = [text for sheet in PROMPTS.values() for prompt in sheet for text in prompt.questions]
    assert shown == asked


def test_the_page_tells_where_the_cards_are_kept_and_that_nobody_is_named() -> None:
    text = " ".join(plain(one.words) for one in prompt_blocks() if isinstance(one, Prose))
    assert "[[swot]]" in text
    assert "[[pestle]]" in text
    assert "names a patient" in text


def test_it_prints_as_one_page_with_an_anchor_for_each_heading() -> None:
    anchors = [one.anchor for one in prompt_blocks() if isinstance(one, Heading)]
    assert len(anchors) == len(set(anchors)) == 15
    page = html.render(Report(title="Workshop", blocks=tuple(prompt_blocks())))
    assert 'id="risks-prompts-pestle-legal"' in page

"""A drawing holds what is seen, and nothing else."""

import re

import pytest
from lxml import etree

from fairterms.publish.chart.bars import Bar, bars
from fairterms.publish.draw import NARROW, draw

CHART = bars("Work", [Bar("Files & <b>", 13248), Bar("Bad\x07\ud800 sign", -10980)])


@pytest.fixture(scope="module")
def drawing() -> str:
    return draw(CHART.spec)


def test_a_drawing_fits_the_width_it_is_given(drawing: str) -> None:
    assert re.search(r'viewBox="0 0 680 \d+"', drawing)
    assert re.search(rf'viewBox="0 0 {NARROW} \d+"', draw(CHART.spec, NARROW))
    root = etree.fromstring(drawing)
    assert root.get("width") is None
    assert root.get("height") is None


def test_a_drawing_shows_names_and_amounts_as_text(drawing: str) -> None:
    shown = "".join(str(text) for text in etree.fromstring(drawing).itertext())
    for text in ("Files & <b>", "$13,248", "−$10,980"):
        assert text in shown


def test_a_sign_no_page_may_hold_is_replaced(drawing: str) -> None:
    assert "Bad\ufffd\ufffd sign" in drawing


def test_a_drawing_has_no_identifiers_and_no_words_of_its_own_for_screen_readers(
    drawing: str,
) -> None:
    assert re.findall(r"\s(id|class|role|aria-\w+|pointer-events)=", drawing) == []


def test_a_drawing_names_no_address(drawing: str) -> None:
    assert set(re.findall(r"\w+://[^\s\"']+", drawing)) == {"http://www.w3.org/2000/svg"}


def test_the_same_chart_gives_the_same_drawing(drawing: str) -> None:
    again = bars("Work", [Bar("Files & <b>", 13248), Bar("Bad\x07\ud800 sign", -10980)])
    assert draw(again.spec) == drawing


def test_a_chart_that_fetches_from_an_address_cannot_be_drawn() -> None:
    spec = CHART.spec | {"data": {"url": "https://example.org/fees.json"}}  # type: ignore[operator]
    with pytest.raises(ValueError, match="not allowed"):
        draw(spec)


def test_text_is_said_with_letters_a_reader_can_enlarge(drawing: str) -> None:
    sizes = {float(size) for size in re.findall(r'font-size="([\d.]+)px"', drawing)}
    assert sizes
    assert min(sizes) >= 12

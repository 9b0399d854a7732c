"""A chart as a drawing of its own says what it shows."""

from lxml import etree

from fairterms.publish.chart.heat_map import Cell, heat_map
from fairterms.publish.svg_export import render

SVG = "{http://www.w3.org/2000/svg}"


def test_the_drawing_holds_its_title_and_its_words_and_is_sound() -> None:
    chart = heat_map("Often & bad", ("Often",), ("Bad",), [Cell("Often", "Bad", 4, "<High>")])
    root = etree.fromstring(render(chart).encode())
    assert root.tag == f"{SVG}svg"
    labelled, described = (root.get(f"aria-{name}") for name in ("labelledby", "describedby"))
    by_id = {one.get("id"): one.text for one in root if one.get("id")}
    assert by_id[labelled] == "Often & bad"
    assert by_id[described] == "Often, Bad: <High>."
    assert root.findall(f".//{SVG}rect") or root.findall(f".//{SVG}path")

"""Every pair of colours that meets on a page can be told apart, light and dark."""

import re
from itertools import pairwise
from pathlib import Path
from typing import Final

import pytest

from fairterms.publish import palette
from fairterms.publish.chart.heat_map import LIGHT_TEXT_FROM
from fairterms.publish.palette import contrast
from fairterms.publish.svg_colours import NAMES

FOLDER: Final = Path(__file__).parents[3] / "src" / "fairterms_web" / "look" / "static" / "look"
SHEETS: Final = {sheet.name: sheet.read_text(encoding="utf-8") for sheet in FOLDER.glob("*.css")}
ALL: Final = "\n".join(SHEETS.values())
TOKENS: Final = {
    name: (light, dark)
    for name, light, dark in re.findall(
        r"--([a-z0-9-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\);", SHEETS["tokens.css"]
    )
}
# Web Content Accessibility Guidelines 2.2, 1.4.3 (text) and 1.4.11 (marks and edges).
TEXT, MARK = 4.5, 3.0
ANSWERS: Final = ("answer-sign", "answer-negotiate", "answer-walk-away", "note", "warning")
TEXTS: Final = (
    *(
        (ink, ground)
        for ink in ("ink", "muted", "link", "danger", "level", *ANSWERS)
        for ground in ("paper", "tint")
    ),
    *((text, "marked") for text in ("ink", "link")),
    ("ink", "hairline"),
    *(("paper", ground) for ground in ("ink", "level", "danger", *ANSWERS)),
    *(("ink", f"shade-{level}") for level in range(LIGHT_TEXT_FROM)),
    *(("paper", f"shade-{level}") for level in range(LIGHT_TEXT_FROM, len(palette.SHADES))),
)
MARKS: Final = (
    *((mark, "paper") for mark in ("rule", "level", "gain", "loss", "third", "ink", "danger")),
    ("level", "tint"),
    ("warning", "tint"),
)


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize(("text", "ground"), TEXTS)
def test_text_stands_out_from_its_ground(text: str, ground: str, scheme: int) -> None:
    assert contrast(TOKENS[text][scheme], TOKENS[ground][scheme]) >= TEXT


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize(("mark", "ground"), MARKS)
def test_marks_and_edges_stand_out_from_their_ground(mark: str, ground: str, scheme: int) -> None:
    assert contrast(TOKENS[mark][scheme], TOKENS[ground][scheme]) >= MARK


def test_light_is_the_light_of_the_report() -> None:
    assert {name: TOKENS[name][0] for name in NAMES.values()} == {
        name: colour for colour, name in NAMES.items()
    }
    assert {kind: TOKENS[kind][0] for kind in palette.CALLOUTS} == dict(palette.CALLOUTS)
    assert (TOKENS["link"][0], TOKENS["tint"][0], TOKENS["level"][0]) == (
        palette.LINK,
        palette.TINT,
        palette.LEVEL,
    )


def test_dark_shades_step_one_way_so_that_grey_tells_them_apart() -> None:
    shades = [TOKENS[f"shade-{level}"][1] for level in range(len(palette.SHADES))]
    steps = [palette.luminance(shade) for shade in shades]
    assert steps == sorted(steps)
    assert all(contrast(one, two) >= 1.3 for one, two in pairwise(shades))


@pytest.mark.parametrize("name", NAMES.values())
@pytest.mark.parametrize("part", ["fill", "stroke"])
def test_every_colour_of_a_drawing_has_its_rule(name: str, part: str) -> None:
    assert f".{name}-{part} {{ {part}: var(--{name}); }}" in SHEETS["blocks.css"]


def test_every_property_that_is_used_is_defined_and_every_one_defined_is_used() -> None:
    used = set(re.findall(r"var\(--([a-z0-9-]+)\)", ALL))
    defined = set(re.findall(r"^\s+--([a-z0-9-]+):", SHEETS["tokens.css"], flags=re.MULTILINE))
    assert used == defined


def test_colours_stand_in_the_list_of_tokens_alone() -> None:
    for name, sheet in SHEETS.items():
        if name != "tokens.css":
            assert re.findall(r"#[0-9a-fA-F]{3,8}\b", re.sub(r"/\*.*?\*/", "", sheet)) == [], name


def test_no_sheet_fetches_anything() -> None:
    assert re.findall(r"url\(|@import|@font-face", ALL) == []


def test_paper_is_always_light() -> None:
    printed = SHEETS["tokens.css"].split("@media print")[1]
    assert ":root, :root[data-theme] { color-scheme: light; }" in printed

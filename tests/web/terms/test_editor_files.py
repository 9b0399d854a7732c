"""The files of the editor: what they weigh, where they come from, what they never do."""

import hashlib
import re

import pytest

from tests.web.terms.editor_page import ROOT

OWN = sorted((ROOT / "terms/static/terms").glob("*.js"))
VENDOR = ROOT / "terms/static/terms/vendor"
BUNDLE = (VENDOR / "codemirror.js").read_text(encoding="utf-8")
RECIPE = (ROOT / "terms/vendor/README.md").read_text(encoding="utf-8")


def test_the_recipe_names_the_bundle_that_is_here() -> None:
    named = re.search(r"([0-9a-f]{64})  codemirror\.js", RECIPE)
    assert named is not None
    assert hashlib.sha256(BUNDLE.encode()).hexdigest() == named[1]


def test_every_part_of_the_recipe_but_its_tool_has_its_licence() -> None:
    licences = (VENDOR / "codemirror.LICENSES.txt").read_text(encoding="utf-8")
    parts = re.findall(r"(@?[\w./-]+)@(\d+\.\d+\.\d+)", RECIPE)
    assert len(parts) == 15
    missing = [name for name, version in parts if f"{name} {version}\n" not in licences]
    assert missing == ["esbuild"]


def test_the_bundle_evaluates_no_text_and_names_no_address_to_fetch() -> None:
    assert re.findall(r"\beval\(|new Function|importScripts|WebSocket|\bfetch\(", BUNDLE) == []
    addresses = set(re.findall(r"https?://[\w./-]+", BUNDLE))
    assert addresses <= {"http://www.w3.org/2000/svg"}


def test_the_bundle_weighs_no_more_than_it_has_to() -> None:
    assert len(BUNDLE) < 360_000


@pytest.mark.parametrize("path", OWN, ids=lambda path: path.name)
def test_our_own_scripts_are_short_and_write_no_style_into_the_page(path: object) -> None:
    text = ROOT.joinpath(str(path)).read_text(encoding="utf-8")
    assert text.count("\n") < 250
    assert "://" not in text
    assert re.findall(r"setAttribute\(.style|<style|\beval\(|\son\w+=", text) == []


def test_every_name_our_scripts_take_from_a_file_is_given_by_it() -> None:
    for path in OWN:
        text = path.read_text(encoding="utf-8")
        for names, source in re.findall(r"import \{([^}]*)\} from \"\./([^\"]+)\"", text):
            given = (path.parent / source).read_text(encoding="utf-8")
            for name in filter(None, (one.strip() for one in names.split(","))):
                is_given = re.search(rf"export (function|const) {name}\b", given)
                assert is_given or re.search(rf"\b(\w+ as )?{name}\b[^{{}}]*\}};?\s*$", given)

"""Every kind of entry the workspace writes has plain words."""

import re
from pathlib import Path

import fairterms_web
from fairterms_web.ledgers.words import kinds, sentence, title_of, written

SOURCE = Path(fairterms_web.__file__).parent
SAID = re.compile(r'\.(?:that|says)\(\s*"([a-z]+\.[a-z-]+)"')


def said() -> set[str]:
    """Every kind that is written down in the source, outside examples in docstrings."""
    found = set()
    for path in SOURCE.rglob("*.py"):
        text = re.sub(r'"""(?:.|\n)*?"""', "", path.read_text(encoding="utf-8"))
        found |= set(SAID.findall(text))
    return found


def test_every_kind_that_is_written_has_words_and_a_title() -> None:
    found = said()
    assert len(found) > 15
    assert found - kinds().keys() == set()


def test_every_words_begin_small_and_end_without_a_point() -> None:
    assert len(kinds()) > 15
    for kind, told in kinds().items():
        assert told.keys() == {"title", "words"}, kind
        assert told["title"][0].isupper(), kind
        assert told["words"][0].islower(), kind
        assert not told["words"].endswith("."), kind


def test_a_sentence_names_what_was_written_down() -> None:
    files = {f"{n}.txt": "0f" for n in range(7)}
    assert sentence("files.saved", {"files": files, "note": ""}) == (
        "saved 0.txt, 1.txt, 2.txt, 3.txt, 4.txt and 2 more"
    )
    assert sentence("files.saved", {"files": {}}) == "saved nothing"
    assert sentence("finding.decided", {"decision": "open"}) == "marked a finding as open"


def test_a_kind_or_a_content_nobody_knows_is_still_told() -> None:
    assert sentence("weather.turned", {"to": "rain"}) == "weather turned"
    assert sentence("finding.decided", {}) == "finding decided"
    assert title_of("weather.turned") == "Weather turned"


def test_braces_in_what_was_written_are_only_text() -> None:
    assert sentence("remark.made", {"remark": "{0.__class__} {x}"}).endswith("{0.__class__} {x}")


def test_a_long_text_is_cut_and_a_whole_list_can_be_had() -> None:
    assert len(written({"text": "x" * 1000})["text"]) == 300
    assert written({"files": list("abcdefgh")}, 100)["files"] == "a, b, c, d, e, f, g, h"
    assert written({"a": 0, "b": False, "c": ""}) == {"a": "0", "b": "no", "c": "nothing"}

"""Names of files are plain, relative, and the same on every machine."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fairterms_web.deals.paths import LONGEST, LONGEST_NAME, BadPath, safe_path

TAKEN = (
    "deal.toml",
    "contract/01-agreement.pdf",
    "records/visits.parquet",
    "a/b/c/d/e/f.txt",
    "contract/Vertrag für 2027 (neu).txt",
    ".gitignore",
    "contract/契約.txt",
    "x" * 200 + ".txt",
)
REFUSED = {
    "": "not a name",
    "/etc/passwd.txt": "leads out",
    "../a.txt": "leads out",
    "a/../b.txt": "leads out",
    "a/..": "leads out",
    "a//b.txt": "not a name",
    "a/./b.txt": "not a name",
    "a/b.txt/": "not a name",
    "C:/a.txt": "not a name",
    "a\\b.txt": "not a name",
    "a?.txt": "not a name",
    "a\n.txt": "not a name",
    "a\x00.txt": "not a name",
    "a\u202etxt.pdf": "not a name",
    "a\u200b.txt": "not a name",
    " a.txt": "not a name",
    "a.txt ": "not a name",
    "a.txt\u00a0": "not a name",
    "a.": "not a name",
    "CON": "not a name",
    "nul.txt": "not a name",
    "contract/lpt1.pdf": "not a name",
    "a/b/c/d/e/f/g.txt": "too long or too deep",
    "x" * (LONGEST + 1): "too long or too deep",
    "契" * 90 + ".txt": "not a name",
}


@pytest.mark.parametrize("given", TAKEN)
def test_a_plain_name_is_taken_as_it_is(given: str) -> None:
    assert safe_path(given) == given


@pytest.mark.parametrize(("given", "why"), REFUSED.items())
def test_any_other_name_is_refused_and_says_why(given: str, why: str) -> None:
    with pytest.raises(BadPath, match=why) as told:
        safe_path(given)
    assert str(told.value).isprintable()


def test_two_ways_of_writing_a_letter_are_one_name() -> None:
    assert safe_path("a\u0308.txt") == safe_path("\u00e4.txt") == "\u00e4.txt"


@settings(max_examples=60, derandomize=True, deadline=None)
@given(st.text(max_size=12) | st.text(alphabet="./\\aC: \u202e\x00", max_size=12))
def test_whatever_is_taken_stays_within_the_folder(given: str) -> None:
    try:
        path = safe_path(given)
    except BadPath:
        return
    parts = path.split("/")
    assert not {"", ".", ".."} & set(parts)
    assert path == unicodedata.normalize("NFC", path) == safe_path(path)
    assert all(len(one.encode()) <= LONGEST_NAME for one in parts)
    assert not set(path) & set('\\:*?"<>|')

"""A bundle is read an entry at a time, wherever its blocks happen to end."""

import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fairterms.records import bundle
from fairterms.records.bundle import TooLong, entries

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner),
    max_leaves=8,
)


@given(st.lists(JSON, max_size=6), st.integers(1, 7), JSON)
def test_entries_are_those_a_whole_reading_gives(
    given_entries: list[object], block: int, other: object
) -> None:
    text = json.dumps({"before": other, "entry": given_entries, "after": other}, indent=1)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(bundle, "_BLOCK", block)
        assert list(entries(io.StringIO(text), 10_000)) == given_entries


def test_one_resource_is_a_bundle_of_one() -> None:
    text = '{"resourceType": "Patient", "id": "p1"}'
    assert list(entries(io.StringIO(text), 1000)) == [
        {"resource": {"resourceType": "Patient", "id": "p1"}}
    ]


@pytest.mark.parametrize("text", ["", "[1]", '{"entry": [', '{"entry": [1 2', '{"a" 1}', "{"])
def test_what_is_no_json_object_is_refused(text: str) -> None:
    with pytest.raises(json.JSONDecodeError):
        list(entries(io.StringIO(text), 1000))


def test_a_value_beyond_measure_is_refused_before_it_is_held(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(bundle, "_BLOCK", 100)
    with pytest.raises(TooLong):
        list(entries(io.StringIO('{"entry": ["' + "x" * 5000 + '"]}'), 1000))

"""Runs of text: one string or many, and the text alone."""

from typing import cast

import pytest

from fairterms.publish.inline import (
    Badge,
    Code,
    Emphasis,
    Link,
    Severity,
    Strong,
    Term,
    plain,
    runs,
)


def test_one_string_is_one_run() -> None:
    assert runs("a text") == ("a text",)


def test_runs_stay_as_they_are() -> None:
    words = ("a ", Strong("b"))
    assert runs(words) == words


def test_the_plain_text_joins_all_runs_without_their_look() -> None:
    words = ("a", Strong("b"), Emphasis("c"), Code("d"), Link("e", "there"), Term("f", "meaning"))
    assert plain(words) == "abcdef"


def test_a_badge_reads_as_its_word_or_else_its_severity() -> None:
    assert plain((Badge("high"), Badge("low", "minor"))) == "highminor"


def test_a_badge_knows_five_severities_only() -> None:
    with pytest.raises(AssertionError, match="'severe' is not one of"):
        Badge(cast("Severity", "severe"))


def test_an_inflected_word_is_listed_under_its_headword() -> None:
    assert Term("benchmarks", "what results are compared with", "benchmark").entry == "benchmark"
    assert Term("benchmark", "what results are compared with").entry == "benchmark"

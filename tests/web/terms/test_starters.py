"""What new files begin with."""

import pytest

from fairterms.settle.script import read_text as read_script
from fairterms_web.terms import forms_of_texts
from fairterms_web.terms.starters import MANY, SINGLE, NoSuchStart, path_for, start_of


@pytest.mark.parametrize("path", [*SINGLE, *(f"{folder}/new.toml" for folder in MANY)])
def test_every_start_is_toml_and_speaks_of_no_command(path: str) -> None:
    text = start_of(path)
    assert not [one for one in forms_of_texts.problems(path, text, {}) if one.code == "not-toml"]
    assert "fairterms show" not in text.replace("fairterms show --model", "")


def test_a_script_begins_without_an_amount_to_expect() -> None:
    assert read_script(start_of("scripts/new.toml"), "new.toml").problems


@pytest.mark.parametrize(
    ("folder", "name"),
    [("", "log.toml"), ("", "a.toml"), ("records", "a"), ("scripts", ""), ("scripts", "a/b")],
)
def test_nothing_else_is_begun(folder: str, name: str) -> None:
    with pytest.raises(NoSuchStart):
        path_for(folder, name)

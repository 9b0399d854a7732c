"""What is asked for on the pages of learning."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms

from fairterms.reference.certificate import LONGEST_NAME, tidy_name
from fairterms.reference.quiz import Asked

MOST_SEEDS = 2**31 - 1
"""What every database can keep (a positive whole number of 32 bits)."""

_ANSWER = "answer_"
"""What the name of a question's field begins with: a course may call a question “seed”."""


class Quiz(forms.Form):
    """The questions of a quiz, each with its answers to choose from."""

    seed = forms.IntegerField(min_value=0, max_value=MOST_SEEDS, widget=forms.HiddenInput)

    def __init__(self, *given: Any, asked: Sequence[Asked], **named: Any) -> None:
        super().__init__(*given, **named)
        for number, one in enumerate(asked, start=1):
            self.fields[f"{_ANSWER}{one.question.id}"] = forms.TypedChoiceField(
                label=f"{number}. {one.question.ask}",
                choices=list(enumerate(one.answers)),
                coerce=int,
                widget=forms.RadioSelect,
                error_messages={"required": "Choose one of the answers."},
            )

    @property
    def given(self) -> Mapping[str, int]:
        """The place of each chosen answer, by the question's id."""
        told = self.cleaned_data.items()
        return {name.removeprefix(_ANSWER): place for name, place in told if name != "seed"}


class Seed(forms.Form):
    """By which the questions that were sent had been drawn."""

    seed = forms.IntegerField(min_value=0, max_value=MOST_SEEDS)


class OnCertificate(forms.Form):
    """The name that stands on a certificate."""

    name = forms.CharField(
        label="Your name, as it is to stand on the certificate",
        max_length=LONGEST_NAME,
        help_text="It cannot be changed later. Whoever has the code of the certificate sees it.",
    )

    def clean_name(self) -> str:
        """Read the name on one line."""
        name = tidy_name(self.cleaned_data["name"])
        if not name:
            raise forms.ValidationError("Write your name in letters.")
        return name


class Code(forms.Form):
    """The code of a certificate that somebody was shown."""

    code = forms.CharField(label="Verification code", max_length=40)

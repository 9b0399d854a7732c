"""The form of one answer."""

from typing import Any

from django import forms

from fairterms.negotiate.practice.script import Round
from fairterms.negotiate.practice.talk import LONGEST, Choice
from fairterms.negotiate.practice.wording import tactic_words
from fairterms.units.finding import TACTICS


class AnswerForm(forms.Form):
    """A reply, the tactic that is seen, and one's own words."""

    round = forms.CharField(widget=forms.HiddenInput)
    reply = forms.ChoiceField(label="What do you say?", widget=forms.RadioSelect)
    tactic = forms.ChoiceField(
        label="Which tactic do you see?",
        required=False,
        help_text="A sign only: it never shows what anyone intended.",
        choices=[("", "I name none"), *((one, tactic_words(one)) for one in TACTICS)],
    )
    own = forms.CharField(
        label="The same in your own words",
        required=False,
        max_length=LONGEST,
        help_text="They stand in the practice log. Do not write about a real person.",
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, sent: Any, now: Round) -> None:
        super().__init__(sent, initial={"round": now.id})
        reply = self.fields["reply"]
        assert isinstance(reply, forms.ChoiceField), "a list to choose from"
        reply.choices = [(one.id, one.words) for one in now.replies]
        if not now.tactic:
            del self.fields["tactic"]

    @property
    def choice(self) -> Choice:
        """What was chosen."""
        told = self.cleaned_data
        return Choice(told["round"], told["reply"], told.get("tactic", ""), told["own"])

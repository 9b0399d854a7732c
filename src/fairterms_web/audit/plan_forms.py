"""Forms with which an audit is planned: programme, levels, work, and what a team declares."""

from django import forms

from fairterms.audit.engagement.engagement import Kind
from fairterms.audit.engagement.scope import Level
from fairterms.audit.engagement.writing import Fields
from fairterms_web.audit.entry_form import ONE_A_LINE, EntryForm, engagements
from fairterms_web.audit.fields import DayField, HoursField, LinesField, WordsField


class ProgrammeForm(EntryForm):
    """The programme, with which an audit begins."""

    section, title = "programme", "Begin the audit"
    why = "The programme says what may be looked at, and rests on a decision of the committee."
    title_ = forms.CharField(label="What it is called", max_length=200)
    from_, to = DayField(label="First day it looks at"), DayField(label="Last day it looks at")
    universe = LinesField(label="What may be looked at", help_text=ONE_A_LINE)
    objectives = LinesField(label="What it is to find out", help_text=ONE_A_LINE)
    decision = forms.CharField(
        label="Decision of the committee", max_length=100, help_text="As the committee cites it."
    )
    risks = LinesField(label="Risks it rests on", help_text="Ids of risks.toml. " + ONE_A_LINE)
    answer_days = forms.IntegerField(label="Days a side has to answer a finding", min_value=1)
    follow_up_days = forms.IntegerField(label="Days to verify what was promised", min_value=1)


class ScopeForm(EntryForm):
    """What a level of an engagement means."""

    section, title = "scope", "Say what a level means"
    why = "Take the figures from the committee’s charter for audits."
    level = forms.ChoiceField(label="Level")
    hours = HoursField(label="Most hours", min_value=1)
    interviews = forms.IntegerField(label="Interviews or surveys", min_value=0)
    documents = LinesField(label="Documents that are looked at", help_text=ONE_A_LINE)

    def ask(self) -> None:
        """Offer the levels nobody has described yet."""
        free = {one.value: one.value for one in Level if one not in self.known.book.scopes}
        self.offer("level", free)

    def entry(self) -> tuple[str, Fields]:
        """Return the table of the level."""
        told = dict(self.told())
        return f"scope.{told.pop('level')}", told


class EngagementForm(EntryForm):
    """A piece of work."""

    section, title = "engagement", "Begin a piece of work"
    title_ = forms.CharField(label="What it is called", max_length=200)
    kind = forms.ChoiceField(label="Sort of work", choices=[(one.value, one.words) for one in Kind])
    level = forms.ChoiceField(label="Level")
    criteria = LinesField(label="Held against", help_text="Sections or standards. " + ONE_A_LINE)
    from_, to = DayField(label="First day of work"), DayField(label="Last day of work")
    team = LinesField(label="Team", help_text="Names as their accounts have them. " + ONE_A_LINE)
    decision = forms.CharField(
        label="Decision of the committee", max_length=100, help_text="As the committee cites it."
    )
    budget = HoursField(label="Hours set aside", min_value=1)
    document = forms.CharField(label="Document it rests on", max_length=200, required=False)
    clause_section = forms.CharField(label="Section of it", max_length=100, required=False)
    quote = forms.CharField(label="Its words, letter for letter", max_length=1_000, required=False)

    def ask(self) -> None:
        """Offer the levels that were described, and put oneself on the team."""
        self.offer("level", {one.value: one.value for one in self.known.book.scopes})
        self.fields["team"].initial = self.known.who

    def told(self) -> Fields:
        """Return the work, with its clause as one table."""
        told = dict(super().told())
        clause = {
            "document": str(told.pop("document")),
            "section": str(told.pop("clause_section")),
            "quote": str(told.pop("quote")),
        }
        return {**told, "clause": clause} if any(clause.values()) else told


class IndependenceForm(EntryForm):
    """What a member of a team declares of themselves."""

    section, title = "independence", "Declare your independence"
    why = "You declare it for yourself. Both sides read it with the first finding."
    engagement = forms.ChoiceField(label="For which work")
    interests = WordsField(label="What could sway you", help_text="Write “none” where it is so.")
    own_work_ended = DayField(
        label="Last day on which you did this work yourself",
        required=False,
        help_text="Empty where you never did. It must be 12 months before the audit.",
    )
    fee = forms.CharField(label="How you are paid", max_length=200)
    fee_depends_on_result = forms.BooleanField(
        label="My fee depends on what is found", required=False
    )

    def ask(self) -> None:
        """Offer the work of whose team one is."""
        self.offer("engagement", engagements(self.known.book))

    def told(self) -> Fields:
        """Return the declaration, with who declares it and when."""
        return {**super().told(), "member": self.known.who, "on": self.known.on}

"""The sliders as the page shows them: in groups, in the units people write."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import groupby

from fairterms.decide.trial_run.slider import Kind, Settings, Slider
from fairterms_web.simulate.moves import FIELD, shown, unit_words

KINDS: Mapping[Kind, str] = {
    Kind.TERM: "Terms of the contract",
    Kind.ASSUMPTION: "Assumptions about the year",
}


@dataclass(frozen=True)
class Field:
    """One slider.

    Attributes
    ----------
    name, label, hint, unit
        As its field has them.
    least, most, step, value
        As they are typed: a percentage in hundredths.
    error
        What is wrong with what was typed; empty where nothing is.
    is_moved
        Whether it does not stand where the deal stands.
    """

    name: str
    label: str
    hint: str
    unit: str
    least: str
    most: str
    step: str
    value: str
    error: str = ""
    is_moved: bool = False


@dataclass(frozen=True)
class Section:
    """Sliders that belong together, such as those of one clause."""

    title: str
    fields: tuple[Field, ...]

    @property
    def is_open(self) -> bool:
        """Whether something in it was moved, or is wrong."""
        return any(one.is_moved or one.error for one in self.fields)


@dataclass(frozen=True)
class Group:
    """The sections of one kind of slider."""

    title: str
    sections: tuple[Section, ...]


def groups(
    known: Mapping[str, Slider],
    settings: Settings,
    typed: Mapping[str, str] | None = None,
    wrong: Mapping[str, str] | None = None,
) -> tuple[Group, ...]:
    """Return all sliders, in groups.

    Parameters
    ----------
    known
        The sliders by their ids, terms first.
    settings
        Where they stand.
    typed
        What was typed, by the field's name; shown again where it was wrong.
    wrong
        What is wrong, by the slider's id.
    """
    return tuple(
        Group(
            KINDS[kind],
            tuple(
                Section(title, tuple(_field(one, settings, typed or {}, wrong or {}) for one in of))
                for title, of in groupby(of_kind, lambda one: one.section)
            ),
        )
        for kind, of_kind in groupby(known.values(), lambda one: one.kind)
    )


def _field(
    one: Slider, settings: Settings, typed: Mapping[str, str], wrong: Mapping[str, str]
) -> Field:
    at = settings.get(one.id, one.now)
    error = wrong.get(one.id, "")
    name = f"{FIELD}{one.id}"
    ends = f"{one.written(one.least)} to {one.written(one.most)}"
    hint = f"Now {one.written(one.now)} ({one.source}). From {ends}: {one.why}."
    return Field(
        name,
        one.title,
        hint,
        unit_words(one.unit),
        shown(one.least, one.unit),
        shown(one.most, one.unit),
        shown(one.step, one.unit),
        typed.get(name, "") if error else shown(at, one.unit),
        error,
        at != one.now,
    )

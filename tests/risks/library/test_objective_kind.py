"""The ten kinds of objective."""

from fairterms.risks.library.library_risk import in_order
from fairterms.risks.library.objective_kind import OBJECTIVE_KINDS, Whose


def test_there_are_ten_in_order() -> None:
    assert list(OBJECTIVE_KINDS) == [f"O{number}" for number in range(1, 11)]
    assert all(kind.id == name for name, kind in OBJECTIVE_KINDS.items())


def test_access_equity_and_privacy_name_the_harm_of_people_outside_the_contract() -> None:
    public = [kind for kind in OBJECTIVE_KINDS.values() if kind.is_public]
    assert [kind.id for kind in public] == ["O4", "O5", "O8"]
    assert all(kind.whose is Whose.PUBLIC for kind in public)
    assert all("harm" in kind.meaning for kind in public)


def test_every_kind_is_hurt_by_some_risk_of_the_library() -> None:
    hurt = {name for risk in in_order() for name in risk.objectives}
    assert hurt == set(OBJECTIVE_KINDS)


def test_each_is_measured_in_a_unit() -> None:
    assert {kind.unit for kind in OBJECTIVE_KINDS.values()} >= {"$", "%", "patients per year"}

"""The catalogue of models is the folder; every model keeps the house's promises."""

import pytest

from fairterms.payment.model import Model
from fairterms.payment.models_catalogue import MODELS

STREAMS = {
    "fee_schedule",
    "care_coordination",
    "pay_for_reporting",
    "pay_for_performance",
    "per_gap",
    "utilization_incentive",
    "withhold",
    "shared_savings",
    "medical_loss_ratio_savings",
    "risk_corridor",
    "episode",
    "case_rate",
    "capitation",
    "prospective_payment",
    "direct_fee",
    "global_payment",
    "group_reward",
    "formula",
}
MODIFIERS = {
    "truncation",
    "stop_loss",
    "aggregate_stop_loss",
    "cap",
    "percentage_reduction",
    "relief",
    "advance",
    "interim",
    "deficit_carry_forward",
    "phase_in",
    "benchmark",
    "netting",
    "quality_adjustment",
}


def test_every_stream_and_modifier_of_the_field_is_there() -> None:
    assert set(MODELS) == STREAMS | MODIFIERS


@pytest.mark.parametrize("name", sorted(STREAMS | MODIFIERS))
def test_a_model_is_called_as_its_file_and_explains_itself(name: str) -> None:
    model: Model = MODELS[name]
    assert model.name == name
    assert model.summary.endswith(".")
    assert len(model.summary.split()) >= 8
    assert not any(spec.meaning.endswith(".") for spec in model.terms)


def test_an_unknown_model_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        MODELS["lottery"]

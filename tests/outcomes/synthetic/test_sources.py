"""Every number that shapes outcomes says where it is from."""

from fairterms.outcomes.synthetic.presets import PRESETS
from fairterms.outcomes.synthetic.sources import BASES, parameters


def test_every_number_of_every_preset_has_a_basis_and_no_basis_is_left_over() -> None:
    for world in PRESETS.values():
        assert set(parameters(world)) == set(BASES)


def test_what_is_set_here_is_not_called_a_published_fact() -> None:
    for name, basis in BASES.items():
        assert basis.source.startswith("set for made-up groups") == basis.is_unconfirmed, name

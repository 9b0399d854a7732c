"""The names of a simulation's streams, so that no two things are left to the same chance."""

from dataclasses import dataclass

from fairterms.simulate.draws.keyed import year_keys
from fairterms.simulate.draws.words import Words


@dataclass(frozen=True)
class Streams:
    """Every stream a simulation draws from, declared together.

    Attributes
    ----------
    seed
        Of the whole simulation.
    names
        One for each thing left to chance; a name stands once.

    Notes
    -----
    Two draws from one stream are the same numbers: cost and outcome would rise and fall together,
    and nothing would look wrong. So a name that stands twice, and one that is not declared, stop
    the run.

    Examples
    --------
    >>> streams = Streams(7, ("cost", "follow-up"))
    >>> len(streams.keys("cost", 0, 100))
    100
    """

    seed: int
    names: tuple[str, ...]

    def __post_init__(self) -> None:
        twice = sorted({name for name in self.names if self.names.count(name) > 1})
        assert not twice, f"a stream is declared twice: {', '.join(twice)}"

    def keys(self, name: str, first: int, last: int) -> Words:
        """Give each year its key in a declared stream.

        Parameters
        ----------
        name
            Of the stream.
        first, last
            The years from ``first`` up to and without ``last``.

        Returns
        -------
        Words
            uint64 of shape (last - first,).
        """
        assert name in self.names, f"the stream {name} is not declared"
        return year_keys(self.seed, name, first, last)

"""What a file is made from: anything that runs queries."""

from collections.abc import Callable
from typing import Any, Concatenate, ParamSpec, Protocol, TypeVar

P = ParamSpec("P")
R = TypeVar("R")


class Reader(Protocol):
    """A vault, or a unit of work inside a transaction."""

    def read(self, query: Callable[Concatenate[Any, P], R], /, *args: P.args, **kwargs: P.kwargs) -> R:
        """Run one of the queries."""
        ...

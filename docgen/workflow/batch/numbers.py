"""Very many large numbers in little room: eight bytes each, where a set of Python's own takes eighty."""

from __future__ import annotations

import bisect
from array import array
from collections.abc import Iterable


class Numbers:
    """Numbers below 2**64, in order; equal ones stand together."""

    def __init__(self, numbers: Iterable[int]) -> None:
        self._sorted = array("Q", sorted(numbers))

    def __len__(self) -> int:
        return len(self._sorted)

    def __getitem__(self, at: int) -> int:
        return self._sorted[at]

    def first(self, number: int) -> int:
        """Where the number stands, or would stand."""
        return bisect.bisect_left(self._sorted, number)

    def count(self, number: int) -> int:
        """How often the number is there."""
        return bisect.bisect_right(self._sorted, number) - self.first(number)

"""Values laid by on disk, one after the other, to be gone through later as often as needed: never all in memory."""

from __future__ import annotations

import pickle
from collections.abc import Iterator
from pathlib import Path
from typing import Generic, TypeVar

T = TypeVar("T")


class Spool(Generic[T]):
    """Values of one kind in a file of this process's own work folder, where nobody else writes."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file = path.open("wb")
        self._count = 0

    def __len__(self) -> int:
        return self._count

    def add(self, value: T) -> None:
        """One more value."""
        pickle.dump(value, self._file, protocol=pickle.HIGHEST_PROTOCOL)
        self._count += 1

    def close(self) -> None:
        """Nothing more will be added."""
        self._file.close()

    def __iter__(self) -> Iterator[T]:
        self._file.flush()
        with self._path.open("rb") as file:
            for _number in range(self._count):
                yield pickle.load(file)

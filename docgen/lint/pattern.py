"""A pattern that is compiled when it is first asked: most rules find nothing that they need, and ask nothing."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterator


class Pattern:
    """As ``re.compile(text)``, later."""

    def __init__(self, text: str) -> None:
        self.text = text

    @functools.cached_property
    def compiled(self) -> re.Pattern[str]:
        """The pattern itself."""
        return re.compile(self.text)

    def finditer(self, text: str, start: int = 0, end: int | None = None) -> Iterator[re.Match[str]]:
        """As ``re.Pattern.finditer``."""
        return self.compiled.finditer(text, start, len(text) if end is None else end)

    def search(self, text: str, start: int = 0) -> re.Match[str] | None:
        """As ``re.Pattern.search``."""
        return self.compiled.search(text, start)

    def match(self, text: str) -> re.Match[str] | None:
        """As ``re.Pattern.match``."""
        return self.compiled.match(text)

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """As ``re.Pattern.fullmatch``."""
        return self.compiled.fullmatch(text)

    def sub(self, by: str | Callable[[re.Match[str]], str], text: str) -> str:
        """As ``re.Pattern.sub``."""
        return self.compiled.sub(by, text)

r"""A pattern that is compiled when it is first asked: most rules find nothing that they need, and ask nothing.

``[\u4e00-\u9fff]`` is a Chinese character. Python, compiling a range, looks at each of its 20,992 characters, which for
thirty patterns takes longer than checking a notice; so it is compiled as "a letter that is neither Latin nor 〇".
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterator
from typing import Any

_HAN = r"[^\W\d\x00-\xff〇]"
_RANGE = r"\u4e00-\u9fff"


class Pattern:
    """As ``re.compile(text)``, later."""

    def __init__(self, text: str) -> None:
        self.text = text

    @functools.cached_property
    def compiled(self) -> re.Pattern[str]:
        """The pattern itself."""
        return re.compile(_quick(self.text) if _RANGE in self.text else self.text)

    def finditer(self, text: str, start: int = 0, end: int | None = None) -> Iterator[re.Match[str]]:
        """As ``re.Pattern.finditer``."""
        return self.compiled.finditer(text, start, len(text) if end is None else end)

    def findall(self, text: str) -> list[Any]:
        """As ``re.Pattern.findall``."""
        return self.compiled.findall(text)

    def search(self, text: str, start: int = 0) -> re.Match[str] | None:
        """As ``re.Pattern.search``."""
        return self.compiled.search(text, start)

    def match(self, text: str, start: int = 0) -> re.Match[str] | None:
        """As ``re.Pattern.match``."""
        return self.compiled.match(text, start)

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """As ``re.Pattern.fullmatch``."""
        return self.compiled.fullmatch(text)

    def sub(self, by: str | Callable[[re.Match[str]], str], text: str) -> str:
        """As ``re.Pattern.sub``."""
        return self.compiled.sub(by, text)

    def split(self, text: str) -> list[str | Any]:
        """As ``re.Pattern.split``."""
        return self.compiled.split(text)


def _quick(text: str) -> str:
    """``text`` with ``[\\u4e00-\\u9fff]`` compiled quickly, also where it begins a set: ``[\\u4e00-\\u9fff（）]``."""
    alone = text.replace(f"[{_RANGE}]", _HAN)
    return re.sub(rf"\[{re.escape(_RANGE)}((?:\\.|[^\]\\])+)\]", lambda found: f"(?:{_HAN}|[{found[1]}])", alone)

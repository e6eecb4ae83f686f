"""Values on their way into a document: as text, checked for what no Word file can hold, escaped.

A unit's values are checked here and nowhere else, for each document, because the template was proven before.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from docgen.diagnostics import DocgenError, Exit, Problem
from docgen.language import _

# What compose refuses in a campaign's words too, but for NUL: that is what values are joined by below.
_REFUSED = r"\x01-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff"
_ILLEGAL = re.compile(f"[\x00{_REFUSED}]")
_ILLEGAL_BUT_NUL = re.compile(f"[{_REFUSED}]")
_JOINT = "\x00"


def as_text(value: Any) -> str:
    """A plain value as it is printed; nothing for None."""
    return "" if value is None else _one_line_break(str(value))


def escaped(texts: Sequence[str], keys: Sequence[str]) -> list[bytes]:
    """Each text as UTF-8, escaped for XML, all in one go.

    Raises DocgenError R420 (exit 3) with a letter for each text that no Word file can hold; ``keys`` name them.
    """
    joined = _one_line_break(_JOINT.join(texts))
    if _ILLEGAL_BUT_NUL.search(joined) or joined.count(_JOINT) >= max(len(texts), 1):
        raise _refused(zip(keys, texts, strict=True))
    written = joined.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return written.encode().split(b"\x00")


def checked(values: Mapping[str, Any]) -> Mapping[str, Any]:
    """The values, line breaks of every system as one. Raises DocgenError R420 (exit 3) as ``escaped`` does."""
    texts = [(key, text) for key, text in every(values) if isinstance(text, str)]
    joined = "".join(text for _key, text in texts)
    if _ILLEGAL.search(_one_line_break(joined)):
        raise _refused(texts)
    return _with_one_line_break(values) if "\r" in joined else values


def every(value: Any, key: str = "") -> Iterator[tuple[str, Any]]:
    """Each single value in lists and mappings, with its way: ``teams[0].name``."""
    match value:
        case Mapping():
            for name, part in value.items():
                yield from every(part, f"{key}.{name}" if key else str(name))
        case list() | tuple():
            for index, part in enumerate(value):
                yield from every(part, f"{key}[{index}]")
        case _:
            yield key, value


def _one_line_break(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def _with_one_line_break(value: Any) -> Any:
    match value:
        case Mapping():
            return {key: _with_one_line_break(part) for key, part in value.items()}
        case list() | tuple():
            return [_with_one_line_break(part) for part in value]
        case str() if not hasattr(value, "__html__"):
            return _one_line_break(value)
        case _:
            return value


def _refused(texts: Iterable[tuple[str, str]]) -> DocgenError:
    found = {key: _ILLEGAL.search(_one_line_break(text)) for key, text in texts}
    return DocgenError([_letter(key, match.group()) for key, match in found.items() if match], Exit.CAMPAIGN)


def _letter(key: str, character: str) -> Problem:
    message = _("{key}: the value holds a character that no Word file can (U+{code})")
    return Problem("R420", message.format(key=key, code=f"{ord(character):04X}"), hint=_("delete it"))

"""How long a text is, as Word counts it under 字数."""

from __future__ import annotations

import re

_ASIAN = (
    "\u2e80-\u2fff\u3001-\u303f\u3040-\u30ff\u3100-\u312f\u31a0-\u31ff\u3400-\u9fff"
    "\uac00-\ud7af\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff"
    "\u2014\u2018\u2019\u201c\u201d\u2026\u00b7"
)
"""Chinese characters and full-width signs, — ‘ ’ “ ” … · among them; not the full-width space."""
_COUNTED = re.compile(rf"[{_ASIAN}]|[^\s{_ASIAN}]+")


def word_count(text: str) -> int:
    """字数: each Chinese character and sign is one, each word or number in Latin letters and digits is one."""
    return len(_COUNTED.findall(text))

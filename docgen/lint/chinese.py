"""What is Chinese: characters and the marks that go with them."""

from __future__ import annotations

MARKS = frozenset("，。、；：？！…—～“”‘’《》〈〉（）〔〕【】『』「」")


def is_chinese(sign: str) -> bool:
    """Whether this one sign is a Chinese character or a full-width mark; nothing is neither."""
    return "\u3400" <= sign <= "\u9fff" or sign in MARKS


def has_chinese(text: str) -> bool:
    """Whether a Chinese character stands in it."""
    return any("\u3400" <= sign <= "\u9fff" for sign in text)

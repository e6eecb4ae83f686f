"""WORD: words that are often written wrongly."""

from docgen.lint.rule import Loaded

RULES: tuple[Loaded, ...] = ()

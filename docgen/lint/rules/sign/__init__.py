"""SIGN: 落款, who signs."""

from docgen.lint.rule import Loaded

RULES: tuple[Loaded, ...] = ()

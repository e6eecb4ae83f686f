"""PUNC: punctuation."""

from docgen.lint.rule import Loaded

RULES: tuple[Loaded, ...] = ()

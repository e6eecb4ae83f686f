"""OPEN: what a person has still to decide."""

from docgen.lint.rule import Loaded

RULES: tuple[Loaded, ...] = ()

"""QUOTA: numbers of places."""

from docgen.lint.rule import Loaded

RULES: tuple[Loaded, ...] = ()

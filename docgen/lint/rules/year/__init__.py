"""YEAR: the campaign's year wherever it is typed."""

from docgen.lint.rule import Loaded

RULES: tuple[Loaded, ...] = ()

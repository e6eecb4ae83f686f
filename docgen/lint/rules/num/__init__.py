"""NUM: figures, ranges, dates written in numerals."""

from docgen.lint.rule import Loaded

RULES: tuple[Loaded, ...] = ()

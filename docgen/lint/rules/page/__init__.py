"""PAGE: page numbers."""

from docgen.lint.rule import Loaded

RULES: tuple[Loaded, ...] = ()

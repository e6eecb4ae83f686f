"""DOCX: what Word files are made of, and how their text is set."""

from docgen.lint.rule import Loaded

RULES: tuple[Loaded, ...] = ()

"""GENRE: 文种 and the words that go with it."""

from docgen.lint.rule import Loaded

RULES: tuple[Loaded, ...] = ()

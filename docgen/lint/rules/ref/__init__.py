"""REF: 依据 and other documents that are cited."""

from docgen.lint.rule import Loaded

RULES: tuple[Loaded, ...] = ()

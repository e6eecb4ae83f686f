"""NOTE: 附注 and the lines with contacts."""

from docgen.lint.rule import Loaded

RULES: tuple[Loaded, ...] = ()

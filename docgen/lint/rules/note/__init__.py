"""NOTE: 附注 and the lines with contacts."""

from docgen.lint.rule import loaded
from docgen.lint.rules.note import (
    note_in_half_width_brackets,
    note_without_brackets,
    person_without_phone,
)

RULES = loaded(
    note_without_brackets,
    note_in_half_width_brackets,
    person_without_phone,
)

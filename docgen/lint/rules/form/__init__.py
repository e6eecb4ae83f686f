"""FORM: forms and tables, their limits and cells, what is left over in them."""

from docgen.lint.rule import loaded
from docgen.lint.rules.form import (
    character_without_glyph,
    identity_number_in_text,
    left_over_placeholder,
    serial_numbers_with_gap,
    ticked_box_without_glyph,
    total_that_does_not_add_up,
)

RULES = loaded(
    total_that_does_not_add_up,
    serial_numbers_with_gap,
    left_over_placeholder,
    identity_number_in_text,
    character_without_glyph,
    ticked_box_without_glyph,
)

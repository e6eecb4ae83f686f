"""FORM: forms and tables, their limits and cells, what is left over in them."""

from docgen.lint.rule import loaded
from docgen.lint.rules.form import (
    amount_without_unit,
    character_without_glyph,
    hint_longer_than_cell,
    identity_number_in_text,
    left_over_placeholder,
    limit_not_as_printed,
    limit_not_as_promised,
    limit_without_room,
    required_field_without_label,
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
    limit_not_as_printed,
    limit_not_as_promised,
    amount_without_unit,
    required_field_without_label,
    hint_longer_than_cell,
    limit_without_room,
)

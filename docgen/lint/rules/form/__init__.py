"""FORM: forms and tables, their limits and cells, what is left over in them."""

from docgen.lint.rule import loaded
from docgen.lint.rules.form import (
    amount_without_unit,
    annex_without_content,
    character_without_glyph,
    fixed_lines_in_cells,
    hint_longer_than_cell,
    identity_number_in_text,
    left_over_placeholder,
    limit_not_as_printed,
    limit_not_as_promised,
    limit_without_room,
    long_table_without_repeated_head,
    number_turned_with_the_page,
    required_field_without_label,
    serial_numbers_with_gap,
    table_wider_than_the_type_area,
    ticked_box_without_glyph,
    total_that_does_not_add_up,
)

RULES = loaded(
    table_wider_than_the_type_area,
    number_turned_with_the_page,
    long_table_without_repeated_head,
    fixed_lines_in_cells,
    total_that_does_not_add_up,
    serial_numbers_with_gap,
    left_over_placeholder,
    identity_number_in_text,
    character_without_glyph,
    annex_without_content,
    ticked_box_without_glyph,
    limit_not_as_printed,
    limit_not_as_promised,
    amount_without_unit,
    required_field_without_label,
    hint_longer_than_cell,
    limit_without_room,
)

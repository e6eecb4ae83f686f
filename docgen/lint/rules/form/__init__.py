"""FORM: forms and tables, their limits and cells, what is left over in them."""

FILES = (
    "table_wider_than_the_type_area",
    "number_turned_with_the_page",
    "long_table_without_repeated_head",
    "row_over_two_pages",
    "fixed_lines_in_cells",
    "total_that_does_not_add_up",
    "serial_numbers_with_gap",
    "left_over_placeholder",
    "identity_number_in_text",
    "character_without_glyph",
    "annex_without_content",
    "ticked_box_without_glyph",
    "limit_not_as_printed",
    "limit_not_as_promised",
    "amount_without_unit",
    "required_field_without_label",
    "hint_longer_than_cell",
    "limit_without_room",
)

"""STRUCT: 层次序号和标题 of the body."""

from docgen.lint.rule import loaded
from docgen.lint.rules.struct import (
    arabic_number_with_dunhao,
    bold_heading,
    chinese_number_with_full_stop,
    comma_of_enumeration_after_first,
    heading_in_other_type,
    heading_with_full_stop,
    inverted_levels,
    mark_after_bracketed_arabic_number,
    mark_after_bracketed_chinese_number,
    number_in_half_width_brackets,
    number_of_no_level,
    number_with_full_width_dot,
    numbers_out_of_order,
    skipped_level,
)

RULES = loaded(
    arabic_number_with_dunhao,
    mark_after_bracketed_chinese_number,
    mark_after_bracketed_arabic_number,
    number_in_half_width_brackets,
    chinese_number_with_full_stop,
    number_with_full_width_dot,
    skipped_level,
    inverted_levels,
    numbers_out_of_order,
    comma_of_enumeration_after_first,
    heading_with_full_stop,
    number_of_no_level,
    heading_in_other_type,
    bold_heading,
)

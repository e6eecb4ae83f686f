"""NUM: figures, ranges, and dates written in numerals."""

from docgen.lint.rule import loaded
from docgen.lint.rules.num import (
    about_twice,
    dash_in_telephone,
    decimal_without_zero,
    full_width_digits,
    half_width_wave,
    hyphen_between_dates,
    hyphen_between_ordinals,
    hyphen_between_times,
    hyphen_in_range_of_numbers,
    mark_in_rough_number,
    mixed_date,
    percent_sign_on_one_end,
    wan_on_one_end,
    year_in_chinese_numerals,
    zero_in_chinese_year,
)

RULES = loaded(
    percent_sign_on_one_end,
    wan_on_one_end,
    decimal_without_zero,
    full_width_digits,
    hyphen_in_range_of_numbers,
    hyphen_between_dates,
    hyphen_between_times,
    hyphen_between_ordinals,
    half_width_wave,
    dash_in_telephone,
    mixed_date,
    zero_in_chinese_year,
    about_twice,
    mark_in_rough_number,
    year_in_chinese_numerals,
)

"""NUM: figures, ranges, and dates written in numerals."""

FILES = (
    "percent_sign_on_one_end",
    "wan_on_one_end",
    "decimal_without_zero",
    "full_width_digits",
    "hyphen_in_range_of_numbers",
    "hyphen_between_dates",
    "hyphen_between_times",
    "hyphen_between_ordinals",
    "half_width_wave",
    "dash_in_telephone",
    "mixed_date",
    "zero_in_chinese_year",
    "about_twice",
    "mark_in_rough_number",
    "year_in_chinese_numerals",
)

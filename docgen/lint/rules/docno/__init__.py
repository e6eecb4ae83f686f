"""DOCNO: 发文字号, the notice's own and those it cites."""

FILES = (
    "year_in_other_brackets",
    "serial_with_di",
    "serial_with_leading_zero",
    "two_digit_year",
    "missing_hao",
    "chinese_numerals",
    "space_in_number",
    "no_code",
    "another_year_than_the_date",
    "several_numbers",
    "letter_number_in_the_middle",
    "upward_number_out_of_place",
    "basis_has_own_number",
)

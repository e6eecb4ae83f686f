"""DOCNO: 发文字号, the notice's own and those it cites."""

from docgen.lint.rule import loaded
from docgen.lint.rules.docno import (
    another_year_than_the_date,
    basis_has_own_number,
    chinese_numerals,
    missing_hao,
    no_code,
    serial_with_di,
    serial_with_leading_zero,
    several_numbers,
    space_in_number,
    two_digit_year,
    year_in_other_brackets,
)

RULES = loaded(
    year_in_other_brackets,
    serial_with_di,
    serial_with_leading_zero,
    two_digit_year,
    missing_hao,
    chinese_numerals,
    space_in_number,
    no_code,
    another_year_than_the_date,
    several_numbers,
    basis_has_own_number,
)

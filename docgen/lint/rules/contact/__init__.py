"""CONTACT: telephone numbers, addresses, whom to ask."""

from docgen.lint.rule import loaded
from docgen.lint.rules.contact import (
    another_address_in_the_text,
    no_mail_address,
    no_postcode,
    no_telephone_number,
    office_with_two_numbers,
)

RULES = loaded(no_telephone_number, no_mail_address, no_postcode, office_with_two_numbers, another_address_in_the_text)

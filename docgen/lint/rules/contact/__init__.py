"""CONTACT: telephone numbers, addresses, whom to ask."""

FILES = (
    "no_telephone_number",
    "no_mail_address",
    "no_postcode",
    "office_with_two_numbers",
    "another_address_in_the_text",
)

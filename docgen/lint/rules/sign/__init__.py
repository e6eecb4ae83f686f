"""SIGN: 落款, who signs."""

FILES = (
    "date_flush_right",
    "signature_at_the_left",
    "name_without_place",
    "signed_without_seal",
    "no_text_on_this_page",
    "signature_alone_on_page",
    "signed_by_inner_office",
)

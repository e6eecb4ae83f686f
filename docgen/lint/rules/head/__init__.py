"""HEAD: 版头, what stands above the red line besides the issuer and the number."""

FILES = (
    "copy_number_not_six_digits",
    "secrecy_period_in_chinese_numerals",
    "secrecy_period_too_long",
    "other_word_for_urgency",
    "urgency_in_title",
    "half_width_colon_after_signer",
    "signers_with_marks_between",
    "upward_without_signer",
    "letterhead_out_of_order",
    "document_word_below_the_mark",
    "secret_without_copy_number",
    "unknown_secrecy",
    "secret_and_public",
    "signer_on_notice",
)

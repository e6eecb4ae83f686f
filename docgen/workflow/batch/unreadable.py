"""What is said of a made file whose words cannot be read back."""


class UnreadableError(Exception):
    """The file is not as docgen writes it; the message says what was met."""

"""What changed from one notice to another: by value, by clause, by field; for three readers, in six formats."""

"""Looks and forms: where they are found, and how a ``form.yaml`` is read."""
